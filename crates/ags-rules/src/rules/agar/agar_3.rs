//! AGAR-3: compliance not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule};
use crate::rules::agar;
use ags_report::Outcome;
use ags_statement::agar::AssertionNumber;

/// AGAR-3.
pub const RULE: Rule = Rule {
    code: "AGAR-3",
    name: "compliance-not-answered",
    requirement: "Assertion 3, on compliance with laws, regulations and proper practices, is answered.",
    rationale: "An authority may do only what the law lets it do, and spend only where it has a power to.",
    citations: &[agar::guide("assertion 3")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(context: &AgarContext<'_>) -> Outcome {
    agar::yes_or_no(context, AssertionNumber::NUMBER_3, agar::nothing)
}
