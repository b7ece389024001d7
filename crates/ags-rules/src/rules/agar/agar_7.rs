//! AGAR-7: Auditors' reports not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-7.
pub const RULE: Rule = Rule {
    code: "AGAR-7",
    name: "auditors-reports-not-answered",
    title: "Auditors' reports not answered",
    requirement: "Assertion 7, on reports from auditors, is answered.",
    method: assertion::METHOD,
    rationale: "Auditors' reports have no effect unless the authority acts on them.",
    limitations: assertion::LIMITATIONS,
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 7")],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_7, assertion::nothing)
}
