//! The significant issues and what is done about each.

use std::collections::{BTreeMap, BTreeSet};

use governance_model::{Action, GapId, Issue, IssueId};

use super::opening;
use super::plan::{self, Row};
use super::prose::{Body, heading, line, paragraphs, passage, sourced};
use crate::phrases::action_plan as phrases;
use ags_document::Block;
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let issues = &statement.review.issues;
    body.push(heading(1, phrases::HEADING));
    body.extend(passage(statement.review.significance.as_ref()));
    if issues.is_empty() {
        body.push(Block::plain(opening::no_issues(statement)));
        return;
    }
    let prior = statement.review.prior_issues.iter().flatten();
    let followed_up: BTreeSet<&IssueId> = prior.filter_map(|issue| issue.carried_to.as_ref()).collect();
    for (issue, place) in issues.iter().zip(1..) {
        body.push(heading(2, title(issue, place)));
        let mut blocks = paragraphs(&issue.text, &issue.source);
        if blocks.is_empty() {
            blocks.push(sourced(phrases::NO_DETAIL, &issue.source));
        }
        if issue.carried_from.is_some() && !followed_up.contains(&issue.id) {
            blocks.push(Block::plain(phrases::CARRIED));
        }
        blocks.extend(phrases::grounds(&issue.grounds).map(Block::plain));
        body.extend(blocks);
    }
    body.push(heading(2, phrases::PLAN));
    body.extend(plan::drawn(phrases::CAPTION, phrases::ISSUE, rows(issues, &statement.review.actions)));
}

/// The issue by its number and its name.
pub(super) fn title(issue: &Issue, place: usize) -> String {
    let title = line(&issue.title);
    if title.is_empty() { phrases::unnamed(place) } else { phrases::issue(place, &title) }
}

/// Each action once, at the first issue that it addresses a gap of; an issue without an action is shown as such.
fn rows(issues: &[Issue], actions: &[Action]) -> Vec<Row> {
    let owners = owners(issues);
    let mut assigned: Vec<Vec<&Action>> = vec![Vec::new(); issues.len()];
    for action in actions {
        let first = action.addresses.iter().filter_map(|gap| owners.get(gap)).min();
        if let Some(issue) = first.and_then(|issue| assigned.get_mut(*issue)) {
            issue.push(action);
        }
    }
    let addressed: BTreeSet<&GapId> = actions.iter().flat_map(|action| &action.addresses).collect();
    let mut rows = Vec::new();
    for ((issue, actions), place) in issues.iter().zip(&assigned).zip(1..) {
        let what = || vec![sourced(title(issue, place), &issue.source)];
        if actions.is_empty() {
            let above = issue.gaps.iter().any(|gap| addressed.contains(gap));
            let reason = if above { phrases::SEE_ABOVE } else { phrases::NO_ACTION };
            rows.push(plan::without_action(what(), reason));
        }
        rows.extend(actions.iter().map(|action| plan::row(what(), action)));
    }
    rows
}

/// The first issue that each gap belongs to, by its place in the list.
pub(super) fn owners(issues: &[Issue]) -> BTreeMap<&GapId, usize> {
    let mut owners = BTreeMap::new();
    for (place, issue) in issues.iter().enumerate() {
        for gap in &issue.gaps {
            owners.entry(gap).or_insert(place);
        }
    }
    owners
}
