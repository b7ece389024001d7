//! CODE-HALF: Incomplete evidence text.

use governance_model::Provenance;

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// CODE-HALF.
pub const RULE: Rule = Rule {
    code: "CODE-HALF",
    name: "incomplete-evidence-text",
    title: "Incomplete evidence text",
    requirement: "Every item of evidence is complete.",
    method: "No item of evidence ends with a colon and no list, or with a word that needs another after \
        it.",
    rationale: "The rest of the text was lost when the document was made, or was never written.",
    limitations: "What the missing text was.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut findings = Vec::new();
    for row in context.rows() {
        let evidence = &row.arrangement.evidence;
        let half = evidence.iter().enumerate().filter(|(index, one)| {
            // A list may follow its lead-in as evidence of its own.
            let listed = one.text.trim_end().ends_with(':')
                && evidence.get(index + 1).is_some_and(|next| is_of_one_cell(&one.source, &next.source));
            super::evidence::is_half(one) && !listed
        });
        findings.extend(half.map(|(index, one)| {
            let from = if one.source.is_declared() { &row.arrangement.source } else { &one.source };
            Finding::new(
                row.pointer.key("evidence").index(index).key("text"),
                "The text of the evidence is incomplete.",
                "Complete the list or the sentence.",
            )
            .quoting(&one.text, from)
        }));
    }
    Outcome::of(findings)
}

/// Whether two things stand in one cell of a document.
fn is_of_one_cell(one: &Provenance, other: &Provenance) -> bool {
    let (Provenance::Document(one), Provenance::Document(other)) = (one, other) else {
        return false;
    };
    one.line.is_some() && (one.line, one.column) == (other.line, other.column)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    #[test]
    fn a_colon_with_a_list_leads_somewhere_and_without_one_does_not() {
        let mut code = sample::says("", "The following documents set this out:");
        let found = sample::findings(&RULE, &code);
        assert_eq!(found[0].quote.as_ref().unwrap().line, Some(7), "the line of its row");
        code.principles[0].evidence[0].parts = vec!["Constitution".parse().unwrap()];
        assert!(sample::findings(&RULE, &code).is_empty());
    }

    #[test]
    fn a_list_in_the_same_cell_follows_a_colon_and_one_in_another_does_not() {
        let of = |line: u32| {
            let piece = |id: &str, says: &str, line: u32| {
                format!(
                    r#"{{ id = "{id}", text = "{says}", kind = "document", basis = "documented",
                    source.document = {{ id = "code", line = {line}, column = 3 }} }}"#
                )
            };
            let list = format!(
                "evidence = [{}, {}]",
                piece("E-1", "Constitution:", 29),
                piece("E-2", "Article 11", line)
            );
            sample::findings(&RULE, &sample::row("", &list)).len()
        };
        assert_eq!((of(29), of(30)), (0, 1));
    }

    #[test]
    fn a_sentence_that_stops_at_an_and_is_broken_off() {
        assert_eq!(sample::findings(&RULE, &sample::says("", "Codes of conduct and")).len(), 1);
        assert!(sample::findings(&RULE, &sample::says("", "Have Your Say")).is_empty());
    }
}
