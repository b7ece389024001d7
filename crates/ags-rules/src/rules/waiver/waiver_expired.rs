//! WAIVER-EXPIRED: Waiver past its day.

use crate::context::WaiversContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// WAIVER-EXPIRED.
pub const RULE: Rule = Rule {
    code: "WAIVER-EXPIRED",
    name: "waiver-past-its-day",
    title: "Waiver past its day",
    requirement: "Every waiver still holds on the day of judging.",
    method: "The last day of each waiver has not passed.",
    rationale: "A waiver that has run out lifts nothing any more; left in the file it looks as if it did.",
    limitations: "Whether whoever accepted it would accept it again.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::CITES,
    scope: Scope::ALWAYS,
    uses_prior_year: false,
    check: Check::Waivers(check),
};

fn check(context: &WaiversContext<'_>) -> Outcome {
    let over = context.placed().filter(|(_, waiver)| waiver.until < context.as_at);
    let findings = over.map(|(at, waiver)| {
        Finding::new(
            at.key("until"),
            format!("The waiver of {} ran out on {}.", waiver.rule, english::date(waiver.until)),
            format!("Mend what it lifted, or have {} accept it again with a later day.", waiver.accepted_by),
        )
    });
    Outcome::of(findings.collect())
}
