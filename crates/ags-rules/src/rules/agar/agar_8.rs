//! AGAR-8: Significant events not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-8.
pub const RULE: Rule = Rule {
    code: "AGAR-8",
    name: "significant-events-not-answered",
    title: "Significant events not answered",
    requirement: "Assertion 8, on significant events, is answered.",
    method: assertion::METHOD,
    rationale: "Events outside the accounts, or after the end of the year, may change their meaning.",
    limitations: assertion::LIMITATIONS,
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 8")],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_8, assertion::nothing)
}
