//! AGAR-3: compliance not answered.

use crate::agar::AssertionNumber;
use crate::case::AgarCase;
use crate::rule::{Check, Outcome, Rule};
use crate::rules::agar;

/// AGAR-3.
pub const RULE: Rule = Rule {
    code: "AGAR-3",
    name: "compliance-not-answered",
    asks: "Assertion 3, on compliance with laws, regulations and proper practices, is answered.",
    why: "An authority may do only what the law lets it do, and spend only where it has a power to.",
    cites: &[agar::guide("assertion 3")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(case: &AgarCase<'_>) -> Outcome {
    agar::yes_or_no(case, AssertionNumber::known(3), agar::nothing)
}
