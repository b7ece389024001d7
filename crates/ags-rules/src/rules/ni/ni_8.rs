//! NI-8: Accounts not completed in time in Northern Ireland.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use crate::rules::{bodies, publication};
use ags_law::Milestone;
use ags_law::Scope;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::english;

/// NI-8.
pub const RULE: Rule = Rule {
    code: "NI-8",
    name: "accounts-not-completed-in-time-in-northern-ireland",
    title: "Accounts not completed in time in Northern Ireland",
    requirement: "The accounts are signed by the chief financial officer by 30 June, and approved, signed \
        and published by 30 September.",
    method: "The chief financial officer signed the accounts by the first date and before they were \
        approved; a committee or the members as a whole approved them by resolution, the person presiding \
        signed them, and they were published with the statement, all by the second date.",
    rationale: "Readers should be able to read how the authority was governed together with the figures, \
        in good time.",
    limitations: "Whether the accounts were sent to the Department and the auditor. For 2019/20 the dates \
        were postponed; the new dates were not read. A smaller body's dates are those of regulation 10, \
        which are the same.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::NORTHERN_IRELAND_2015.at("reg. 8(2)", PART_3),
        ags_law::NORTHERN_IRELAND_2015.at("reg. 8(3)", PART_3),
    ],
    scope: Scope::NORTHERN_IRELAND,
    check: Check::Statement(check),
};

/// Part 3: the accounts of larger bodies.
const PART_3: &str = "https://www.legislation.gov.uk/nisr/2015/106/part/3/made";

fn check(context: &StatementContext<'_>) -> Outcome {
    signed_by_the_officer(context).and(approved(context)).and(publication::by_the_last_day(context))
}

fn signed_by_the_officer(context: &StatementContext<'_>) -> Outcome {
    let at = pointers::accounts_place(context, "drafted");
    let last_day = deadlines::last_day(context, Milestone::SignAccounts);
    let drafted = context.statement.sign_off.accounts.as_ref().and_then(|accounts| accounts.drafted);
    let Some(drafted) = drafted.filter(|drafted| *drafted <= context.as_at) else {
        if context.accounts_approval().is_some() {
            return Outcome::indeterminate(
                at,
                "Give the date on which the chief financial officer signed the accounts.",
            );
        }
        let says = "The chief financial officer has not signed the accounts";
        let needs = "Obtain the chief financial officer's dated signature and certificate on the accounts.";
        return PendingDuty { pointer: at, message: says, action: needs }.due_by(context, last_day);
    };
    let signed = "The chief financial officer signed the accounts";
    let before = match context.accounts_approval().filter(|approval| approval.on < drafted) {
        Some(approval) => Outcome::not_met(
            at.as_str(),
            format!(
                "{signed} on {}, after their approval on {}.",
                english::date(drafted),
                english::date(approval.on)
            ),
            "Obtain the officer's signature on the accounts, and then approve them again.",
        ),
        None => Outcome::Met,
    };
    deadlines::in_time(context, at, signed, drafted, last_day).and(before)
}

fn approved(context: &StatementContext<'_>) -> Outcome {
    let last_day = deadlines::last_day(context, Milestone::Approve);
    let Some(approval) = context.accounts_approval() else {
        return PendingDuty {
            pointer: pointers::accounts_place(context, "approval"),
            message: "The accounts have not been approved",
            action: "Submit the accounts to a committee or the members as a whole for approval by \
                resolution.",
        }
        .due_by(context, last_day);
    };
    let at = Pointer::fixed("/sign_off/accounts/approval");
    let authority = &context.statement.local_code.authority;
    bodies::resolution(authority, approval, &at, "statement of accounts", bodies::ANY_COMMITTEE)
        .and(deadlines::in_time(context, at.key("on"), "The accounts were approved", approval.on, last_day))
        .and(signed_by_the_person_presiding(context))
}

fn signed_by_the_person_presiding(context: &StatementContext<'_>) -> Outcome {
    let accounts = context.statement.sign_off.accounts.as_ref();
    let approval = context.accounts_approval().map(|approval| approval.on);
    let at = pointers::accounts_place(context, "signed");
    match (accounts.and_then(|accounts| accounts.signed), approval) {
        (Some(signed), Some(approved)) if signed < approved => Outcome::not_met(
            at,
            format!(
                "The accounts were signed on {} on behalf of the meeting that approved them on {}.",
                english::date(signed),
                english::date(approved)
            ),
            "Obtain the dated signature of the person presiding at the meeting after the approval of the \
                accounts.",
        ),
        (Some(_), _) => Outcome::Met,
        (None, _) => Outcome::indeterminate(
            at,
            "Give the date on which the person presiding at the meeting signed the accounts.",
        ),
    }
}
