//! AGAR-5: Risk management not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-5.
pub const RULE: Rule = Rule {
    code: "AGAR-5",
    name: "risk-management-not-answered",
    title: "Risk management not answered",
    requirement: "Assertion 5, on risk management, is answered.",
    method: assertion::METHOD,
    rationale: "A single loss or claim can cost a small authority more than it has.",
    limitations: assertion::LIMITATIONS,
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 5")],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_5, assertion::nothing)
}
