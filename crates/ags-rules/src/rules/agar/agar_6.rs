//! AGAR-6: internal audit not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule};
use crate::rules::agar;
use ags_report::Outcome;
use ags_statement::agar::AssertionNumber;

/// AGAR-6.
pub const RULE: Rule = Rule {
    code: "AGAR-6",
    name: "internal-audit-not-answered",
    requirement: "Assertion 6, on internal audit, is answered.",
    rationale: "An independent look at accounts and control is what members can rest the other answers on.",
    citations: &[agar::guide("assertion 6")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(context: &AgarContext<'_>) -> Outcome {
    agar::yes_or_no(context, AssertionNumber::NUMBER_6, agar::nothing)
}
