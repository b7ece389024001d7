//! AGAR-3: Compliance not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-3.
pub const RULE: Rule = Rule {
    code: "AGAR-3",
    name: "compliance-not-answered",
    title: "Compliance not answered",
    requirement: "Assertion 3, on compliance with laws, regulations and proper practices, is answered.",
    method: assertion::METHOD,
    rationale: "An authority may do only what the law permits, and may spend only where it has a power to \
        do so.",
    limitations: assertion::LIMITATIONS,
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 3")],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_3, assertion::nothing)
}
