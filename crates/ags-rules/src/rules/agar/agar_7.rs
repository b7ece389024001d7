//! AGAR-7: auditors reports not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule};
use crate::rules::agar;
use ags_report::Outcome;
use ags_statement::agar::AssertionNumber;

/// AGAR-7.
pub const RULE: Rule = Rule {
    code: "AGAR-7",
    name: "auditors-reports-not-answered",
    requirement: "Assertion 7, on reports from auditors, is answered.",
    rationale: "A report that nobody acts on was written for nothing.",
    citations: &[agar::guide("assertion 7")],
    check: Check::Agar(check),
    ..agar::ASSERTION
};

fn check(context: &AgarContext<'_>) -> Outcome {
    agar::yes_or_no(context, AssertionNumber::NUMBER_7, agar::nothing)
}
