//! Actions as the rows of a table: what falls short, what is done, by whom, by when and its status.

use ags_statement::english;
use governance_model::{Action, ActionStatus};

use super::prose::{cell, filled, line, lines, marked, paragraphs, sentence, some_line, table};
use crate::phrases::action_plan as phrases;
use ags_document::{Block, Cell, Inline};

/// A row: what falls short, and the action.
pub(super) type Row = [Cell; 5];

/// The table of these rows under a caption; nothing where there is no row.
pub(super) fn drawn(caption: &str, what: &str, rows: Vec<Row>) -> Option<Block> {
    let columns = [what, phrases::ACTION, phrases::OWNER, phrases::DUE, phrases::STATUS];
    table(caption, columns, rows)
}

pub(super) fn row(what: Cell, action: &Action) -> Row {
    [what, description(action), cell(owners(action)), cell(due(action)), status(action)]
}

/// The row of something that no action addresses.
pub(super) fn without_action(what: Cell, reason: &str) -> Row {
    [what, cell(Some(reason.into())), cell(None), cell(None), cell(None)]
}

/// An action as an item of a list; nothing where it has no text.
pub(super) fn in_a_sentence(action: &Action) -> Option<Block> {
    let text = sentence(&action.text);
    if text.is_empty() {
        return None;
    }
    let about = [
        owners(action).map(|owners| format!("{}: {owners}", phrases::OWNER)),
        due(action).map(|due| format!("{}: {due}", phrases::DUE)),
        Some(phrases::status(action.status)).filter(|status| *status != english::NOT_STATED).map(Into::into),
        postponed(action),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join("; ")) };
    Some(Block::Paragraph(marked(vec![Inline::Text(format!("{text}{about}"))], &action.source)))
}

fn description(action: &Action) -> Cell {
    let mut blocks = paragraphs(&action.text, &action.source);
    let outcome = some_line(action.outcome.as_ref()).map(|outcome| phrases::outcome(&outcome));
    blocks.extend(outcome.map(Block::plain));
    filled(blocks)
}

fn owners(action: &Action) -> Option<String> {
    let owners = lines(&action.owners);
    (!owners.is_empty()).then(|| owners.join("; "))
}

/// When an action was due first, and when it is due now.
pub(super) fn due(action: &Action) -> Option<String> {
    phrases::due(action.due, action.revised.as_ref().map(|revised| revised.due))
}

/// Why an action is postponed; none where it is not, or no reason is given.
fn postponed(action: &Action) -> Option<String> {
    let reason = action.revised.as_ref().and_then(|revised| some_line(revised.reason.as_ref()));
    reason.map(|reason| phrases::postponed(&reason))
}

/// The status of an action, why it is postponed and its progress; where no status is stated, its progress alone.
pub(super) fn status(action: &Action) -> Cell {
    let stated = action.status != ActionStatus::NotStated;
    let mut blocks: Vec<Block> =
        stated.then(|| Block::plain(phrases::status(action.status))).into_iter().collect();
    blocks.extend(postponed(action).map(|reason| Block::plain(sentence(&reason))));
    if let Some(progress) = &action.progress {
        let none = progress.no_progress.as_ref().map(|none| {
            some_line(none.wording.as_ref()).unwrap_or_else(|| phrases::no_action(none.kind).into())
        });
        let text = progress.text.as_ref().map(|text| sentence(text)).filter(|text| !text.is_empty());
        if let Some(text) = text.or(none) {
            let when = progress.when.map(|when| format!("{}: ", english::capital(&english::when(when))));
            blocks.push(Block::plain(line(&format!("{}{text}", when.unwrap_or_default()))));
        }
    }
    filled(blocks)
}
