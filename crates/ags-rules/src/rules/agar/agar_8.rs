//! AGAR-8: significant events not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule};
use crate::rules::agar;
use ags_report::Outcome;
use ags_statement::agar::AssertionNumber;

/// AGAR-8.
pub const RULE: Rule = Rule {
    code: "AGAR-8",
    name: "significant-events-not-answered",
    requirement: "Assertion 8, on significant events, is answered.",
    rationale: "What happened beside the books, or after they closed, may change what they mean.",
    citations: &[agar::guide("assertion 8")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(context: &AgarContext<'_>) -> Outcome {
    agar::yes_or_no(context, AssertionNumber::NUMBER_8, agar::nothing)
}
