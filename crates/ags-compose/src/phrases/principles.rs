//! How each principle is met.

use ags_statement::english;
use governance_model::{Direction, When};

use super::prompts;

pub(crate) const HEADING: &str = "How we apply the principles";
pub(crate) const KEY_POINTS: &str = "Key points:";
pub(crate) const CHANGED: &str = "Changes in the year:";
pub(crate) const IN_DEVELOPMENT: &str = "In development: ";
pub(crate) const PLANNED: &str = "Planned: ";
pub(crate) const READ: &str = "Read the document";
pub(crate) const MORE: &str = "Further information: ";
pub(crate) const LOCAL_CODE: &str = "our local code";
pub(crate) const OTHER: &str = "Other assessments";
pub(crate) const UNTITLED: &str = "untitled";

pub(crate) fn principle(title: &str) -> String {
    format!("Principle {title}")
}

pub(crate) fn place(id: &str, title: Option<&str>) -> String {
    title.map_or_else(|| id.to_owned(), |title| covering(id, title))
}

pub(crate) fn covering(ids: &str, title: &str) -> String {
    format!("{ids}: {title}")
}

pub(crate) fn assessment(level: &str, direction: Option<Direction>) -> String {
    let direction = direction.map_or("", |direction| match direction {
        Direction::Improved => ", improved",
        Direction::Unchanged => ", unchanged",
        Direction::Lowered => ", reduced",
    });
    format!("Assurance: {}{direction}.", english::uncapitalised(level))
}

/// The date of a piece of evidence in brackets, unless its text has the date already. "The year" in
/// evidence is the year that the statement is for.
pub(crate) fn dated(when: When, text: &str) -> Option<String> {
    let date = english::when(when);
    let dated = match when {
        When::Recently => true,
        When::FinancialYear(_) => text.contains(&date) || text.contains("the year"),
        _ => text.contains(&date),
    };
    (!dated).then(|| format!("({date})"))
}

/// The issues and actions that improve a principle.
pub(crate) fn improvements(issues: &[usize], actions: &[usize]) -> Option<String> {
    let parts = [prompts::issues(issues), prompts::actions(actions)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("Improvements planned: see {}.", english::list(&parts)))
}
