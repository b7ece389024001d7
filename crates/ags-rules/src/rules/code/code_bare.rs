//! CODE-BARE: Arrangements without evidence.

use std::collections::BTreeSet;

use governance_model::Level;

use crate::context::{LocalCodeContext, PlacedArrangement};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// CODE-BARE.
pub const RULE: Rule = Rule {
    code: "CODE-BARE",
    name: "arrangements-without-evidence",
    title: "Arrangements without evidence",
    requirement: "Every arrangement that has no parts of its own has evidence.",
    method: "A principle, sub-principle or requirement that is not divided further has evidence, of its \
        own or of the part it belongs to, and no item of evidence is empty.",
    rationale: "The code shows how the authority meets each part of the framework; without evidence it \
        does not show that.",
    limitations: "Whether the evidence is elsewhere in the document.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let evident = context
        .rows()
        .iter()
        .filter(|row| row.arrangement.evidence.iter().any(super::evidence::says_something));
    let evident: BTreeSet<&str> = evident.map(|row| row.pointer.as_str()).collect();
    let clauses = context.rows().iter().any(|row| row.arrangement.level == Level::Clause);
    if clauses && evident.is_empty() {
        return Outcome::not_applicable("The document consists of clauses without evidence.");
    }
    let mut findings = Vec::new();
    for row in context.rows() {
        let arrangement = row.arrangement;
        let blank = arrangement.evidence.iter().position(|one| !super::evidence::says_something(one));
        if let Some(index) = blank {
            findings.push(
                Finding::new(
                    row.pointer.key("evidence").index(index),
                    "The evidence is empty.",
                    "Add the text of the evidence, or remove it.",
                )
                .quoting(&arrangement.title, &arrangement.source),
            );
        } else if arrangement.level != Level::Clause
            && arrangement.arrangements.is_empty()
            && !backed(row, &evident)
        {
            findings.push(row.finding("There is no evidence.", "Add evidence that this is in place."));
        }
    }
    Outcome::of(findings)
}

/// Whether a row or one it belongs to has evidence.
fn backed(row: &PlacedArrangement<'_>, evident: &BTreeSet<&str>) -> bool {
    let mut at = row.pointer.as_str();
    while !evident.contains(at) {
        match at.rsplit_once("/arrangements/") {
            Some((above, _)) => at = above,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    #[test]
    fn evidence_of_its_own_or_of_its_principle_is_enough_and_none_is_not() {
        let evidence =
            r#"evidence = [{ id = "E-1", text = "Constitution", kind = "document", basis = "documented" }]"#;
        let part = r#"{ id = "A-1", level = "sub-principle", title = "Integrity""#;
        let of = |own: &str, above: &str| {
            let rest = format!(
                r#"principles = [{{
                    id = "A", level = "principle", title = "A", {above} arrangements = [{part}, {own} }}]
                }}]"#
            );
            sample::findings(&RULE, &sample::code("", &rest.replace(", }", " }"))).len()
        };
        assert_eq!(of(evidence, ""), 0);
        assert_eq!(of("", &format!("{evidence},")), 0);
        assert_eq!(of("", ""), 1);
    }

    #[test]
    fn a_protocol_of_clauses_gives_no_evidence_and_need_not() {
        let clause = r#"principles = [{ id = "1.1", level = "clause", title = "Words." },
            { id = "N", level = "principle", title = "Honesty" }]"#;
        let judged = sample::check(&RULE, &sample::code("", clause));
        assert!(matches!(judged, ags_report::Outcome::NotApplicable { .. }), "{judged:?}");
    }

    #[test]
    fn an_empty_cell_is_no_evidence() {
        assert_eq!(sample::findings(&RULE, &sample::says("", " "))[0].pointer, "/principles/0/evidence/0");
    }
}
