//! The significant issues and the action plan.

use std::collections::BTreeSet;

use ags_document::Block;
use ags_statement::english;
use governance_model::{Issue, IssueId, MatterKind, Significance};

use super::actions;
use super::composition::Composition;
use super::prose::{Body, heading, line, paragraphs, passage, some_line};
use super::summary;
use crate::phrases::issues as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let issues = &of.statement.review.issues;
    body.push(heading(1, phrases::HEADING));
    body.extend(passage(of.statement.review.significance.as_ref()));
    if issues.is_empty() {
        body.extend(summary::no_issues(of));
        if matches!(body.last(), Some(Block::Heading { .. })) {
            body.pop();
        }
        return;
    }
    let prior = of.statement.review.prior_issues.iter().flatten();
    let followed_up: BTreeSet<&IssueId> = prior.filter_map(|issue| issue.carried_to.as_ref()).collect();
    for (issue, number) in issues.iter().zip(1..) {
        body.push(heading(2, title(issue, number)));
        let text = paragraphs(&issue.text, &issue.source);
        if text.is_empty() {
            body.extend(of.prompt(&phrases::description(number)));
        }
        body.extend(text);
        if issue.carried_from.is_some() && !followed_up.contains(&issue.id) {
            body.push(Block::plain(phrases::CARRIED));
        }
        body.extend(grounds(of, issue).map(Block::plain));
    }
    plan(of, body);
}

/// The issue by its number and its name.
pub(super) fn title(issue: &Issue, number: usize) -> String {
    let title = line(&issue.title);
    if title.is_empty() { phrases::number(number) } else { phrases::title(number, &title) }
}

/// The actions for the issues, and a prompt for each issue that has none.
fn plan(of: &Composition<'_>, body: &mut Body) {
    let planned = of.actions_for_issues();
    let issues = of.issues_of_gaps();
    let addressed: BTreeSet<usize> = planned
        .iter()
        .flat_map(|action| &action.addresses)
        .filter_map(|gap| issues.get(gap).copied())
        .collect();
    let table = actions::table(of, phrases::CAPTION, &planned);
    let missing = (0..of.statement.review.issues.len()).filter(|place| !addressed.contains(place));
    let missing: Vec<Block> = missing.filter_map(|place| of.prompt(&phrases::action(place + 1))).collect();
    if table.is_some() || !missing.is_empty() {
        body.push(heading(2, phrases::PLAN));
        body.extend(table);
        body.extend(missing);
    }
}

/// Why the issue is significant; none where no reason is given.
fn grounds(of: &Composition<'_>, issue: &Issue) -> Option<String> {
    let reasons: Vec<String> = issue
        .grounds
        .iter()
        .map(|ground| phrases::significance(*ground, actor(of, issue, *ground).as_deref()))
        .collect();
    (!reasons.is_empty()).then(|| phrases::grounds(&english::list(&reasons)))
}

/// Who took the formal action that makes the issue significant, by the matters that name it.
fn actor(of: &Composition<'_>, issue: &Issue, ground: Significance) -> Option<String> {
    let is = |kind: MatterKind| {
        let by_an_officer =
            matches!(kind, MatterKind::Section114Report | MatterKind::MonitoringOfficerReport);
        match ground {
            Significance::FormalAction => by_an_officer,
            Significance::RegulatoryAction => !by_an_officer,
            _ => false,
        }
    };
    let mut matters = of.matters().filter(|matter| is(matter.kind) && matter.issues.contains(&issue.id));
    matters.find_map(|matter| some_line(matter.by.as_ref()))
}
