//! The purpose of the governance framework, and that it was in place.

use ags_statement::english;
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "Purpose of the governance framework";
pub(crate) const MISSING: &str = "confirmation that the governance framework was in place for the year and up to the date of approval, with any exceptions";

/// The declaration; `year_ends` are the last days of the years.
pub(crate) fn in_place(year_ends: &[NaiveDate], exceptions: bool) -> String {
    let days: Vec<String> = year_ends.iter().map(|day| english::date(*day)).collect();
    let year = match &days[..] {
        [] => "for the year".into(),
        [day] => format!("for the year ended {day}"),
        several => format!("for the years ended {}", english::list(several)),
    };
    let end = if exceptions { ", except for the following:" } else { "." };
    format!(
        "The governance framework described in this statement was in place {year} and up to the date of approval of \
         this statement{end}"
    )
}
