//! REG-9-1: Public rights period before the accounts were signed.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// REG-9-1.
pub const RULE: Rule = Rule {
    code: "REG-9-1",
    name: "public-rights-period-before-the-accounts-were-signed",
    title: "Public rights period before the accounts were signed",
    requirement: "The responsible financial officer signs the draft accounts before the public rights \
        period begins.",
    method: "The responsible financial officer signed and dated the draft accounts on or before the day on \
        which the period for the exercise of public rights began.",
    rationale: "The public inspects accounts that the responsible officer has certified as true and fair.",
    limitations: "The order of two steps on one day, and whether the auditor was informed of the date, \
        which is the third step.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 9(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/9")
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let accounts = context.statement.sign_off.accounts.as_ref();
    let day = |day: Option<chrono::NaiveDate>| day.filter(|day| *day <= context.as_at);
    let drafted = accounts.and_then(|accounts| accounts.drafted);
    let begun = day(accounts.and_then(|accounts| accounts.rights).map(|rights| rights.first));
    let at = pointers::accounts_place(context, "drafted");
    match (drafted, begun) {
        (Some(drafted), Some(begun)) if begun < drafted => Outcome::not_met(
            at,
            format!(
                "The public rights period began on {}, but the responsible financial officer signed the \
                    draft accounts on {}.",
                english::date(begun),
                english::date(drafted)
            ),
            "Begin the period again, after the draft accounts have been signed and published.",
        ),
        (Some(_), Some(_)) => Outcome::Met,
        (None, Some(_)) => Outcome::indeterminate(
            at,
            "Give the date on which the responsible financial officer signed the draft accounts.",
        ),
        (drafted, None) if day(drafted).is_some() => Outcome::Met,
        (_, None) => PendingDuty {
            pointer: at,
            message: "The responsible financial officer has not signed the draft accounts",
            action: "Obtain the responsible financial officer's dated signature on the draft accounts.",
        }
        .before_public_rights(context, Category::One),
    }
}
