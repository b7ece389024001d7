//! Actions as the rows of a table, each with its number, so that a minute can cite it.

use ags_document::{Block, Cell};
use ags_statement::english;
use governance_model::{Action, ActionStatus};

use super::composition::Composition;
use super::prose::{self, Body, cell, filled, line, lines, paragraphs, sentence, some_line};
use crate::phrases::{actions as phrases, prompts};

/// The table of these actions under a caption; nothing where there is none.
pub(super) fn table(of: &Composition<'_>, caption: &str, actions: &[&Action]) -> Option<Block> {
    let columns = [phrases::NUMBER, phrases::ACTION, phrases::OWNER, phrases::DUE, phrases::STATUS];
    prose::table(caption, columns, actions.iter().map(|action| row(of, action)).collect())
}

fn row(of: &Composition<'_>, action: &Action) -> [Cell; 5] {
    let number =
        of.action_numbers().get(&action.id).map_or_else(String::new, |number| phrases::number(*number));
    let owners = lines(&action.owners);
    let owners = (!owners.is_empty()).then(|| owners.join("; "));
    [
        cell(Some(number)),
        description(of, action),
        completed(of, owners, phrases::OWNER_MISSING),
        completed(of, due(action), phrases::DUE_MISSING),
        cell(status(action)),
    ]
}

/// What will be done, for which issues and to which end, and how far it is.
fn description(of: &Composition<'_>, action: &Action) -> Cell {
    let issues = of.issues_of_gaps();
    let mut numbers: Vec<usize> =
        action.addresses.iter().filter_map(|gap| issues.get(gap)).map(|place| place + 1).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut blocks: Body = paragraphs(&action.text, &action.source);
    blocks.extend(phrases::for_issues(&numbers).map(Block::plain));
    let outcome = some_line(action.outcome.as_ref()).map(|outcome| sentence(&phrases::outcome(&outcome)));
    blocks.extend(outcome.map(Block::plain));
    blocks.append(&mut progress(action));
    filled(blocks)
}

/// A cell that a draft prompts for where it would be empty.
fn completed(of: &Composition<'_>, words: Option<String>, missing: &str) -> Cell {
    match words {
        Some(words) => cell(Some(words)),
        None => of.prompt(missing).map_or_else(|| cell(None), |prompt| vec![prompt]),
    }
}

/// When an action was due first, and when it is due now.
pub(super) fn due(action: &Action) -> Option<String> {
    phrases::due(action.due, action.revised.as_ref().map(|revised| revised.due))
}

/// How the authority rates it, and its status.
pub(super) fn status(action: &Action) -> Option<String> {
    let stated = action.status != ActionStatus::NotStated;
    let status = stated.then(|| phrases::status(action.status).to_owned());
    let rated = action.rag.map(|rag| prompts::rag(rag).to_owned());
    let parts: Vec<String> = rated.into_iter().chain(status).collect();
    (!parts.is_empty()).then(|| parts.join(". "))
}

/// Its progress, and why it is later than it was to be.
pub(super) fn progress(action: &Action) -> Body {
    let mut blocks = Body::new();
    if let Some(progress) = &action.progress {
        let text = progress.text.as_ref().map(|text| sentence(text)).filter(|text| !text.is_empty());
        blocks.extend(text.map(|text| {
            let when = progress.when.map(|when| format!("{}: ", english::capital(&english::when(when))));
            Block::plain(line(&format!("{}{text}", when.unwrap_or_default())))
        }));
    }
    let reason = action.revised.as_ref().and_then(|revised| some_line(revised.reason.as_ref()));
    blocks.extend(reason.map(|reason| Block::plain(sentence(&phrases::revised(&reason)))));
    blocks
}
