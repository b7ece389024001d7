//! AGAR-2: internal control not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule};
use crate::rules::agar;
use ags_report::Outcome;
use ags_statement::agar::AssertionNumber;

/// AGAR-2.
pub const RULE: Rule = Rule {
    code: "AGAR-2",
    name: "internal-control-not-answered",
    requirement: "Assertion 2, on internal control and fraud, is answered.",
    rationale: "Control that nobody reviewed is a hope; the public money of a parish passes through very few hands.",
    citations: &[agar::guide("assertion 2")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(context: &AgarContext<'_>) -> Outcome {
    agar::yes_or_no(context, AssertionNumber::NUMBER_2, agar::nothing)
}
