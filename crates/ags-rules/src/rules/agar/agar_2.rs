//! AGAR-2: Internal control not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-2.
pub const RULE: Rule = Rule {
    code: "AGAR-2",
    name: "internal-control-not-answered",
    title: "Internal control not answered",
    requirement: "Assertion 2, on internal control and fraud, is answered.",
    method: assertion::METHOD,
    rationale: "Controls that are not reviewed cannot be relied on, and few people handle a small \
        authority's money.",
    limitations: assertion::LIMITATIONS,
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 2")],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_2, assertion::nothing)
}
