//! WAIVER-EXPIRED: Expired waiver.

use crate::context::WaiversContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// WAIVER-EXPIRED.
pub const RULE: Rule = Rule {
    code: "WAIVER-EXPIRED",
    name: "expired-waiver",
    title: "Expired waiver",
    requirement: "Every waiver is valid on the date of the check.",
    method: "The last day of each waiver has not passed.",
    rationale: "An expired waiver no longer applies; left in the file, it appears to.",
    limitations: "Whether it would be accepted again.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::CITES,
    scope: Scope::ALWAYS,
    check: Check::Waivers(check),
};

fn check(context: &WaiversContext<'_>) -> Outcome {
    let over = context.placed().filter(|(_, waiver)| waiver.until < context.as_at);
    let findings = over.map(|(at, waiver)| {
        Finding::new(
            at.key("until"),
            format!("The waiver of {} expired on {}.", waiver.rule, english::date(waiver.until)),
            format!(
                "Resolve the finding, or have {} accept it again with a later \
                date.",
                waiver.accepted_by
            ),
        )
    });
    Outcome::of(findings.collect())
}
