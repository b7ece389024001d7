//! ADD25-CODE: Local code not reviewed recently.

use chrono::Months;

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// ADD25-CODE.
pub const RULE: Rule = Rule {
    code: "ADD25-CODE",
    name: "local-code-not-reviewed-recently",
    title: "Local code not reviewed recently",
    requirement: "The local code was reviewed recently, and the statement says when.",
    method: "The local code was reviewed, or is dated, no more than 24 months before the date of approval, \
        or before the date of the check while the statement is a draft. We chose the 24 months.",
    rationale: "A local code that has not been reviewed for years describes earlier arrangements.",
    limitations: "Whether the review changed the code. The text of the addendum was not available; the \
        rule follows published papers about it.",
    severity: Severity::Advisory,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    check: Check::Statement(check),
};

/// The most months from the review of the code to the day the statement speaks for, inclusive. Ours.
const MOST_MONTHS: u32 = 24;

fn check(context: &StatementContext<'_>) -> Outcome {
    const AT: &str = "/local_code/document/reviewed";
    let document = &context.statement.local_code.document;
    let Some(reviewed) = document.reviewed.or(document.dated) else {
        return Outcome::not_met(
            AT,
            "The statement does not give the date of the last review of the local code.",
            "Give the date of the last review of the local code.",
        );
    };
    let Some((_, last)) = reviewed.days() else {
        return Outcome::indeterminate(AT, "Give the date of the last review of the local code.");
    };
    let today = context.speaks_for();
    if last.checked_add_months(Months::new(MOST_MONTHS)).is_none_or(|until| today <= until) {
        return Outcome::Met;
    }
    Outcome::not_met(
        if document.reviewed.is_some() { AT } else { "/local_code/document/dated" },
        format!(
            "The local code was last reviewed {}, more than {MOST_MONTHS} months before {}.",
            english::at(reviewed),
            english::date(today)
        ),
        "Review the local code, and give the date of the review.",
    )
}
