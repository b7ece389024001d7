//! AGAR-2: internal control not answered.

use crate::agar::AssertionNumber;
use crate::case::AgarCase;
use crate::rule::{Check, Outcome, Rule};
use crate::rules::agar;

/// AGAR-2.
pub const RULE: Rule = Rule {
    code: "AGAR-2",
    name: "internal-control-not-answered",
    asks: "Assertion 2, on internal control and fraud, is answered.",
    why: "Control that nobody reviewed is a hope; the public money of a parish passes through very few hands.",
    cites: &[agar::guide("assertion 2")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(case: &AgarCase<'_>) -> Outcome {
    agar::yes_or_no(case, AssertionNumber::known(2), agar::nothing)
}
