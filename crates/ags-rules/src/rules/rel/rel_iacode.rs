//! REL-IACODE: Conformance with the internal audit code not stated.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-IACODE.
pub const RULE: Rule = Rule {
    code: "REL-IACODE",
    name: "conformance-with-the-internal-audit-code-not-stated",
    title: "Conformance with the internal audit code not stated",
    requirement: "The statement says how far the authority conforms to CIPFA's code on the governance of \
        internal audit.",
    method: "The statement says how far the authority conforms to CIPFA's code of practice for the \
        governance of internal audit in local government and, where it conforms in part or not at all, \
        explains why and what is done instead.",
    rationale: "The code asks the authority, and not its auditors, to provide internal audit's mandate, \
        independence and resources, and to report on conformance in the governance statement.",
    limitations: "Whether the authority conforms, and whether an explanation is adequate.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::IA_GOVERNANCE_2025.part("section 4, the annual governance statement")],
    scope: Scope { from: 2025, ..Scope::FRAMEWORK_2016 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(
        context,
        Standard::InternalAuditGovernance,
        "CIPFA's Code of Practice for the Governance of Internal Audit",
    )
}
