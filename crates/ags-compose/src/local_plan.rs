//! The improvements that the local code itself plans: those that are still open.

use std::collections::BTreeSet;

use ags_document::{Block, Cell};
use governance_model::{Action, ActionStatus, LocalCode};

use super::actions;
use super::arrangement::all_under;
use super::composition::Composition;
use super::prose::{Body, cell, filled, lines, paragraphs};
use crate::phrases::local_plan as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let rows: Vec<[Cell; 3]> = open(&of.statement.local_code).into_iter().map(row).collect();
    let columns = [phrases::ACTION, phrases::RESPONSIBLE, phrases::PROGRESS];
    if let Some(table) = Block::table(phrases::CAPTION, columns, rows) {
        body.extend([Block::heading(2, phrases::HEADING), table]);
    }
}

/// The actions of the local code that are not done, those of its latest plan where it has several. One that the code
/// gives for several of its parts is there once.
pub(super) fn open(code: &LocalCode) -> Vec<&Action> {
    let under = code.principles.iter().flat_map(all_under).flat_map(|one| &one.actions);
    let planned = code.document.planned_year;
    let done = |action: &Action| matches!(action.status, ActionStatus::Completed | ActionStatus::Withdrawn);
    let latest = |action: &Action| planned.is_none() || action.year == planned;
    let mut seen = BTreeSet::new();
    under
        .chain(&code.actions)
        .filter(|action| !action.text.is_blank() && !done(action) && latest(action))
        .filter(|action| seen.insert((action.text.as_str(), lines(&action.owners), actions::due(action))))
        .collect()
}

fn row(action: &Action) -> [Cell; 3] {
    let owners = lines(&action.owners);
    let responsible: Vec<String> = owners.into_iter().chain(actions::due(action)).collect();
    let responsible = (!responsible.is_empty()).then(|| responsible.join("; "));
    [filled(paragraphs(&action.text, &action.source)), cell(responsible), actions::progress(action)]
}
