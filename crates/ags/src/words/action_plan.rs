//! The significant issues, and the tables of actions.

use governance_model::{ActionStatus, NothingKind};

pub(crate) const HEADING: &str = "Significant issues and action plan";
pub(crate) const CAPTION: &str = "Action plan for the significant issues";
pub(crate) const PLAN: &str = "Action plan";
pub(crate) const ISSUE: &str = "Issue";
pub(crate) const AREA: &str = "What falls short";
pub(crate) const ACTION: &str = "Action";
pub(crate) const OWNER: &str = "Owner";
pub(crate) const DUE: &str = "Due";
pub(crate) const STATUS: &str = "Status";
pub(crate) const NO_ACTION: &str = "No action is stated";
pub(crate) const SEE_ABOVE: &str = "The actions above cover this too";
pub(crate) const CARRIED: &str = "It carries on from last year's statement.";
pub(crate) const NO_DETAIL: &str = "The statement does not say more about this issue.";

pub(crate) fn issue(place: usize, title: &str) -> String {
    format!("Issue {place}: {title}")
}

pub(crate) fn unnamed(place: usize) -> String {
    format!("Issue {place}")
}

pub(crate) fn outcome(outcome: &str) -> String {
    format!("To achieve: {outcome}")
}

pub(crate) const fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::NotStarted => "Not started",
        ActionStatus::Open => "Under way",
        ActionStatus::Delayed => "Delayed",
        ActionStatus::Completed => "Completed",
        ActionStatus::Withdrawn => "Withdrawn",
        _ => super::NOT_STATED,
    }
}

pub(crate) const fn nothing(kind: NothingKind) -> &'static str {
    match kind {
        NothingKind::Empty => super::NOT_STATED,
        NothingKind::NoneIdentified => "No specific actions identified.",
        NothingKind::MaintainStandards => "No specific actions, but current standards are to be maintained.",
        NothingKind::NotApplicable => "Not applicable.",
    }
}
