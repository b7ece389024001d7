//! QA-ENDORSE: Draft approved as final.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// QA-ENDORSE.
pub const RULE: Rule = Rule {
    code: "QA-ENDORSE",
    name: "draft-approved-as-final",
    title: "Draft approved as final",
    requirement: "Members note the draft and approve the final statement.",
    method: "The statement was approved after its draft was published with the unaudited accounts. An \
        approval on that day or earlier is an approval of the draft. Whether the meeting approved or only \
        noted the statement is checked by FW16-APPR.",
    rationale: "Councils note or endorse the draft and approve the final statement. An approved draft is \
        out of date when the accounts are published, and members have not approved what is published \
        then.",
    limitations: "The wording of the minute, and whether the statement changed after its approval, which \
        the list of changes shows.",
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
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(approval) = context.approval() else {
        return Outcome::not_applicable("The statement has not been approved yet.");
    };
    let Some(draft) = context.draft() else {
        return Outcome::not_applicable("No draft was published.");
    };
    if draft.on < approval.on {
        return Outcome::Met;
    }
    Outcome::not_met(
        context.approval_pointer().key("on"),
        format!(
            "{} approved the statement on {}, but its draft was published on {}.",
            approval.body,
            english::date(approval.on),
            english::date(draft.on)
        ),
        "Submit the final statement to members for approval.",
    )
}
