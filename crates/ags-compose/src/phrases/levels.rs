//! The level of assurance of each principle.

use governance_model::{Direction, FinancialYear, Scale};

pub(crate) const CAPTION: &str = "Assurance by principle";
pub(crate) const PRINCIPLE: &str = "Principle";
pub(crate) const LEVEL: &str = "Assurance";
pub(crate) const CHANGE: &str = "Change since last year";
pub(crate) const MISSING: &str = "the level of assurance for each principle, with the reasons";
pub(crate) const LEVEL_MISSING: &str = "the level of assurance";
pub(crate) const AVERAGE: &str = "Average score";
pub(crate) const BEFORE: &str = "Previous average";

pub(crate) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Improved => "Improved",
        Direction::Unchanged => "Unchanged",
        Direction::Lowered => "Reduced",
    }
}

pub(crate) fn averages(year: Option<FinancialYear>, scale: &Scale) -> String {
    let year = year.map_or_else(String::new, |year| format!(" for {year}"));
    format!("Average scores by principle{year}, from {} (worst) to {} (best)", scale.worst, scale.best)
}

/// A number given in tenths: 85 is "8.5".
pub(crate) fn tenths(value: usize) -> String {
    format!("{}.{}", value / 10, value % 10)
}
