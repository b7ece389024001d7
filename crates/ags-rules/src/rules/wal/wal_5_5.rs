//! WAL-5-5: Statement published without the accounts in Wales.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines;
use crate::rules::nations::legislation;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use crate::rules::publication;
use ags_law::Milestone;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::PublishedWith;

/// WAL-5-5.
pub const RULE: Rule = Rule {
    code: "WAL-5-5",
    name: "statement-published-without-the-accounts-in-wales",
    title: "Statement published without the accounts in Wales",
    requirement: "The statement accompanies the statement of accounts.",
    method: "The approved statement was published with the accounts.",
    rationale: "The accounts are read together with the report on how the body was governed.",
    limitations: "Whether the accounts are at the same address as the statement or elsewhere. The date of \
        publication is not checked, because the amended dates were not read.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[legislation::wales("reg. 5(5)")],
    scope: Scope::WALES,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(published) = context.as_approved() else {
        return PendingDuty {
            pointer: pointers::publication(context, "as_approved"),
            message: "The approved statement has not been published with the accounts",
            action: "Publish the approved statement with the accounts.",
        }
        .due_by(context, deadlines::last_day(context, Milestone::Publish));
    };
    let at = pointers::publication(context, "as_approved");
    if published.with.is_empty() {
        return Outcome::indeterminate(at.key("with"), "List what was published with the statement.");
    }
    let accounts = [(PublishedWith::Accounts, "accounts")];
    Outcome::of(publication::left_out(published, &at, "The statement", &accounts))
}
