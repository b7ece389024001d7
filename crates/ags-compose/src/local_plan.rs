//! The improvements that the local code itself plans: how many, who is responsible for them, and what became of them.

use governance_model::{Action, Arrangement, LocalCode, NoAction, NoActionKind};

use super::arrangement::{all_under, own_title, short_name};
use super::plan;
use super::prose::{
    Body, bullets, cell, filled, heading, lines, paragraphs, sentence, some_line, sourced, table,
};
use crate::phrases::{action_plan, local_plan as phrases};
use ags_document::{Block, Cell};

pub(super) fn compose(code: &LocalCode, body: &mut Body) {
    of_principles(code, body);
    of_families(&code.actions, body);
}

fn of_principles(code: &LocalCode, body: &mut Body) {
    let planned: Vec<(&Arrangement, Vec<&Arrangement>)> = code
        .principles
        .iter()
        .map(|principle| (principle, all_under(principle)))
        .filter(|(_, all)| all.iter().any(|one| !one.actions.is_empty()))
        .collect();
    if planned.is_empty() {
        return;
    }
    body.extend([heading(2, phrases::HEADING), Block::plain(phrases::INTRODUCTION)]);
    let counts: Vec<(String, Vec<&Action>)> = planned
        .iter()
        .map(|(principle, all)| (own_title(principle), all.iter().flat_map(|one| &one.actions).collect()))
        .collect();
    let all = counts.iter().flat_map(|(_, actions)| actions).copied().collect();
    let rows =
        counts.into_iter().chain([(phrases::ALL.into(), all)]).map(|(name, of)| counted(name, &of)).collect();
    let columns =
        [phrases::PRINCIPLE, phrases::ACTIONS, phrases::OPEN, phrases::WITHOUT_OWNER, phrases::WITHOUT_DATE];
    body.extend(table(phrases::CAPTION, columns, rows));
    if is_followed_up(code) {
        for (principle, all) in planned {
            body.extend(follow_up(code, principle, &all));
        }
    }
}

/// Whether the code plans a further year after the one it assesses, and so reports what became of the earlier plan.
pub(super) fn is_followed_up(code: &LocalCode) -> bool {
    code.document.planned_year.is_some()
}

/// The actions of the code as a whole, by family and outcome.
fn of_families(actions: &[Action], body: &mut Body) {
    if actions.is_empty() {
        return;
    }
    let without_owner = actions.iter().filter(|action| lines(&action.owners).is_empty()).count();
    let without_date = actions.iter().filter(|action| action.due.is_none()).count();
    body.push(heading(2, phrases::OF_THE_CODE));
    body.push(Block::plain(phrases::missing(actions.len(), without_owner, without_date)));
    for family in actions.chunk_by(|one, next| one.family == next.family) {
        let Some(first) = family.first() else { continue };
        let name = some_line(first.family.as_ref()).unwrap_or_else(|| phrases::NO_FAMILY.into());
        body.push(heading(3, name));
        for outcome in family.chunk_by(|one, next| one.outcome == next.outcome) {
            let serves = outcome.first().and_then(|action| some_line(action.outcome.as_ref()));
            body.extend(serves.map(|serves| Block::plain(sentence(&action_plan::outcome(&serves)))));
            body.extend(bullets(outcome.iter().filter_map(plan::in_a_sentence)));
        }
    }
}

fn counted(name: String, actions: &[&Action]) -> [Cell; 5] {
    let count = |is: fn(&&&Action) -> bool| actions.iter().filter(is).count();
    let counts = [
        actions.len(),
        count(|action| action.status.is_open()),
        count(|action| lines(&action.owners).is_empty()),
        count(|action| action.due.is_none()),
    ];
    let [all, open, without_owner, without_date] = counts.map(|count| cell(Some(count.to_string())));
    [cell(Some(name)), all, open, without_owner, without_date]
}

/// What was planned, its progress and what comes next, a row for each arrangement that has any of these.
fn follow_up(code: &LocalCode, principle: &Arrangement, all: &[&Arrangement]) -> Option<Block> {
    let (now, next) = (code.document.year, code.document.planned_year);
    let rows = all
        .iter()
        .filter(|one| !(one.actions.is_empty() && one.no_actions_planned.is_empty()))
        .map(|one| {
            let (later, earlier): (Vec<_>, Vec<_>) =
                one.actions.iter().partition(|action| action.year == next);
            let (none_later, none_earlier): (Vec<_>, Vec<_>) =
                one.no_actions_planned.iter().partition(|none| none.year == next);
            let (not_applicable, none_earlier): (Vec<_>, Vec<_>) =
                none_earlier.into_iter().partition(|none| none.kind == NoActionKind::NotApplicable);
            let progress = earlier.iter().flat_map(|action| plan::status(action));
            let progress = progress.chain(not_applicable.into_iter().map(in_place_of_action)).collect();
            let mut owners: Vec<String> =
                one.actions.iter().flat_map(|action| lines(&action.owners)).collect();
            owners.dedup();
            let owners = (!owners.is_empty()).then(|| owners.join("; "));
            [
                cell(Some(short_name(one))),
                planned(&earlier, &none_earlier),
                filled(progress),
                planned(&later, &none_later),
                cell(owners),
            ]
        })
        .collect();
    let (planned, next) = (phrases::planned(now), phrases::next(next));
    let columns = [phrases::WHERE, planned.as_str(), phrases::PROGRESS, next.as_str(), action_plan::OWNER];
    table(&phrases::followed_up(&short_name(principle)), columns, rows)
}

/// The actions with their due dates, and the entries that name no action.
fn planned(actions: &[&Action], none: &[&NoAction]) -> Cell {
    let mut blocks = Vec::new();
    for action in actions {
        blocks.extend(paragraphs(&action.text, &action.source));
        blocks.extend(plan::due(action).map(|due| Block::plain(phrases::due(&due))));
    }
    blocks.extend(none.iter().map(|none| in_place_of_action(none)));
    filled(blocks)
}

/// The words of an entry of the plan that names no action.
pub(super) fn in_place_of_action(entry: &NoAction) -> Block {
    let own = some_line(entry.wording.as_ref()).map(|words| sentence(&words));
    sourced(own.unwrap_or_else(|| action_plan::no_action(entry.kind).into()), &entry.source)
}
