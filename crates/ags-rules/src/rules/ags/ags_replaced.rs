//! AGS-REPLACED: Correction not explained or not approved.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::scope;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// AGS-REPLACED.
pub const RULE: Rule = Rule {
    code: "AGS-REPLACED",
    name: "correction-not-explained-or-not-approved",
    title: "Correction not explained or not approved",
    requirement: "A statement that corrects a published one says why, and was approved after that one was \
        published.",
    method: "The reason is not blank, the statement replaced is another one, and it was published before \
        this one was approved and published.",
    rationale: "Readers of the first statement must be able to find out what was wrong with it, and \
        members approve the correction as they approved the statement.",
    limitations: "Whether the reason is complete, and whether the first statement has been withdrawn.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.at(
        "North Hertfordshire District Council: two paragraphs missing from the final annual governance \
         statement 2024/25",
        "https://democracy.north-herts.gov.uk/mgAi.aspx?ID=18565",
    )],
    scope: SCOPE,
    check: Check::Statement(check),
};

const SCOPE: Scope = scope::EVERY_STATEMENT;

const AT: Pointer = Pointer::fixed("/sign_off/replaces");

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(replaced) = &context.statement.sign_off.replaces else {
        return Outcome::not_applicable("The statement corrects no published one.");
    };
    let mut findings = Vec::new();
    if replaced.reason.is_blank() {
        findings.push(Finding::new(
            AT.key("reason"),
            "The statement replaces a published one and does not say why.",
            "Give the reason for the correction.",
        ));
    }
    if replaced.version == Some(context.statement.version()) {
        findings.push(Finding::new(
            AT.key("version"),
            "The statement replaces one with the same content.",
            "Give the version of the published statement, or remove the correction.",
        ));
    }
    let Some(published) = replaced.published else {
        let missing = "Give the day on which the replaced statement was published.";
        return Outcome::of(findings).and(Outcome::indeterminate(AT.key("published"), missing));
    };
    let on = english::date(published);
    if let Some(approval) = context.approval().filter(|approval| approval.on < published) {
        findings.push(Finding::new(
            AT.key("published"),
            format!(
                "The statement that it replaces was published on {on}, and this one has not been approved \
                 since; it was approved on {}.",
                english::date(approval.on)
            ),
            "Submit the corrected statement for approval.",
        ));
    }
    if let Some(this) = context.as_approved().filter(|this| this.on < published) {
        findings.push(Finding::new(
            AT.key("published"),
            format!(
                "The statement that it replaces was published on {on}, after this one on {}.",
                english::date(this.on)
            ),
            "Correct one of the two days.",
        ));
    }
    Outcome::of(findings)
}
