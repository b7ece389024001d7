//! Areas for improvement that are not significant.

use ags_statement::english;

pub(crate) const HEADING: &str = "Other areas for improvement";
pub(crate) const CAPTION: &str = "Actions on other areas for improvement";
pub(crate) const OTHER: &str = "Other actions";
pub(crate) const OTHER_CAPTION: &str = "Other planned actions";

pub(crate) fn introduction(count: usize) -> String {
    let areas = english::count(count, "further area for improvement", "further areas for improvement");
    let which = if count == 1 { "which is not" } else { "none of which is" };
    format!("The review identified {areas}, {which} significant:")
}

pub(crate) fn action(area: &str) -> String {
    format!("the action to address \u{201c}{}\u{201d}", area.trim_end_matches('.'))
}
