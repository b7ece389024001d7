//! QA-ENDORSE: A draft approved as final.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// QA-ENDORSE.
pub const RULE: Rule = Rule {
    code: "QA-ENDORSE",
    name: "a-draft-approved-as-final",
    title: "A draft approved as final",
    requirement: "Members note the draft and approve the final statement.",
    method: "The statement was approved after its draft was published with the unaudited accounts. What was \
        approved on that day or before was the draft. Whether the meeting approved or only took note is \
        for FW16-APPR.",
    rationale: "Councils have the draft noted or endorsed and approve what is final. A draft that is \
        approved is out of date when the accounts are, and members have not approved what is then published.",
    limitations: "What the minute calls it, and whether the statement changed after its approval, which the \
        list of changes tells.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::QUALITY.at(
            "Arun District Council: the draft annual governance statement noted, the final one approved",
            "https://democracy.arun.gov.uk/mgAi.aspx?ID=8045",
        ),
        super::citations::SPELTHORNE,
    ],
    scope: Scope::ALWAYS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(approval) = context.approval() else {
        return Outcome::not_applicable("The statement is not approved yet.");
    };
    let Some(draft) = context.draft() else {
        return Outcome::not_applicable("No draft was published, so none can have been approved.");
    };
    if draft.on < approval.on {
        return Outcome::Met;
    }
    Outcome::not_met(
        context.approval_pointer().key("on"),
        format!(
            "{} approved on {} what was published as a draft on {}.",
            approval.body,
            english::date(approval.on),
            english::date(draft.on)
        ),
        "Have the draft noted, and bring the final statement to members for approval.",
    )
}
