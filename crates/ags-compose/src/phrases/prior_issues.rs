//! Last year's significant issues and what became of them.

use ags_statement::english;
use governance_model::{FinancialYear, PriorOutcome};

pub(crate) const HEADING: &str = "Last year's issues and what became of them";
pub(crate) const NOT_STATED: &str =
    "The statement does not say what became of the significant issues of the year before.";
pub(crate) const CAPTION: &str = "Significant issues of earlier years";
pub(crate) const ISSUE: &str = "Issue";
pub(crate) const OUTCOME: &str = "Outcome";
pub(crate) const HOW: &str = "What was done";

fn before(year: Option<FinancialYear>) -> String {
    year.and_then(|year| year.previous().ok())
        .map_or_else(|| "the year before".into(), |year| year.to_string())
}

pub(crate) fn none(year: Option<FinancialYear>) -> String {
    format!(
        "The statement for {} reported no significant issues, so there is none to follow up.",
        before(year)
    )
}

pub(crate) fn introduction(count: usize, year: Option<FinancialYear>) -> String {
    let issues = english::count(count, "significant issue", "significant issues");
    format!("The last statement, for {}, left {issues} to follow up.", before(year))
}

pub(crate) fn reported(year: FinancialYear) -> String {
    format!("Reported for {year}")
}

pub(crate) fn carried_to(issue: &str) -> String {
    format!("It goes on as \"{issue}\".")
}

pub(crate) const fn outcome(outcome: Option<PriorOutcome>) -> &'static str {
    match outcome {
        None => english::NOT_STATED,
        Some(PriorOutcome::Closed) => "Resolved",
        Some(PriorOutcome::Carried) => "Carried forward",
        Some(PriorOutcome::Superseded) => "Replaced by another issue",
        Some(PriorOutcome::NoLongerSignificant) => "No longer significant",
    }
}
