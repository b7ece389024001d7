//! Actions.

use ags_statement::english;
use governance_model::{ActionStatus, When};

use super::prompts;

pub(crate) const NUMBER: &str = "Action";
pub(crate) const ACTION: &str = "What we will do";
pub(crate) const OWNER: &str = "Responsible";
pub(crate) const DUE: &str = "Due";
pub(crate) const STATUS: &str = "Status";
pub(crate) const OWNER_MISSING: &str = "who is responsible";
pub(crate) const DUE_MISSING: &str = "when it is due";

pub(crate) fn number(number: usize) -> String {
    format!("Action {number}")
}

pub(crate) fn for_issues(numbers: &[usize]) -> Option<String> {
    prompts::issues(numbers).map(|issues| format!("For {issues}."))
}

/// The first due date of an action, and the revised one.
pub(crate) fn due(first: Option<When>, revised: Option<When>) -> Option<String> {
    match (first.and_then(prompts::date), revised.and_then(prompts::date)) {
        (Some(first), Some(revised)) => Some(format!("{revised} (originally {first})")),
        (first, revised) => revised.or(first),
    }
}

pub(crate) fn revised(reason: &str) -> String {
    format!("Reason for the revised date: {reason}")
}

pub(crate) fn outcome(outcome: &str) -> String {
    format!("Intended outcome: {outcome}")
}

pub(crate) const fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::NotStarted => "Not started",
        ActionStatus::Open => "Under way",
        ActionStatus::Delayed => "Delayed",
        ActionStatus::Completed => "Completed",
        ActionStatus::Withdrawn => "Withdrawn",
        _ => english::NOT_STATED,
    }
}
