//! The summary.

use ags_statement::english;
use governance_model::FinancialYear;

pub(crate) const HEADING: &str = "Summary";
pub(crate) const CONCLUSION: &str = "Our conclusion";
pub(crate) const OPINION_MISSING: &str =
    "the overall opinion, and whether the governance arrangements are fit for purpose";

pub(crate) fn overall(level: &str) -> String {
    format!("Overall assurance: {level}")
}

pub(crate) fn issues(count: usize) -> String {
    format!(
        "We report {}:",
        english::count(count, "significant governance issue", "significant governance issues")
    )
}

pub(crate) fn no_issues(years: &[FinancialYear]) -> String {
    format!("We report no significant governance issues for {}.", super::cover::years(years))
}
