//! The scores of the local code.

use governance_model::{Direction, FinancialYear, Scale};

pub(crate) const PRINCIPLE: &str = "Principle";
pub(crate) const ALL: &str = "All principles";
pub(crate) const SCORED: &str = "All scores";
pub(crate) const ARRANGEMENT: &str = "What was scored";
pub(crate) const SCORE: &str = "Score";
pub(crate) const CHANGE: &str = "What changed";
pub(crate) const NO_CHANGE: &str = "No change is stated";

fn scores(year: Option<FinancialYear>) -> String {
    year.map_or_else(|| "Scores".into(), |year| format!("Scores for {year}"))
}

fn on(scale: &Scale) -> String {
    format!("from {} (worst) to {} (best)", scale.worst, scale.best)
}

pub(crate) fn score(value: u8) -> String {
    format!("Score {value}")
}

pub(crate) fn spread(year: Option<FinancialYear>, scale: &Scale) -> String {
    format!("{}, {}", scores(year), on(scale))
}

pub(crate) fn one_by_one(year: Option<FinancialYear>, scale: Option<&Scale>, principle: &str) -> String {
    let on = scale.map_or_else(String::new, |scale| format!(", {}", on(scale)));
    let principle = principle.split(':').next().unwrap_or(principle);
    format!("{} under principle {principle}{on}", scores(year))
}

pub(crate) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Improved => "Better than before.",
        Direction::Unchanged => "As before.",
        Direction::Lowered => "Worse than before.",
    }
}
