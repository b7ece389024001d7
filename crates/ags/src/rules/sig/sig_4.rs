//! SIG-4: issue dropped without a reason.

use governance_model::{Issue, PriorIssue, PriorOutcome, Text};

use crate::case::Case;
use crate::law;
use crate::rule::{Check, Finding, Outcome, Rule, Severity, Status};
use crate::rules::rel;
use crate::words;

/// SIG-4.
pub const RULE: Rule = Rule {
    code: "SIG-4",
    name: "issue-dropped-without-a-reason",
    asks: "An issue of last year that is no longer one says how it was resolved, and its gaps are closed.",
    checks: "Each significant issue of last year that is closed or superseded says in words how. Where last year's \
        statement is at hand, no gap of an issue that is closed still stands among this year's gaps. That each issue is \
        on the list, once and with an outcome, is FW16-PRIOR.",
    why: "Members may insist on keeping an issue on the list, and they can only do so when they are told why it went.",
    cannot_tell: "Whether the issue is resolved as the words say; and gaps that were given another identifier.",
    severity: Severity::Advice,
    status: Status::Stable,
    cites: &[
        law::FRAMEWORK_2016.part("how the issues of last year were resolved"),
        law::QUALITY.part("no issue is dropped without an outcome"),
    ],
    binds: rel::EVERY_STATEMENT,
    check: Check::Statement(check),
};

fn check(case: &Case<'_>) -> Outcome {
    let Some(listed) = &case.statement.review.prior_issues else {
        return Outcome::not_applicable(
            "The statement does not list last year's issues; FW16-PRIOR asks for the list.",
        );
    };
    let dropped = listed
        .iter()
        .enumerate()
        .filter(|(_, one)| matches!(one.outcome, Some(PriorOutcome::Closed | PriorOutcome::Superseded)));
    Outcome::of(
        dropped
            .flat_map(|(index, one)| {
                let last_year = last_year(case, one);
                let at = format!("/review/prior_issues/{index}");
                unexplained(&at, one, last_year).into_iter().chain(still_open(case, &at, one, last_year))
            })
            .collect(),
    )
}

/// The issue as last year's statement reports it, where that is at hand.
fn last_year<'a>(case: &Case<'a>, one: &PriorIssue) -> Option<&'a Issue> {
    case.prior?.review.issues.iter().find(|issue| issue.id == one.id)
}

/// What is said to have become of it.
fn outcome(one: &PriorIssue) -> &'static str {
    if one.outcome == Some(PriorOutcome::Closed) { "closed" } else { "superseded" }
}

fn unexplained(at: &str, one: &PriorIssue, last_year: Option<&Issue>) -> Option<Finding> {
    if one.says.as_ref().is_some_and(|says| !Text::is_blank(says)) {
        return None;
    }
    let finding = Finding::new(
        format!("{at}/says"),
        format!(
            "Last year's issue {} ({}) is {}, and the statement does not say how.",
            one.title,
            one.id,
            outcome(one)
        ),
        "Say what was done, and how the authority knows that it is enough.",
    );
    Some(match last_year {
        Some(issue) => finding.quoting(&issue.says, &issue.from),
        None => finding,
    })
}

/// An issue that is closed while a gap it was made of is still among this year's.
fn still_open(case: &Case<'_>, at: &str, one: &PriorIssue, last_year: Option<&Issue>) -> Option<Finding> {
    let issue = last_year.filter(|_| one.outcome == Some(PriorOutcome::Closed))?;
    let gap = case.statement.review.gaps.iter().find(|gap| issue.gaps.contains(&gap.id))?;
    let finding = Finding::new(
        format!("{at}/outcome"),
        format!(
            "The issue {} ({}) of {} is said to be closed, and {}, of which it was made, is still among the gaps of {}.",
            issue.title,
            issue.id,
            words::year(case.prior.and_then(crate::Statement::year)),
            gap.id,
            case.year
        ),
        "Carry the issue on, or take out the gap and say how it was closed.",
    );
    Some(finding.quoting(&gap.says, &gap.from))
}
