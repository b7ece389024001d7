//! FW16-STRAT: Statement over 20 pages.

use super::citations::CITES;
use super::printed_words::printed_words;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// FW16-STRAT.
pub const RULE: Rule = Rule {
    code: "FW16-STRAT",
    name: "statement-over-20-pages",
    title: "Statement over 20 pages",
    requirement: "The statement is brief enough to be read.",
    method: "The statement comes to no more than 20 pages, estimated at 250 words a page. The words \
        counted are those of the composed statement: its cover, its sections and its last page, without \
        annexes.",
    rationale: "The Framework asks for a statement that is strategic, high-level and written for the \
        public; auditors and committees report that issues are hard to find in long statements. We \
        chose the limit: the Framework gives none. Twenty pages is the longest that councils with a \
        readable statement publish.",
    limitations: "Whether the text is plain, and whether it covers what matters. The number of pages is an \
        estimate: 250 words a page were measured on composed statements, and a statement with more tables \
        or pictures, or in another layout, takes more or fewer pages.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

/// The most pages of a statement, inclusive. Ours.
const MOST_PAGES: usize = 20;

/// The words on a page, measured on two versions of Leicestershire's composed statement for 2021/22: 4,058
/// and 4,285 words, each on 16 pages.
const WORDS_A_PAGE: usize = 250;

fn check(context: &StatementContext<'_>) -> Outcome {
    let words = printed_words(context.statement, context.as_at);
    let pages = (words + WORDS_A_PAGE / 2) / WORDS_A_PAGE;
    if pages <= MOST_PAGES {
        return Outcome::Met;
    }
    Outcome::not_met(
        "/local_code/principles",
        format!(
            "The statement has {} words, about {pages} pages at {WORDS_A_PAGE} words a page, which is more \
                than {MOST_PAGES} pages.",
            english::number(words)
        ),
        "Keep to what matters for the year, and refer to the local code for the arrangements it describes.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::printed_words::printed_words;
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;

    fn of_words(words: usize) -> Outcome {
        let mut statement = sample::statement();
        let best_value = statement.review.best_value.as_mut().unwrap();
        best_value.text = "a".parse().unwrap();
        let rest = printed_words(&statement, day(2022, 11, 30)) - 1;
        statement.review.best_value.as_mut().unwrap().text = "a ".repeat(words - rest).parse().unwrap();
        sample::check(&RULE, &statement)
    }

    #[test]
    fn about_twenty_pages_are_brief_and_one_word_more_is_not() {
        assert_eq!(of_words(5_124), Outcome::Met);
        let Outcome::NotMet { findings } = of_words(5_125) else { panic!("met") };
        assert_eq!(
            findings[0].message,
            "The statement has 5,125 words, about 21 pages at 250 words a page, which is more than 20 pages."
        );
    }
}
