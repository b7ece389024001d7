//! REL-CFO: Role of chief financial officer unexplained.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-CFO.
pub const RULE: Rule = Rule {
    code: "REL-CFO",
    name: "role-of-chief-financial-officer-unexplained",
    title: "Role of chief financial officer unexplained",
    requirement: "The statement says whether the chief financial officer's role conforms to CIPFA's \
        statement, and if not, why.",
    method: "The statement says how far the authority conforms to CIPFA's statement on the role of the chief \
        financial officer: professionally qualified, reporting to the chief executive, on the leadership \
        team. Where it does so in part or not at all, it says why and how the same effect is got.",
    rationale: "Comply or explain: the statement on the role asks for the explanation in the annual \
        governance report. An officer who is not at the table hears of a decision when it is made.",
    limitations: "Whether the arrangements are as the statement says, and whether an explanation is a good \
        one.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::CFO_ROLE_2016.part("comply or explain in the annual governance report; first of 2010")
    ],
    scope: Scope { from: 2010, ..Scope::FRAMEWORK_2016 },
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(
        context,
        Standard::RoleOfChiefFinancialOfficer,
        "CIPFA's Statement on the Role of the Chief Financial Officer in Local Government",
    )
}
