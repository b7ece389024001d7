//! FW16-STRAT: Too many words.

use std::iter;

use governance_model::Arrangement;
use serde_json::Value;

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::Statement;

/// FW16-STRAT.
pub const RULE: Rule = Rule {
    code: "FW16-STRAT",
    name: "too-many-words",
    title: "Too many words",
    requirement: "The statement is brief enough to be read.",
    method: "The statement is brief: no more than 6,000 words, and certainly no more than 10,000. The words \
        are those a reader meets in the composed statement: the titles, texts and reasons of the local \
        code's arrangements, evidence and roles, of the review, and of what changed since the draft. \
        Identifiers, dates, sources and headings are not counted.",
    rationale: "The Framework wants a statement that is strategic, high-level and written for the public; \
        auditors and committees find issues buried in long ones. Both numbers are ours: the Framework \
        gives none. Six thousand words fill about twenty pages, which is the longest that councils with \
        a readable statement publish.",
    limitations: "Whether the words are plain, and whether they say what matters.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// The most words of a brief statement, inclusive. Ours.
const BRIEF: usize = 6_000;

/// The most words of a statement that somebody outside the authority will read, inclusive. Ours.
const READABLE: usize = 10_000;

/// The fields of the review whose words a reader meets.
const PRINTED: [&str; 16] = [
    "best_value",
    "by",
    "excused",
    "lead_in",
    "led_by",
    "monitoring",
    "name",
    "owners",
    "parts",
    "reason",
    "response",
    "text",
    "significance",
    "steps",
    "summary",
    "title",
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let words = words(context.statement);
    if words <= BRIEF {
        return Outcome::Met;
    }
    let says = if words <= READABLE {
        format!("The statement has {words} words, which is more than {BRIEF}.")
    } else {
        format!("The statement has {words} words, which is more than {READABLE}: few people will read it.")
    };
    let fix = "Keep to what matters for the year; leave to the local code what stands there, and link to it.";
    Outcome::not_met("/local_code/principles", says, fix)
}

fn words(statement: &Statement) -> usize {
    let code = &statement.local_code;
    let arrangements: usize = code.arrangements().map(|(_, one)| arrangement(one)).sum();
    let roles = code.roles.iter().flat_map(|role| iter::once(&role.title).chain(&role.text));
    let review = serde_json::to_value(&statement.review).map_or(0, |review| printed(&review, false));
    let changes = statement.sign_off.changes.iter().flatten().map(|change| &change.text);
    arrangements + roles.chain(changes).map(|text| words_of(text)).sum::<usize>() + review
}

fn arrangement(one: &Arrangement) -> usize {
    let evidence =
        one.evidence.iter().flat_map(|it| iter::once(&it.text).chain(&it.lead_in).chain(&it.parts));
    let reasons = one.assessments.iter().filter_map(|assessment| assessment.reason.as_ref());
    let actions = one.actions.iter().flat_map(|action| {
        let progress = action.progress.iter().filter_map(|progress| progress.text.as_ref());
        iter::once(&action.text).chain(&action.owners).chain(progress)
    });
    let texts = iter::once(&one.title).chain(&one.rationale).chain(evidence).chain(reasons).chain(actions);
    texts.map(|text| words_of(text)).sum()
}

fn words_of(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The words in a value that stand in printed fields.
fn printed(value: &Value, here: bool) -> usize {
    match value {
        Value::String(text) if here => words_of(text),
        Value::Array(items) => items.iter().map(|item| printed(item, here)).sum(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| printed(value, PRINTED.contains(&name.as_str()))).sum()
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE, printed, words};
    use crate::sample;
    use ags_report::Outcome;

    /// The sample's words, once its conclusion is one word long.
    fn rest() -> usize {
        let mut statement = sample::statement();
        statement.review.conclusion.as_mut().unwrap().text = "".parse().unwrap();
        words(&statement)
    }

    fn of_words(words: usize) -> Outcome {
        let mut statement = sample::statement();
        // A text holds at most 20,000 characters, so the words are spread over two.
        let (first, second) = (words / 2, words - words / 2);
        let rest = rest();
        statement.review.conclusion.as_mut().unwrap().text = "a ".repeat(first).parse().unwrap();
        let mut extra = statement.review.gaps[0].clone();
        extra.text = "a ".repeat(second - rest).parse().unwrap();
        statement.review.gaps.push(extra);
        sample::check(&RULE, &statement)
    }

    #[test]
    fn six_thousand_words_are_brief_and_one_more_is_not() {
        assert_eq!(of_words(6_000), Outcome::Met);
        let Outcome::NotMet { findings } = of_words(6_001) else { panic!("met") };
        assert_eq!(findings[0].message, "The statement has 6001 words, which is more than 6000.");
    }

    #[test]
    fn beyond_ten_thousand_words_the_advice_is_stronger() {
        let Outcome::NotMet { findings } = of_words(10_000) else { panic!("met") };
        assert!(!findings[0].message.contains("few people"));
        let Outcome::NotMet { findings } = of_words(10_001) else { panic!("met") };
        assert!(findings[0].message.contains("few people"));
    }

    #[test]
    fn the_words_for_residents_and_what_changed_are_counted() {
        let two = || Some("two words".parse().unwrap());
        let mut statement = sample::statement();
        let review = &mut statement.review;
        (review.summary, review.best_value, review.significance) = (None, None, None);
        let before = words(&statement);
        let review = &mut statement.review;
        let passage = || {
            Some(governance_model::Passage { text: two()?, source: governance_model::Provenance::Declared })
        };
        (review.summary, review.best_value, review.significance) = (passage(), passage(), passage());
        assert_eq!(words(&statement), before + 6);
        statement.sign_off.changes = Some(passage().into_iter().collect());
        assert_eq!(words(&statement), before + 8);
    }

    #[test]
    fn what_is_not_printed_is_not_counted() {
        let value = serde_json::json!({
            "id": "not counted",
            "text": "two words",
            "parts": ["one", "and two"],
            "from": { "document": { "raw": "not counted" } },
        });
        assert_eq!(printed(&value, false), 5);
    }
}
