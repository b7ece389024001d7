//! WAIVER-EXPIRED: waiver past its day.

use crate::case::WaiverCase;
use crate::rule::{Binds, Check, Finding, Outcome, Rule, Severity, Status};
use crate::words;

/// WAIVER-EXPIRED.
pub const RULE: Rule = Rule {
    code: "WAIVER-EXPIRED",
    name: "waiver-past-its-day",
    asks: "Every waiver still holds on the day of judging.",
    checks: "The last day of each waiver has not passed.",
    why: "A waiver that has run out lifts nothing any more; left in the file it looks as if it did.",
    cannot_tell: "Whether whoever accepted it would accept it again.",
    severity: Severity::Advice,
    status: Status::Stable,
    cites: super::CITES,
    binds: Binds::ALWAYS,
    check: Check::Waivers(check),
};

fn check(case: &WaiverCase<'_>) -> Outcome {
    let over = case.placed().filter(|(_, waiver)| waiver.until < case.as_at);
    let findings = over.map(|(at, waiver)| {
        Finding::new(
            format!("{at}/until"),
            format!("The waiver of {} ran out on {}.", waiver.rule, words::date(waiver.until)),
            format!("Mend what it lifted, or have {} accept it again with a later day.", waiver.accepted_by),
        )
    });
    Outcome::of(findings.collect())
}
