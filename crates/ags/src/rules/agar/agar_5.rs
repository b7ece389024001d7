//! AGAR-5: risk management not answered.

use crate::agar::AssertionNumber;
use crate::case::AgarCase;
use crate::rule::{Check, Outcome, Rule};
use crate::rules::agar;

/// AGAR-5.
pub const RULE: Rule = Rule {
    code: "AGAR-5",
    name: "risk-management-not-answered",
    asks: "Assertion 5, on risk management, is answered.",
    why: "One flood, one claim or one lost officer can cost a small authority more than it has.",
    cites: &[agar::guide("assertion 5")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(case: &AgarCase<'_>) -> Outcome {
    agar::yes_or_no(case, AssertionNumber::known(5), agar::nothing)
}
