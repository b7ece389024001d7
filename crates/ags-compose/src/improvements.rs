//! What falls short without being significant, and what is done about it.

use std::collections::{BTreeMap, BTreeSet};

use governance_model::{Action, Gap, GapId};

use super::action_plan::owners;
use super::local_plan;
use super::plan::{self, Row};
use super::prose::{Body, bullets, filled, heading, paragraphs, some_line};
use crate::phrases::{action_plan, improvements as phrases};
use ags_document::Block;
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let review = &statement.review;
    body.push(heading(1, phrases::HEADING));
    let significant = owners(&review.issues);
    let gaps: Vec<&Gap> = review.gaps.iter().filter(|gap| !significant.contains_key(&gap.id)).collect();
    if gaps.is_empty() {
        body.push(Block::plain(phrases::NONE));
    } else {
        body.push(Block::plain(phrases::introduction(gaps.len())));
        let actions = review
            .actions
            .iter()
            .filter(|action| !action.addresses.iter().any(|gap| significant.contains_key(gap)));
        body.extend(plan::drawn(phrases::CAPTION, action_plan::AREA, rows(&gaps, actions)));
    }
    local_plan::compose(&statement.local_code, body);
    found(&statement.found, body);
    others(statement, body);
}

/// Each action once, at the first gap that it addresses; a gap without an action is shown as such.
fn rows<'a>(gaps: &[&'a Gap], actions: impl Iterator<Item = &'a Action>) -> Vec<Row> {
    let places: BTreeMap<&GapId, usize> = gaps.iter().zip(0..).map(|(gap, place)| (&gap.id, place)).collect();
    let mut assigned: Vec<Vec<&Action>> = vec![Vec::new(); gaps.len()];
    let mut addressed = BTreeSet::new();
    for action in actions {
        let first = action.addresses.iter().filter_map(|gap| places.get(gap)).min();
        if let Some(gap) = first.and_then(|gap| assigned.get_mut(*gap)) {
            gap.push(action);
        }
        addressed.extend(&action.addresses);
    }
    let mut rows = Vec::new();
    for (gap, actions) in gaps.iter().zip(&assigned) {
        let what = || filled(paragraphs(&gap.text, &gap.source));
        if actions.is_empty() {
            let above = addressed.contains(&gap.id);
            let reason = if above { action_plan::SEE_ABOVE } else { action_plan::NO_ACTION };
            rows.push(plan::without_action(what(), reason));
        }
        rows.extend(actions.iter().map(|action| plan::row(what(), action)));
    }
    rows
}

/// The gaps found in the local code itself.
fn found(gaps: &[Gap], body: &mut Body) {
    if let Some(list) = bullets(gaps.iter().flat_map(|gap| paragraphs(&gap.text, &gap.source))) {
        body.push(heading(2, phrases::FOUND));
        body.push(Block::plain(phrases::FOUND_INTRODUCTION));
        body.push(list);
    }
}

/// Actions that address no gap of the review.
fn others(statement: &Statement, body: &mut Body) {
    let review = &statement.review;
    let known: BTreeSet<&GapId> = review
        .gaps
        .iter()
        .map(|gap| &gap.id)
        .chain(review.issues.iter().flat_map(|issue| &issue.gaps))
        .collect();
    let others =
        review.actions.iter().filter(|action| !action.addresses.iter().any(|gap| known.contains(gap)));
    if let Some(table) = plan::drawn(phrases::OTHER_CAPTION, phrases::FAMILY, others.map(of_a_plan).collect())
    {
        body.extend([heading(2, phrases::OTHER), table]);
    }
}

fn of_a_plan(action: &Action) -> Row {
    let family = some_line(action.family.as_ref()).unwrap_or_else(|| phrases::NO_FAMILY.into());
    plan::row(vec![Block::plain(family)], action)
}
