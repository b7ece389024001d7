//! REL-CFO: Role of chief financial officer not explained.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-CFO.
pub const RULE: Rule = Rule {
    code: "REL-CFO",
    name: "role-of-chief-financial-officer-not-explained",
    title: "Role of chief financial officer not explained",
    requirement: "The statement says whether the chief financial officer's role conforms to CIPFA's \
        statement and, if not, why.",
    method: "The statement says how far the authority conforms to CIPFA's statement on the role of the \
        chief financial officer: professionally qualified, reporting to the chief executive and a member \
        of the leadership team. Where it conforms in part or not at all, it explains why and how the same \
        result is achieved.",
    rationale: "Comply or explain: CIPFA's statement asks for the explanation in the annual governance \
        report. An officer outside the leadership team learns of decisions only after they are made.",
    limitations: "Whether the arrangements are as described, and whether an explanation is adequate.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::CFO_ROLE_2016.part("comply or explain in the annual governance report; first of 2010")
    ],
    scope: Scope { from: 2010, ..Scope::FRAMEWORK_2016 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(
        context,
        Standard::RoleOfChiefFinancialOfficer,
        "CIPFA's Statement on the Role of the Chief Financial Officer in Local Government",
    )
}
