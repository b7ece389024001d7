//! WAIVER-BARE: Waiver without reason or owner.

use crate::context::WaiversContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// WAIVER-BARE.
pub const RULE: Rule = Rule {
    code: "WAIVER-BARE",
    name: "waiver-without-reason-or-owner",
    title: "Waiver without reason or owner",
    requirement: "Every waiver gives its reason and who accepted it.",
    method: "The reason of each waiver and the name of who accepted it are not blank.",
    rationale: "An exception needs a person or body responsible for it.",
    limitations: "Whether the reason is adequate, and whether they accepted it.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::CITES,
    scope: Scope::ALWAYS,
    check: Check::Waivers(check),
};

fn check(context: &WaiversContext<'_>) -> Outcome {
    let mut findings = Vec::new();
    for (at, waiver) in context.placed() {
        let parts = [
            ("reason", &waiver.reason, "gives no reason", "Give the reason that the finding is accepted."),
            (
                "accepted_by",
                &waiver.accepted_by,
                "does not name who accepted it",
                "Name the body that accepted it, with the minute.",
            ),
        ];
        findings.extend(parts.into_iter().filter(|(_, words, ..)| words.is_blank()).map(
            |(field, _, lacks, fix)| {
                Finding::new(at.key(field), format!("The waiver of {} {lacks}.", waiver.rule), fix)
            },
        ));
    }
    Outcome::of(findings)
}
