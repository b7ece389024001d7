//! The words of a statement that a reader meets.

use std::iter;

use governance_model::Arrangement;
use serde_json::Value;

use ags_statement::Statement;

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

/// The number of words of a statement that are printed: those of its roles, of the local code's arrangements and
/// evidence, of the review and of what changed since the draft, without headings.
pub(super) fn printed_words(statement: &Statement) -> usize {
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
    use super::{printed, printed_words};
    use crate::sample;

    #[test]
    fn the_words_for_residents_and_what_changed_are_counted() {
        let two = || Some("two words".parse().unwrap());
        let mut statement = sample::statement();
        let review = &mut statement.review;
        (review.summary, review.best_value, review.significance) = (None, None, None);
        let before = printed_words(&statement);
        let review = &mut statement.review;
        let passage = || {
            Some(governance_model::Passage { text: two()?, source: governance_model::Provenance::Declared })
        };
        (review.summary, review.best_value, review.significance) = (passage(), passage(), passage());
        assert_eq!(printed_words(&statement), before + 6);
        statement.sign_off.changes = Some(passage().into_iter().collect());
        assert_eq!(printed_words(&statement), before + 8);
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
