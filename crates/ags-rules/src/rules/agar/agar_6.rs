//! AGAR-6: Internal audit not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-6.
pub const RULE: Rule = Rule {
    code: "AGAR-6",
    name: "internal-audit-not-answered",
    title: "Internal audit not answered",
    requirement: "Assertion 6, on internal audit, is answered.",
    method: assertion::METHOD,
    rationale: "Members rely on an independent review of accounts and controls for their other answers.",
    limitations: assertion::LIMITATIONS,
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 6")],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_6, assertion::nothing)
}
