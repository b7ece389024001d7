//! AGAR-6: internal audit not answered.

use crate::agar::AssertionNumber;
use crate::case::AgarCase;
use crate::rule::{Check, Outcome, Rule};
use crate::rules::agar;

/// AGAR-6.
pub const RULE: Rule = Rule {
    code: "AGAR-6",
    name: "internal-audit-not-answered",
    asks: "Assertion 6, on internal audit, is answered.",
    why: "An independent look at accounts and control is what members can rest the other answers on.",
    cites: &[agar::guide("assertion 6")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(case: &AgarCase<'_>) -> Outcome {
    agar::yes_or_no(case, AssertionNumber::known(6), agar::nothing)
}
