//! What falls short without being significant.

use ags_statement::english;

pub(crate) const HEADING: &str = "Other areas for improvement";
pub(crate) const NONE: &str = "The review names no other area for improvement.";
pub(crate) const CAPTION: &str = "Other areas for improvement";
pub(crate) const OTHER: &str = "Other actions";
pub(crate) const OTHER_CAPTION: &str = "Actions that name no gap of this year";
pub(crate) const FAMILY: &str = "Part of the plan";
pub(crate) const NO_FAMILY: &str = "General";
pub(crate) const FOUND: &str = "Gaps in the local code itself";
pub(crate) const FOUND_INTRODUCTION: &str =
    "Setting the local code beside the framework shows parts of the framework that it gives no evidence for:";

pub(crate) fn introduction(count: usize) -> String {
    let areas = english::count(count, "other area", "other areas");
    let they_are = if count == 1 { "It is" } else { "They are" };
    format!(
        "The review also found {areas} where arrangements can be better. {they_are} not \
         significant, but worth mending."
    )
}
