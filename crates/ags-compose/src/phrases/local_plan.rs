//! The improvements that the local code plans.

use ags_statement::english;
use governance_model::FinancialYear;

pub(crate) const HEADING: &str = "Improvements planned in the local code";
pub(crate) const INTRODUCTION: &str = "The local code plans improvements itself. An action is open unless the \
                                       papers say that it is completed or withdrawn.";
pub(crate) const CAPTION: &str = "Improvements planned in the local code, by principle";
pub(crate) const PRINCIPLE: &str = "Principle";
pub(crate) const ACTIONS: &str = "Actions";
pub(crate) const OPEN: &str = "Open";
pub(crate) const WITHOUT_OWNER: &str = "Without an owner";
pub(crate) const WITHOUT_DATE: &str = "Without a date";
pub(crate) const ALL: &str = "All of them";
pub(crate) const WHERE: &str = "For";
pub(crate) const PROGRESS: &str = "How it stands";

pub(crate) const OF_THE_CODE: &str = "Actions of the local code";
pub(crate) const NO_FAMILY: &str = "General";

pub(crate) fn missing(actions: usize, without_owner: usize, without_date: usize) -> String {
    let actions = english::count(actions, "action", "actions");
    let [without_owner, without_date] = [without_owner, without_date].map(english::number);
    format!(
        "The local code lists {actions}: {without_owner} without an owner and {without_date} without a date."
    )
}

pub(crate) fn planned(year: Option<FinancialYear>) -> String {
    year.map_or_else(|| "Planned".into(), |year| format!("Planned for {year}"))
}

pub(crate) fn next(year: Option<FinancialYear>) -> String {
    year.map_or_else(|| "Next step".into(), |year| format!("Next step, for {year}"))
}

pub(crate) fn followed_up(principle: &str) -> String {
    format!("The plan followed up: principle {principle}")
}

pub(crate) fn due(due: &str) -> String {
    format!("{}: {due}.", super::action_plan::DUE)
}
