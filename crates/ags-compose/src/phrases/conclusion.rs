//! How the statement ends.

use ags_statement::english;
use governance_model::{Frequency, When};

pub(crate) const HEADING: &str = "Conclusion";
pub(crate) const MISSING: &str = "the conclusion, and how the action plan will be monitored";

/// How the action plan is monitored; words that begin in small letters, such as "reported to the committee", go on from
/// it.
pub(crate) fn monitoring(words: &str) -> String {
    let goes_on = words.starts_with(char::is_lowercase);
    if goes_on { format!("Progress on the action plan is {words}") } else { words.into() }
}

pub(crate) fn next_review(when: When) -> String {
    format!("We will next review our governance arrangements {}.", english::at(when))
}

pub(crate) fn reported(how_often: &str) -> String {
    format!("Members receive a progress report on the action plan {how_often}.")
}

pub(crate) const fn how_often(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "every month",
        Frequency::Quarterly => "four times a year",
        Frequency::SixMonthly => "twice a year",
        Frequency::Yearly => "once a year",
    }
}
