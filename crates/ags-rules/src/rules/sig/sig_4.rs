//! SIG-4: Issue closed without an explanation.

use governance_model::{Issue, PriorIssue, PriorOutcome, Text};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// SIG-4.
pub const RULE: Rule = Rule {
    code: "SIG-4",
    name: "issue-closed-without-an-explanation",
    title: "Issue closed without an explanation",
    requirement: "An issue of last year that is no longer reported has an explanation of how it was \
        resolved, and its gaps are closed.",
    method: "Each significant issue of last year that is closed or superseded has a text that explains \
        how. Where last year's statement is available, no gap of a closed issue is among this year's gaps. \
        Whether each issue is listed once with an outcome is checked by FW16-PRIOR.",
    rationale: "Members may decide to keep an issue on the list, and need the explanation to do so.",
    limitations: "Whether the issue is resolved as described; and gaps that were given another identifier.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::FRAMEWORK_2016.part("how the issues of last year were resolved"),
        ags_law::QUALITY.part("no issue is dropped without an outcome"),
    ],
    scope: scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(listed) = &context.statement.review.prior_issues else {
        return Outcome::not_applicable(
            "The statement does not list last year's issues, which FW16-PRIOR checks.",
        );
    };
    let dropped = listed
        .iter()
        .enumerate()
        .filter(|(_, one)| matches!(one.outcome, Some(PriorOutcome::Closed | PriorOutcome::Superseded)));
    Outcome::of(
        dropped
            .flat_map(|(index, one)| {
                let last_year = last_year(context, one);
                let at = Pointer::root().key("review").key("prior_issues").index(index);
                unexplained(&at, one, last_year).into_iter().chain(still_open(context, &at, one, last_year))
            })
            .collect(),
    )
}

/// The issue as last year's statement reports it, where that is available.
fn last_year<'a>(context: &StatementContext<'a>, one: &PriorIssue) -> Option<&'a Issue> {
    context.prior?.review.issues.iter().find(|issue| issue.id == one.id)
}

/// What is said to have become of it.
fn outcome(one: &PriorIssue) -> &'static str {
    if one.outcome == Some(PriorOutcome::Closed) { "closed" } else { "superseded" }
}

fn unexplained(at: &Pointer, one: &PriorIssue, last_year: Option<&Issue>) -> Option<Finding> {
    if one.text.as_ref().is_some_and(|says| !Text::is_blank(says)) {
        return None;
    }
    let finding = Finding::new(
        at.key("text"),
        format!(
            "Last year's issue {} ({}) is {}, but the statement does not explain how it was resolved.",
            one.title,
            one.id,
            outcome(one)
        ),
        "Explain what was done, and how the authority knows that it was sufficient.",
    );
    Some(match last_year {
        Some(issue) => finding.quoting(&issue.text, &issue.source),
        None => finding,
    })
}

/// An issue that is closed while a gap it was made of is still among this year's.
fn still_open(
    context: &StatementContext<'_>,
    at: &Pointer,
    one: &PriorIssue,
    last_year: Option<&Issue>,
) -> Option<Finding> {
    let issue = last_year.filter(|_| one.outcome == Some(PriorOutcome::Closed))?;
    let gap = context.statement.review.gaps.iter().find(|gap| issue.gaps.contains(&gap.id))?;
    let finding = Finding::new(
        at.key("outcome"),
        format!(
            "The issue {} ({}) of {} is given as closed, but its gap {} is still among the gaps of {}.",
            issue.title,
            issue.id,
            english::year(context.prior.and_then(ags_statement::Statement::year)),
            gap.id,
            context.year
        ),
        "Carry the issue forward, or remove the gap and explain how it was closed.",
    );
    Some(finding.quoting(&gap.text, &gap.source))
}
