//! Areas for improvement that are not significant.

use ags_statement::english;

pub(crate) const HEADING: &str = "Other areas for improvement";
pub(crate) const CAPTION: &str = "Actions on other areas for improvement";
pub(crate) const OTHER: &str = "Other actions";
pub(crate) const OTHER_CAPTION: &str = "Other actions in progress";

pub(crate) fn introduction(count: usize) -> String {
    let areas = english::count(count, "further area for improvement", "further areas for improvement");
    let (which, it) = if count == 1 { ("which is", "it") } else { ("which are", "them") };
    format!("The review identified {areas}, {which} not significant. We are addressing {it} as follows.")
}

pub(crate) fn action(area: &str) -> String {
    format!("the action on this area: {}", area.trim_end_matches('.'))
}
