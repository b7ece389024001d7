//! REL-IACODE: Internal audit code unanswered.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-IACODE.
pub const RULE: Rule = Rule {
    code: "REL-IACODE",
    name: "internal-audit-code-unanswered",
    title: "Internal audit code unanswered",
    requirement: "The statement says how the authority keeps to CIPFA's code on the governance of internal \
        audit.",
    method: "The statement says how far the authority keeps to CIPFA's code of practice for the governance \
        of internal audit in local government; where it does so in part or not at all, it says why and what \
        is done instead.",
    rationale: "The code asks the authority, and not its auditors, to give internal audit its mandate, \
        independence and resources, and to explain itself in the governance statement.",
    limitations: "Whether the authority does as the code asks, and whether an explanation is a good one.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::IA_GOVERNANCE_2025.part("section 4, the annual governance statement")],
    scope: Scope { from: 2025, ..Scope::FRAMEWORK_2016 },
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(
        context,
        Standard::InternalAuditGovernance,
        "CIPFA's Code of Practice for the Governance of Internal Audit",
    )
}
