//! REL-AC: Audit committee uncompared.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-AC.
pub const RULE: Rule = Rule {
    code: "REL-AC",
    name: "audit-committee-uncompared",
    title: "Audit committee uncompared",
    requirement: "The statement says how the audit committee compares with CIPFA's position statement.",
    method: "The statement says how far the committee charged with governance conforms to CIPFA's position \
        statement on audit committees; where it does so in part or not at all, it says why.",
    rationale: "The statement rests on what the committee saw. What kind of committee it is, and who sits on \
        it, tells how far that reaches.",
    limitations: "Whether the committee works well. The edition of 2022 was not read here, so which \
        edition is compared with is not checked.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::AUDIT_COMMITTEES_2022.part("the position statement; first of 2013")],
    scope: Scope { from: 2013, ..Scope::FRAMEWORK_2016 },
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(context, Standard::AuditCommittees, "CIPFA's Position Statement on Audit Committees")
}
