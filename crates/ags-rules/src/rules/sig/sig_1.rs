//! SIG-1: Issue without grounds.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// SIG-1.
pub const RULE: Rule = Rule {
    code: "SIG-1",
    name: "issue-without-grounds",
    title: "Issue without grounds",
    requirement: "Each significant issue gives the grounds on which it is significant.",
    method: "Each significant issue gives one or more of the listed grounds: it hindered an objective, \
        took resources, was material to the accounts, was considered significant by the audit committee or \
        by the head of internal audit, drew public interest, or led to formal action.",
    rationale: "The grounds show readers why this issue is listed and others are not.",
    limitations: "Whether the grounds are true. The list is one that many statements repeat from CIPFA's \
        guidance note on the Framework of 2007; the note itself was not read.",
    severity: Severity::Advisory,
    status: Status::Preview,
    citations: &[ags_law::GUIDANCE_NOTE_2007.part("what makes an issue significant")],
    scope: scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let issues = &context.statement.review.issues;
    if issues.is_empty() {
        return Outcome::not_applicable("The statement reports no significant issue.");
    }
    let groundless = issues.iter().enumerate().filter(|(_, issue)| issue.grounds.is_empty());
    Outcome::of(
        groundless
            .map(|(index, issue)| {
                Finding::new(
                    Pointer::root().key("review").key("issues").index(index).key("grounds"),
                    format!(
                        "The statement does not give the grounds on which {} ({}) is significant.",
                        issue.title, issue.id
                    ),
                    "Give at least one of the grounds, such as that the issue hindered an objective or that \
                        the audit committee considered it significant.",
                )
            })
            .collect(),
    )
}
