//! ADD25-SIGN: Signatures without the audit committee.

use governance_model::RoleKind;

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::fw16::fw16_sign;
use ags_report::{Finding, Outcome, Severity};

/// ADD25-SIGN.
pub const RULE: Rule = Rule {
    code: "ADD25-SIGN",
    name: "signatures-without-the-audit-committee",
    title: "Signatures without the audit committee",
    requirement: "The leading member and the chief executive sign, and the statement says what the audit \
        committee did.",
    method: "The statement is signed as FW16-SIGN asks, and the committee charged with governance is among \
        the roles, with what it does.",
    rationale: "Those who sign rely on the committee that looked at the statement for them.",
    limitations: "Whether whoever signed held the office. Nobody here has read the addendum: what is asked \
        is what papers about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let committees =
        context.statement.local_code.roles.iter().filter(|role| role.kind == RoleKind::AuditCommittee);
    let told = committees.filter_map(|role| role.text.as_ref()).any(|says| !says.is_blank());
    let finding = (!told).then(|| {
        Finding::new(
            "/local_code/roles",
            "The statement does not say what part the audit committee has.",
            "List the committee charged with governance, with what it does for the statement.",
        )
    });
    fw16_sign::check(context).and(Outcome::of(finding.into_iter().collect()))
}
