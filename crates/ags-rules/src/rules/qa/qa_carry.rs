//! QA-CARRY: Last year's actions not followed up.

use std::collections::BTreeMap;

use governance_model::{Action, GapId, PriorOutcome, Text};

use super::prior_statement::last_year;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::Statement;

/// QA-CARRY.
pub const RULE: Rule = Rule {
    code: "QA-CARRY",
    name: "last-years-actions-not-followed-up",
    title: "Last year's actions not followed up",
    requirement: "Each action that was open last year is carried forward with the reason, or the statement \
        reports its completion.",
    method: "Each open action of last year's review is in this year's plan under its own identifier, or is \
        named by the action that continues it, or the issue that it addressed is reported as closed. An \
        action that is carried forward names an action of last year's plan, and an open one gives the \
        reason that it was not completed, as progress or as the reason for a revised date. Without last \
        year's statement only the reason is checked.",
    rationale: "Councils carry unfinished actions into the next plan, with the reason. Readers need to \
        know the outcome of an action that is no longer listed.",
    limitations: "Whether the reason is adequate.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part(
        "Boston Borough Council, Telford & Wrekin Council and Herefordshire \
        Council: the annual governance statement: actions carried into the next plan with the reason",
    )],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let prior = last_year(context);
    let earlier: BTreeMap<&str, &Action> =
        prior.iter().flat_map(|prior| &prior.review.actions).map(|one| (one.id.as_str(), one)).collect();
    let mut findings = Vec::new();
    if let Ok(prior) = &prior {
        let open = prior.review.actions.iter().filter(|action| action.status.is_open());
        findings.extend(open.filter_map(|action| dropped(context.statement, prior, action)));
    }
    for (index, action) in context.statement.review.actions.iter().enumerate() {
        if prior.is_ok() {
            findings.extend(unknown(index, action, &earlier));
        }
        findings.extend(unreasoned(index, action, &earlier));
    }
    match prior {
        Err(answer) if findings.is_empty() => answer,
        _ => Outcome::of(findings),
    }
}

/// An open action of last year that this year's statement says nothing of.
fn dropped(ours: &Statement, prior: &Statement, action: &Action) -> Option<Finding> {
    let carries = |one: &Action| one.id == action.id || one.carried_from.as_ref() == Some(&action.id);
    if ours.review.actions.iter().any(carries) || closed(ours, prior, &action.addresses) {
        return None;
    }
    Some(Finding::new(
        "/review/actions",
        format!(
            "Last year's action {} was open, but the statement does not give its outcome: \"{}\".",
            action.id, action.text
        ),
        "List the action with its status, or name it in the action that continues it.",
    ))
}

/// Whether the statement tells of an issue as closed that is made of one of these gaps.
fn closed(ours: &Statement, prior: &Statement, gaps: &[GapId]) -> bool {
    let told = ours.review.prior_issues.iter().flatten();
    let mut closed = told.filter(|one| one.outcome == Some(PriorOutcome::Closed));
    closed.any(|one| {
        let mut issues = prior.review.issues.iter();
        issues.any(|issue| issue.id == one.id && issue.gaps.iter().any(|gap| gaps.contains(gap)))
    })
}

/// An action that is said to carry on one that is not in last year's plan.
fn unknown(index: usize, action: &Action, earlier: &BTreeMap<&str, &Action>) -> Option<Finding> {
    let from = action.carried_from.as_ref().filter(|from| !earlier.contains_key(from.as_str()))?;
    Some(Finding::new(
        Pointer::root().key("review").key("actions").index(index).key("carried_from"),
        format!(
            "The action {} is given as carried forward from {from}, which is not in last year's \
            plan.",
            action.id
        ),
        "Give the identifier that the action had in last year's statement.",
    ))
}

/// An open action that is carried and says nothing of why.
fn unreasoned(index: usize, action: &Action, earlier: &BTreeMap<&str, &Action>) -> Option<Finding> {
    let carried = action.carried_from.is_some() || earlier.contains_key(action.id.as_str());
    let revised = action.revised.as_ref().and_then(|revised| revised.reason.as_ref());
    let progress = action.progress.as_ref().and_then(|progress| progress.text.as_ref());
    let told = [revised, progress].into_iter().flatten().any(|words| !Text::is_blank(words));
    (carried && action.status.is_open() && !told).then(|| {
        Finding::new(
            Pointer::root().key("review").key("actions").index(index),
            format!("The action {} is carried forward from an earlier plan without a reason.", action.id),
            "Report the progress, and give the reason that the action was not completed.",
        )
    })
}
