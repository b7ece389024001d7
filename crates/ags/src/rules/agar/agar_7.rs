//! AGAR-7: auditors reports not answered.

use crate::agar::AssertionNumber;
use crate::case::AgarCase;
use crate::rule::{Check, Outcome, Rule};
use crate::rules::agar;

/// AGAR-7.
pub const RULE: Rule = Rule {
    code: "AGAR-7",
    name: "auditors-reports-not-answered",
    asks: "Assertion 7, on reports from auditors, is answered.",
    why: "A report that nobody acts on was written for nothing.",
    cites: &[agar::guide("assertion 7")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(case: &AgarCase<'_>) -> Outcome {
    agar::yes_or_no(case, AssertionNumber::known(7), agar::nothing)
}
