//! QA-CARRY: Last year's actions dropped.

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
    name: "last-years-actions-dropped",
    title: "Last year's actions dropped",
    requirement: "Each action left open last year is carried on with the reason, or the statement says that \
        it is done.",
    method: "Each action of last year's review that was still open stands in this year's under its own \
        identifier, or is named by an action that carries it on, or the issue it mended is reported as \
        closed; what an action carries on from is in last year's plan, so that the first year can be \
        found; and an open action that is carried says why it was not done, as progress or as the reason \
        for a later day. Without last year's statement the reason alone is asked for.",
    rationale: "Councils roll what is not finished into the next plan, with the reason. An action that is in \
        one year's plan and in no later one was done, given up or forgotten, and nobody can say which.",
    limitations: "Whether the reason is a good one.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part(
        "Boston Borough Council, Telford & Wrekin Council and Herefordshire \
        Council: the annual governance statement: actions carried into the next plan with the reason",
    )],
    scope: Scope::ALWAYS,
    uses_prior_year: true,
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
            "The action {} of last year was open, and the statement does not say what became of it: \"{}\".",
            action.id, action.text
        ),
        "List it with how it stands now, or name it in the action that carries it on.",
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
        format!("The action {} is said to carry on {from}, which is not in last year's plan.", action.id),
        "Write the identifier that it had in last year's statement.",
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
            format!("The action {} is carried on from an earlier plan, and nothing says why.", action.id),
            "Say what was done so far, and why it was not finished.",
        )
    })
}
