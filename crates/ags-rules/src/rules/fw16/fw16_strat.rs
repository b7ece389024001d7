//! FW16-STRAT: Statement over 20 pages.

use super::citations::CITES;
use super::printed_words::printed_words;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// FW16-STRAT.
pub const RULE: Rule = Rule {
    code: "FW16-STRAT",
    name: "statement-over-20-pages",
    title: "Statement over 20 pages",
    requirement: "The statement is brief enough to be read.",
    method: "The statement comes to no more than 20 pages, estimated at 215 words a page. The words counted are \
        those of the roles, of the local code's arrangements and evidence, of the review and of what changed \
        since the draft. Identifiers, dates, sources and headings are not counted.",
    rationale: "The Framework asks for a statement that is strategic, high-level and written for the \
        public; auditors and committees report that issues are hard to find in long statements. The limit \
        is ours: the Framework gives none. Twenty pages is the longest that councils with a readable \
        statement publish.",
    limitations: "Whether the text is plain, and whether it covers what matters. The number of pages is an \
        estimate: 215 words a page were measured on a composed statement of 39 pages, and a statement with \
        more tables or pictures takes more pages.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// The most pages of a statement, inclusive. Ours.
const MOST_PAGES: usize = 20;

/// The words on a page, measured on Leicestershire's composed statement for 2021/22: 8,371 words on 39 pages.
const WORDS_A_PAGE: usize = 215;

fn check(context: &StatementContext<'_>) -> Outcome {
    let words = printed_words(context.statement);
    if words <= MOST_PAGES * WORDS_A_PAGE {
        return Outcome::Met;
    }
    Outcome::not_met(
        "/local_code/principles",
        format!(
            "The statement has {words} words, about {} pages at {WORDS_A_PAGE} words a page, which is more \
             than {MOST_PAGES} pages.",
            words.div_ceil(WORDS_A_PAGE)
        ),
        "Keep to what matters for the year, and refer to the local code for the arrangements it describes.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::printed_words::printed_words;
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::Statement;

    /// The sample with a conclusion of one word.
    fn with_one_word() -> Statement {
        let mut statement = sample::statement();
        statement.review.conclusion.as_mut().unwrap().text = "One.".parse().unwrap();
        statement
    }

    fn of_words(words: usize) -> Outcome {
        let mut statement = with_one_word();
        let rest = printed_words(&statement) - 1;
        statement.review.conclusion.as_mut().unwrap().text = "a ".repeat(words - rest).parse().unwrap();
        sample::check(&RULE, &statement)
    }

    #[test]
    fn twenty_pages_are_brief_and_one_word_more_is_not() {
        assert_eq!(of_words(4_300), Outcome::Met);
        let Outcome::NotMet { findings } = of_words(4_301) else { panic!("met") };
        assert_eq!(
            findings[0].message,
            "The statement has 4301 words, about 21 pages at 215 words a page, which is more than 20 pages."
        );
    }
}
