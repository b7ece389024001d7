//! What became of the significant issues and the actions of the last statement.

use governance_model::{FinancialYear, PriorActionOutcome, PriorOutcome};

pub(crate) const ISSUE: &str = "Issue";
pub(crate) const ACTION: &str = "Action";
pub(crate) const OWNER: &str = "Responsible";
pub(crate) const OUTCOME: &str = "Outcome";
pub(crate) const PROGRESS: &str = "Progress";
pub(crate) const OUTCOME_MISSING: &str = "the outcome";

/// A year, or words for the year before one that is not given.
fn name(year: Option<FinancialYear>) -> String {
    year.map_or_else(|| "the previous year".into(), |year| year.to_string())
}

/// The caption of the issues that were reported.
pub(crate) fn issues(year: Option<FinancialYear>) -> String {
    format!("Significant issues reported in {}", name(year))
}

/// The caption of the actions that were planned.
pub(crate) fn actions(year: Option<FinancialYear>) -> String {
    format!("Actions planned in {}", name(year))
}

pub(crate) fn heading(year: Option<FinancialYear>) -> String {
    match year {
        Some(year) => format!("Progress on issues and actions reported in {year}"),
        None => "Progress on issues and actions reported in the previous year".into(),
    }
}

pub(crate) fn missing(year: Option<FinancialYear>) -> String {
    format!("progress on the significant issues and actions of {}", name(year))
}

pub(crate) fn none(year: Option<FinancialYear>) -> String {
    format!("Our statement for {} reported no significant issues.", name(year))
}

pub(crate) fn reported(year: FinancialYear) -> String {
    format!("Reported for {year}.")
}

pub(crate) fn carried_to_issue(number: usize) -> String {
    format!("Carried forward as issue {number}.")
}

pub(crate) fn carried_to_action(number: usize) -> String {
    format!("Carried forward as action {number}.")
}

pub(crate) const fn outcome(outcome: PriorOutcome) -> &'static str {
    match outcome {
        PriorOutcome::Closed => "Resolved",
        PriorOutcome::Carried => "Carried forward",
        PriorOutcome::Superseded => "Replaced by another issue",
        PriorOutcome::NoLongerSignificant => "No longer significant",
    }
}

pub(crate) const fn action_outcome(outcome: PriorActionOutcome) -> &'static str {
    match outcome {
        PriorActionOutcome::Completed => "Completed",
        PriorActionOutcome::Continuing => "Continuing",
        PriorActionOutcome::Withdrawn => "Withdrawn",
    }
}
