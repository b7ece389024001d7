//! The actions that a local code plans.

use governance_model::{Action, LocalCode};

use ags_law::misnomer;

/// Whether an action belongs to the plan the code makes now, not to that of a year it reports on.
pub(in crate::rules) fn is_planned(code: &LocalCode, action: &Action) -> bool {
    action.status.is_open()
        && match (action.year, code.document.planned_year) {
            (Some(year), Some(planned)) => year >= planned,
            _ => true,
        }
}

/// Whether words name no action, as in "No specific actions but current standards to be maintained".
pub(in crate::rules) fn names_no_action(words: &str) -> bool {
    let words = misnomer::normalised(words);
    words.trim().is_empty()
        || ["no specific action", "no action", "none", "not applicable", "n/a"]
            .iter()
            .any(|none| words.starts_with(none))
}
