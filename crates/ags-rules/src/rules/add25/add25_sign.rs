//! ADD25-SIGN: Role of the audit committee not stated.

use governance_model::RoleKind;

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::fw16::fw16_sign;
use ags_report::{Finding, Outcome, Severity};

/// ADD25-SIGN.
pub const RULE: Rule = Rule {
    code: "ADD25-SIGN",
    name: "role-of-the-audit-committee-not-stated",
    title: "Role of the audit committee not stated",
    requirement: "The leading member and the chief executive sign, and the statement describes the role of \
        the audit committee.",
    method: "The statement meets FW16-SIGN, and the audit committee is among the roles, with a \
        description.",
    rationale: "Those who sign rely on the committee's consideration of the statement.",
    limitations: "Whether those who signed held the office. The text of the addendum was not available; \
        the rule follows published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let committees =
        context.statement.local_code.roles.iter().filter(|role| role.kind == RoleKind::AuditCommittee);
    let told = committees.filter_map(|role| role.text.as_ref()).any(|says| !says.is_blank());
    let finding = (!told).then(|| {
        Finding::new(
            "/local_code/roles",
            "The statement does not describe the role of the audit committee in governance.",
            "List the audit committee among the roles, and describe its role in governance.",
        )
    });
    fw16_sign::check(context).and(Outcome::of(finding.into_iter().collect()))
}
