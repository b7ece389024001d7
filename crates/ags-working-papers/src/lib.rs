//! The officers' papers: the report of a check, and the worksheet for a smaller authority's return.
//!
//! Neither is published as the statement, and neither holds more than the report or the return gives. The same input
//! always makes the same document, so that the published PDF of either can be verified from the files attached to it.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod attachments;
mod check_report;
mod citations;
mod paper;
mod phrases;
mod worksheet;

pub use attachments::{HOUSE_STYLE_FILE, REPORT_FILE, RETURN_FILE};
pub use check_report::check_report;
pub use worksheet::worksheet;
