//! WAIVER-UNUSED: Unused waiver.

use crate::context::WaiversContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// WAIVER-UNUSED.
pub const RULE: Rule = Rule {
    code: "WAIVER-UNUSED",
    name: "unused-waiver",
    title: "Unused waiver",
    requirement: "Every waiver applies to a finding.",
    method: "Each valid waiver applied to at least one finding of the documents checked, and names a rule \
        that exists.",
    rationale: "A waiver of a finding that was resolved may hide a later one at the same place.",
    limitations: "Whether the waiver is for a document that was not checked this time.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::CITES,
    scope: Scope::ALWAYS,
    check: Check::Waivers(check),
};

fn check(context: &WaiversContext<'_>) -> Outcome {
    let findings = context.idle().map(|(at, waiver)| match context.code(waiver) {
        None => Finding::new(
            at.key("rule"),
            format!("There is no rule {}.", waiver.rule),
            "Give the code of a rule, such as FW16-STRAT.",
        ),
        Some(code) => Finding::new(
            at,
            format!("The waiver of {code} applies to no finding."),
            "Remove the waiver, or correct its authority, year and place.",
        ),
    });
    Outcome::of(findings.collect())
}
