//! Events after the end of the year.

use ags_statement::english;
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "Events after the year end";
pub(crate) const MISSING: &str =
    "the significant events between the end of the year and approval, or that there were none";

pub(crate) fn none(until: NaiveDate) -> String {
    format!("There were no significant governance events between the year end and {}.", english::date(until))
}

pub(crate) fn some(until: NaiveDate) -> String {
    format!(
        "The following events after the year end, up to {}, are relevant to governance:",
        english::date(until)
    )
}
