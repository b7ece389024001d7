//! WAIVER-UNUSED: Waiver of nothing.

use crate::context::WaiversContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// WAIVER-UNUSED.
pub const RULE: Rule = Rule {
    code: "WAIVER-UNUSED",
    name: "waiver-of-nothing",
    title: "Waiver of nothing",
    requirement: "Every waiver is for something that was found.",
    method: "Each waiver that still holds was for at least one finding of the papers checked, and names a \
        rule that there is.",
    rationale: "What is mended needs no waiver, and one that is left will hide the next fault at its place.",
    limitations: "Whether the waiver is for a paper that was not checked this time.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::CITES,
    scope: Scope::ALWAYS,
    uses_prior_year: false,
    check: Check::Waivers(check),
};

fn check(context: &WaiversContext<'_>) -> Outcome {
    let findings = context.idle().map(|(at, waiver)| match context.code(waiver) {
        None => Finding::new(
            at.key("rule"),
            format!("There is no rule {}.", waiver.rule),
            "Write the code of a rule, as in FW16-STRAT.",
        ),
        Some(code) => Finding::new(
            at,
            format!("Nothing that was checked needs the waiver of {code}."),
            "Take it out, or correct its authority, year and place.",
        ),
    });
    Outcome::of(findings.collect())
}
