//! The purpose of the governance framework, and that it was in place.

use ags_statement::english;
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "Purpose of the governance framework";
pub(crate) const MISSING: &str = "confirmation that the governance framework was in place for the year and up to the date of approval, with any exceptions";

pub(crate) fn in_place(year_end: Option<NaiveDate>, exceptions: bool) -> String {
    let year = year_end
        .map_or_else(|| "for the year".into(), |day| format!("for the year ended {}", english::date(day)));
    let end = if exceptions { ", except for the following:" } else { "." };
    format!(
        "The governance framework described in this statement was in place {year} and up to the date of approval of \
         this statement{end}"
    )
}
