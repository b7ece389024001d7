//! REL-HIAROLE: Role of head of internal audit unexplained.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-HIAROLE.
pub const RULE: Rule = Rule {
    code: "REL-HIAROLE",
    name: "role-of-head-of-internal-audit-unexplained",
    title: "Role of head of internal audit unexplained",
    requirement: "The statement says whether the head of internal audit's role conforms to CIPFA's \
        statement, and if not, why.",
    method: "The statement says how far the authority conforms to CIPFA's statement on the role of the head \
        of internal audit; where it does so in part or not at all, it says why and how the same effect is \
        got.",
    rationale: "The head of internal audit can only be heard with access, independence and standing. Where \
        the authority arranges it otherwise, a reader needs the reason.",
    limitations: "Whether the arrangements are as the statement says, and whether an explanation is a good \
        one.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::HIA_ROLE_2019.part("the annual governance statement; first of 2010")],
    scope: Scope { from: 2010, ..Scope::FRAMEWORK_2016 },
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(
        context,
        Standard::RoleOfHeadOfInternalAudit,
        "CIPFA's Statement on the Role of the Head of Internal Audit",
    )
}
