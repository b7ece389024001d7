//! REL-AC: Conformance of the audit committee not stated.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-AC.
pub const RULE: Rule = Rule {
    code: "REL-AC",
    name: "conformance-of-the-audit-committee-not-stated",
    title: "Conformance of the audit committee not stated",
    requirement: "The statement says how the audit committee compares with CIPFA's position statement.",
    method: "The statement says how far the audit committee conforms to CIPFA's position statement on \
        audit committees and, where it conforms in part or not at all, gives the reason.",
    rationale: "The statement relies on the work of the committee. Its membership and remit show how far \
        that reliance is justified.",
    limitations: "Whether the committee is effective. The edition of 2022 was not read, so the edition \
        used for the comparison is not checked.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::AUDIT_COMMITTEES_2022.part("the position statement; first of 2013")],
    scope: Scope { from: 2013, ..Scope::FRAMEWORK_2016 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(context, Standard::AuditCommittees, "CIPFA's Position Statement on Audit Committees")
}
