//! REG-15-1A: No notice of a late public rights period.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::category;
use crate::rules::deadlines;
use crate::rules::notice::Late;
use crate::rules::pointers;
use crate::rules::reg::public_rights;
use ags_law::Scope;
use ags_law::SourceStatus;
use ags_report::{Outcome, Severity};

/// REG-15-1A.
pub const RULE: Rule = Rule {
    code: "REG-15-1A",
    name: "no-notice-of-a-late-public-rights-period",
    title: "No notice of a late public rights period",
    requirement: "A notice gives the reason where the public rights period does not begin in time.",
    method: "Where the period for the exercise of public rights had not begun by the last day to begin it, \
        a notice says so and gives the reason, on or after that day and before the period begins.",
    rationale: "Members of the public who come to inspect the accounts should find why they are not \
        available.",
    limitations: "Whether the notice was published as soon as reasonably practicable, and whether its \
        reason is true. Whether the period began late is checked by REG-15-1.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 15(1A)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
        ags_law::AMENDMENT_2021
            .at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2021/263/regulation/2/made"),
    ],
    scope: Scope { from: 2020, ..Scope::ENGLAND },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let at = pointers::publication(context, "late_rights_notice");
    let due = match category::of(context).and_then(|category| public_rights::begin(context, category, &at)) {
        Ok(begin) => begin.by,
        Err(unknown) => return unknown,
    };
    if due.source_status == SourceStatus::Unconfirmed {
        return deadlines::unconfirmed(at, "The public rights period may have begun late", &due);
    }
    let rights = context.statement.sign_off.accounts.as_ref().and_then(|accounts| accounts.rights);
    let begun = rights.map(|rights| rights.first).filter(|first| *first <= context.as_at);
    Late {
        pointer: at,
        last: due.day,
        done: begun,
        notice: context.late_rights_notice(),
        was_done: "The public rights period had begun by",
        was_not: "The public rights period had not begun by",
        what: "start of the period",
    }
    .noticed(context.as_at)
}
