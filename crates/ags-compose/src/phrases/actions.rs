//! All actions, by status and by due date.

use ags_statement::english;
use chrono::{Datelike, NaiveDate};

pub(crate) const HEADING: &str = "The actions at a glance";
pub(crate) const STATUS: &str = super::action_plan::STATUS;
pub(crate) const BY_STATUS: &str = "Actions by status";
pub(crate) const STATUS_DRAWN: &str = "How the actions stand";
pub(crate) const DUE: &str = super::action_plan::DUE;
pub(crate) const BY_DUE: &str = "Open actions by due date";
pub(crate) const DUE_DRAWN: &str = "When the open actions fall due";
pub(crate) const REVIEW: &str = "Review";
pub(crate) const CODE: &str = "Local code";
pub(crate) const OVERDUE: &str = "Overdue";
pub(crate) const LATER: &str = "Later";
pub(crate) const NO_DATE: &str = "No date";

pub(crate) fn introduction(as_at: NaiveDate) -> String {
    format!(
        "This is how the actions named in this statement stand as at {}. An action is open unless the papers \
         say that it is completed or withdrawn.",
        english::date(as_at)
    )
}

/// The three months in which a day lies, as in "Oct to Dec 2022".
pub(crate) fn quarter(day: NaiveDate) -> String {
    let months = match day.quarter() {
        1 => "Jan to Mar",
        2 => "Apr to Jun",
        3 => "Jul to Sep",
        _ => "Oct to Dec",
    };
    format!("{months} {}", day.year())
}

/// The longest bars of a source and the shortest.
pub(crate) fn alt(source: &str, kinds: &[(&str, usize)]) -> String {
    let counts = || kinds.iter().map(|(_, count)| *count).filter(|count| *count > 0);
    let (Some(most), Some(least)) = (counts().max(), counts().min()) else { return String::new() };
    let source = source.to_lowercase();
    let extreme = |which: &str, count: usize| {
        let named = kinds.iter().filter(|(_, one)| *one == count);
        let named: Vec<String> = named.map(|(kind, _)| format!("\"{kind}\"")).collect();
        let (bar, each) = if named.len() == 1 { ("bar is", "") } else { ("bars are", " each") };
        let count = english::number(count);
        format!("The {which} {bar} {}, with {count}{each}.", english::list(&named))
    };
    let all = english::count(counts().sum(), "action", "actions");
    let longest = format!("The bars of the {source} count {all}. {}", extreme("longest", most));
    if most == least { longest } else { format!("{longest} {}", extreme("shortest", least)) }
}
