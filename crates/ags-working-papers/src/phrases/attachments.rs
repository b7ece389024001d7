//! What is attached, for the reader of a list of files.

pub(crate) const REPORT: &str = "The outcome of every check, as JSON";
pub(crate) const RETURN: &str = "The return that the worksheet was made from, as canonical JSON";
pub(crate) const HOUSE_STYLE: &str = "The authority's name and colour as the pages show them";
