//! REL-HIAROLE: Role of head of internal audit not explained.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-HIAROLE.
pub const RULE: Rule = Rule {
    code: "REL-HIAROLE",
    name: "role-of-head-of-internal-audit-not-explained",
    title: "Role of head of internal audit not explained",
    requirement: "The statement says whether the head of internal audit's role conforms to CIPFA's \
        statement and, if not, why.",
    method: "The statement says how far the authority conforms to CIPFA's statement on the role of the \
        head of internal audit and, where it conforms in part or not at all, explains why and how the same \
        result is achieved.",
    rationale: "The head of internal audit needs access, independence and standing. Readers need the \
        reason for any other arrangement.",
    limitations: "Whether the arrangements are as described, and whether an explanation is adequate.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::HIA_ROLE_2019.part("the annual governance statement; first of 2010")],
    scope: Scope { from: 2010, ..Scope::FRAMEWORK_2016 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(
        context,
        Standard::RoleOfHeadOfInternalAudit,
        "CIPFA's Statement on the Role of the Head of Internal Audit",
    )
}
