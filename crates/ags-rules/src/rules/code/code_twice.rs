//! CODE-TWICE: Text repeated in two rows.

use crate::prose;
use std::collections::BTreeMap;

use crate::context::{LocalCodeContext, Wording, WordingKind};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Places, Severity};
use ags_statement::english;

/// CODE-TWICE.
pub const RULE: Rule = Rule {
    code: "CODE-TWICE",
    name: "text-repeated-in-two-rows",
    title: "Text repeated in two rows",
    requirement: "No two rows have the same long text.",
    method: "No sentence of eight words or more, or twelve in evidence, is repeated in the titles, \
        evidence, actions or progress of two rows, ignoring case and punctuation. Shorter text, such as \
        names of documents, may be repeated.",
    rationale: "A sentence copied from row to row answers at most one of the requirements, and may later \
        be corrected in one place only.",
    limitations: "Whether one item properly applies to both rows.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// The fewest words of a sentence that is compared; ours, so that names of documents are not.
const LEAST_WORDS: usize = 8;
/// The same for evidence, of which a short piece may well serve many rows.
const LEAST_WORDS_OF_EVIDENCE: usize = 12;

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut places: BTreeMap<(WordingKind, String), Vec<(usize, &str)>> = BTreeMap::new();
    for (index, wording) in context.wordings().iter().enumerate() {
        if matches!(
            wording.part,
            WordingKind::Title | WordingKind::Evidence | WordingKind::Action | WordingKind::Progress
        ) {
            for sentence in prose::sentences(wording.words) {
                let words = prose::words_of(sentence);
                let least =
                    if wording.part == WordingKind::Evidence { LEAST_WORDS_OF_EVIDENCE } else { LEAST_WORDS };
                if words.len() >= least && !super::actions::names_no_action(sentence) {
                    places.entry((wording.part, words.join(" "))).or_default().push((index, sentence));
                }
            }
        }
    }
    // Of several sentences that two places share, one shows it.
    let mut shared: BTreeMap<(usize, usize), Finding> = BTreeMap::new();
    for same in places.into_values() {
        let wording = |index: usize| context.wordings().get(index);
        let Some(first) = same.first().and_then(|(index, _)| wording(*index)) else {
            continue;
        };
        let mut rows: Vec<&str> = same
            .iter()
            .filter_map(|(index, _)| wording(*index))
            .map(|one| row(one.pointer.as_str()))
            .collect();
        rows.dedup();
        let Some(((index, sentence), last)) = same.last().and_then(|last| Some((last, wording(last.0)?)))
        else {
            continue;
        };
        if rows.len() > 1 {
            let rows = english::capital(&english::count(rows.len(), "row", "rows"));
            let says = format!("{rows} have the same text; the first is {}.", place(first));
            let finding =
                last.finding(sentence, says, "Keep the text in one row, and give each other row its own.");
            let first = same.first().map_or(*index, |(first, _)| *first);
            shared.entry((*index, first)).or_insert(finding);
        }
    }
    Outcome::of(shared.into_values().collect())
}

/// The row a place belongs to: what stands before its evidence, actions or title.
fn row(at: &str) -> &str {
    let end = ["/evidence/", "/actions/", "/title"].iter().filter_map(|part| at.rfind(part)).max();
    end.and_then(|end| at.get(..end)).unwrap_or(at)
}

/// The line of words where they have one, else its place.
fn place(wording: &Wording<'_>) -> String {
    match ags_report::Quote::new("", wording.source).line {
        Some(line) => format!("on line {line}"),
        None => format!("in {}", english::uncapitalised(&Places::default().words(wording.pointer.as_str()))),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn found(one: &str, other: &str) -> Vec<ags_report::Finding> {
        let row = |id: &str, says: &str| {
            format!(
                r#"{{ id = "{id}", level = "requirement", title = "{id}",
                evidence = [{{ id = "E-{id}", text = "{says}", kind = "process", basis = "documented" }}] }}"#
            )
        };
        let rest = format!("principles = [{}, {}]", row("R1", one), row("R2", other));
        sample::findings(&RULE, &sample::code("", &rest))
    }

    const TWELVE: &str = "All reports to members must reflect what was said when they met.";

    #[test]
    fn twelve_words_of_evidence_are_copied_and_eleven_may_be_a_name() {
        let same = found(TWELVE, &TWELVE.to_uppercase());
        assert_eq!(same.len(), 1);
        assert_eq!(same[0].pointer, "/principles/1/evidence/0/text");
        assert_eq!(
            same[0].message,
            "Two rows have the same text; the first is in \
            principle 1, evidence 1, text."
        );
        assert!(
            found(
                "All reports to members must reflect what was said when met",
                "All reports to members must reflect what was said when met"
            )
            .is_empty()
        );
    }

    #[test]
    fn one_sentence_of_several_is_enough() {
        assert_eq!(found(TWELVE, &format!("Officers meet. {TWELVE}")).len(), 1);
        let two = format!("{TWELVE} Every one of them is read by the committee.");
        assert_eq!(found(&two, &two).len(), 1, "one finding for one pair");
    }

    #[test]
    fn other_words_are_not_the_same() {
        assert!(
            found(TWELVE, "All reports to members must reflect what was said when they left.").is_empty()
        );
    }
}
