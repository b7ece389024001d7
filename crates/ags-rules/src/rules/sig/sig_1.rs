//! SIG-1: Issue without a ground.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// SIG-1.
pub const RULE: Rule = Rule {
    code: "SIG-1",
    name: "issue-without-a-ground",
    title: "Issue without a ground",
    requirement: "Each significant issue says what makes it significant.",
    method: "Each significant issue gives one or more of seven grounds: it hindered an objective, took \
        resources, was material to the accounts, was judged significant by the audit committee or by the \
        head of internal audit, drew public interest, or led to formal action by a statutory officer.",
    rationale: "With the ground a reader can tell why this is on the list and something else is not.",
    limitations: "Whether the ground is true. The list of seven is one that many statements repeat from \
        CIPFA's guidance note on the Framework of 2007; the note itself was not read here.",
    severity: Severity::Advisory,
    status: Status::Preview,
    citations: &[ags_law::GUIDANCE_NOTE_2007.part("what makes an issue significant")],
    scope: scope::EVERY_STATEMENT,
    uses_prior_year: false,
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
                        "The statement does not say what makes {} ({}) significant.",
                        issue.title, issue.id
                    ),
                    "Give one of the seven grounds, as in \"audit-committee\" or \"hindered-an-objective\".",
                )
            })
            .collect(),
    )
}
