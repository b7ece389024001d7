//! SCO-10: Accounts not completed in time in Scotland.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use crate::rules::{bodies, publication};
use ags_law::Scope;
use ags_law::{Body, Milestone};
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::Approval;
use ags_statement::english;

/// SCO-10.
pub const RULE: Rule = Rule {
    code: "SCO-10",
    name: "accounts-not-completed-in-time-in-scotland",
    title: "Accounts not completed in time in Scotland",
    requirement: "The audited accounts are approved for signature by 30 September and published, with the \
        statement, by 31 October.",
    method: "The accounts were approved for signature, by the authority or by a committee whose remit \
        includes audit or governance, by the last day; and the approved statement, which is part of them, \
        was published by its own last day. The law requires an authority to aim at the earlier date, so a \
        question is asked about accounts approved after it.",
    rationale: "Readers should be able to read how the authority was governed together with the figures, \
        in good time.",
    limitations: "Why the accounts were late. For 2019/20 and 2020/21 the dates were postponed; the new \
        dates were not read.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::SCOTLAND_2014.at("reg. 10(1)", "https://www.legislation.gov.uk/ssi/2014/200/regulation/10"),
        ags_law::SCOTLAND_2014.at("reg. 11", "https://www.legislation.gov.uk/ssi/2014/200/regulation/11"),
    ],
    scope: Scope::SCOTLAND,
    check: Check::Statement(check),
};

/// Who approves the accounts for signature.
const BODIES: &[Body] = &[Body::Members, Body::AuditOrGovernanceCommittee];

fn check(context: &StatementContext<'_>) -> Outcome {
    let approved = match context.accounts_approval() {
        Some(approval) => approved(context, approval),
        None => PendingDuty {
            pointer: pointers::accounts_place(context, "approval"),
            message: "The accounts have not been approved for signature",
            action: "Submit the audited accounts for approval for signature.",
        }
        .due_by(context, deadlines::last_day(context, Milestone::Approve)),
    };
    approved.and(publication::by_the_last_day(context))
}

fn approved(context: &StatementContext<'_>, approval: &Approval) -> Outcome {
    let at = Pointer::fixed("/sign_off/accounts/approval");
    let authority = &context.statement.local_code.authority;
    let resolved = bodies::resolution(authority, approval, &at, "statement of accounts", BODIES);
    let last_day = deadlines::last_day(context, Milestone::Approve);
    match deadlines::in_time(context, at.key("on"), "The accounts were approved", approval.on, last_day) {
        Outcome::NotMet { .. } => {
            let question = format!(
                "The accounts were approved for signature on {}, after the date at which the law requires \
                    an authority to aim. What was the reason?",
                english::date(approval.on)
            );
            resolved.and(Outcome::needs_review(at.key("on"), question))
        }
        in_time => resolved.and(in_time),
    }
}
