//! Areas for improvement that are not significant.

use ags_statement::english;

pub(crate) const HEADING: &str = "Other areas for improvement";
pub(crate) const CAPTION: &str = "Actions on other areas for improvement";
pub(crate) const OTHER: &str = "Other actions";
pub(crate) const OTHER_CAPTION: &str = "Other planned actions";

/// What the list holds; `further` where there are significant issues besides.
pub(crate) fn introduction(count: usize, further: bool) -> String {
    let further = if further { "further " } else { "" };
    let (one, many) = (format!("{further}area for improvement"), format!("{further}areas for improvement"));
    let which = if count == 1 { ", which is not" } else { ". None is" };
    format!("The review found {}{which} significant:", english::count(count, &one, &many))
}

pub(crate) fn action(area: &str) -> String {
    format!("the action to address “{}”", area.trim_end_matches('.'))
}
