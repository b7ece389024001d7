//! The scores of the local code.

use ags_statement::english;
use std::cmp::Ordering;

use governance_model::{Direction, FinancialYear, Scale};

pub(crate) const PRINCIPLE: &str = "Principle";
pub(crate) const ALL: &str = "All principles";
pub(crate) const SCORED: &str = "All scores";
pub(crate) const ARRANGEMENT: &str = "What was scored";
pub(crate) const SCORE: &str = "Score";
pub(crate) const CHANGE: &str = "What changed";
pub(crate) const NO_CHANGE: &str = "No change is stated";
pub(crate) const AVERAGE: &str = "Average";
pub(crate) const BEFORE: &str = "The time before";
pub(crate) const NOT_SCORED: &str = "None given";

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

pub(crate) fn averages_drawn(year: Option<FinancialYear>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" for {year}"));
    format!("How the principles score on average{year}")
}

pub(crate) fn averages(year: Option<FinancialYear>, scale: &Scale) -> String {
    let year = year.map_or_else(String::new, |year| format!(" for {year}"));
    format!("Average scores{year}, {}", on(scale))
}

/// On how many scores the averages of the time before rest; none where each score has one before it.
pub(crate) fn compared(before: usize, now: usize) -> Option<String> {
    (before > 0 && before != now).then(|| {
        let [before, now] = [before, now].map(|count| english::count(count, "score", "scores"));
        format!("The averages of the time before rest on {before}; those of this time rest on {now}.")
    })
}

/// A principle by its number, and its averages in tenths, now and the time before.
pub(crate) type Averages = (String, usize, Option<usize>);

/// Which principles have the highest average and the lowest, and which way the averages moved.
pub(crate) fn averages_alt(principles: &[Averages]) -> String {
    let for_those = |claim: String, is: &dyn Fn(&Averages) -> bool| {
        let names: Vec<String> = principles.iter().filter(|it| is(it)).map(|it| it.0.clone()).collect();
        let principles = if names.len() == 1 { "principle" } else { "principles" };
        (!names.is_empty()).then(|| format!("{claim} for {principles} {}.", english::list(&names)))
    };
    let extreme = |which: &str, value: usize| {
        for_those(format!("The {which} average is {},", tenths(value)), &|(_, now, _)| *now == value)
    };
    let moved = |which: &str, way: Ordering| {
        let is = |(_, now, before): &Averages| before.is_some_and(|before| now.cmp(&before) == way);
        for_those(format!("It is {which} the time before"), &is)
    };
    let highest = principles.iter().map(|it| it.1).max();
    let lowest = principles.iter().map(|it| it.1).min().filter(|lowest| Some(*lowest) != highest);
    let sentences = [
        highest.and_then(|value| extreme("highest", value)),
        lowest.and_then(|value| extreme("lowest", value)),
        moved("higher than", Ordering::Greater),
        moved("lower than", Ordering::Less),
        moved("the same as", Ordering::Equal),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A number given in tenths: 85 is "8.5".
pub(crate) fn tenths(value: usize) -> String {
    format!("{}.{}", value / 10, value % 10)
}

pub(crate) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Improved => "Better than before.",
        Direction::Unchanged => "As before.",
        Direction::Lowered => "Worse than before.",
    }
}
