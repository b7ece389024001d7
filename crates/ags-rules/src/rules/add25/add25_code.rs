//! ADD25-CODE: A local code left alone.

use chrono::Months;

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// ADD25-CODE.
pub const RULE: Rule = Rule {
    code: "ADD25-CODE",
    name: "a-local-code-left-alone",
    title: "A local code left alone",
    requirement: "The local code was reviewed lately, and the statement says when.",
    method: "The local code was reviewed, or is dated, no more than 24 months before the day the statement \
        speaks for: that of its approval, or the day of judging while it is a draft. The 24 months are \
        ours.",
    rationale: "A statement on a code that nobody looked at for years reports on how the authority used to \
        be run.",
    limitations: "Whether the review of the code changed anything. Nobody here has read the addendum: what \
        is asked is what papers about it say.",
    severity: Severity::Advisory,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    uses_prior_year: false,
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
            "The statement does not say when the local code was last reviewed.",
            "Give the day or month in which the local code was last reviewed.",
        );
    };
    let Some((_, last)) = reviewed.days() else {
        return Outcome::indeterminate(
            AT,
            "Give the day or month in which the local code was last reviewed.",
        );
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
        "Review the local code, and give the day.",
    )
}
