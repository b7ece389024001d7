//! AGAR-8: significant events not answered.

use crate::agar::AssertionNumber;
use crate::case::AgarCase;
use crate::rule::{Check, Outcome, Rule};
use crate::rules::agar;

/// AGAR-8.
pub const RULE: Rule = Rule {
    code: "AGAR-8",
    name: "significant-events-not-answered",
    asks: "Assertion 8, on significant events, is answered.",
    why: "What happened beside the books, or after they closed, may change what they mean.",
    cites: &[agar::guide("assertion 8")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(case: &AgarCase<'_>) -> Outcome {
    agar::yes_or_no(case, AssertionNumber::known(8), agar::nothing)
}
