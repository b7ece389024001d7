//! AGAR-5: risk management not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule};
use crate::rules::agar;
use ags_report::Outcome;
use ags_statement::agar::AssertionNumber;

/// AGAR-5.
pub const RULE: Rule = Rule {
    code: "AGAR-5",
    name: "risk-management-not-answered",
    requirement: "Assertion 5, on risk management, is answered.",
    rationale: "One flood, one claim or one lost officer can cost a small authority more than it has.",
    citations: &[agar::guide("assertion 5")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(context: &AgarContext<'_>) -> Outcome {
    agar::yes_or_no(context, AssertionNumber::NUMBER_5, agar::nothing)
}
