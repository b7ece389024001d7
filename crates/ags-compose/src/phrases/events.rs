//! What happened after the end of the year.

use ags_statement::english;
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "Events since the end of the year";
pub(crate) const NOT_STATED: &str = "The statement does not say whether anything that matters for \
     governance has happened since the end of the year.";

pub(crate) fn none(until: NaiveDate) -> String {
    format!("Up to {} nothing happened that changes what this statement says.", english::date(until))
}

pub(crate) fn some(until: NaiveDate) -> String {
    format!("This section looks at events up to {}. These matter for governance:", english::date(until))
}
