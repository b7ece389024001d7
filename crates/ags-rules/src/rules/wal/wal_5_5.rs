//! WAL-5-5: Apart from the accounts in Wales.

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
    name: "apart-from-the-accounts-in-wales",
    title: "Apart from the accounts in Wales",
    requirement: "The statement accompanies the statement of accounts.",
    method: "The approved statement was published with the accounts.",
    rationale: "The accounts are read in the light of how the body that made them was governed.",
    limitations: "Whether the accounts stand beside the statement at the address, or only somewhere else. \
        When they are published is not checked: the amended days were not read.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[legislation::wales("reg. 5(5)")],
    scope: Scope::WALES,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(published) = context.as_approved() else {
        return PendingDuty {
            pointer: pointers::publication(context, "as_approved"),
            message: "The approved statement is not published with the accounts",
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
