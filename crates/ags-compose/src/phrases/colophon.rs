//! What is attached to this copy, and how anyone can check it.

use ags_statement::english;
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "About this copy";
pub(crate) const STATEMENT: &str = "statement";
pub(crate) const RETURN: &str = "return";

/// What is attached, for the reader of a list of files.
pub(crate) const REPORT_HOLDS: &str = "The answers to the checks, rule by rule";
pub(crate) const HOUSE_STYLE_HOLDS: &str = "The name, the colour and the crest that the pages show";

pub(crate) fn holds(what: &str) -> String {
    format!("The {what} that the pages were made from, as canonical JSON")
}

pub(crate) fn carries(what: &str, file: &str, report: &str, house_style: Option<&str>) -> String {
    let house_style =
        house_style.map_or_else(String::new, |file| format!(" {file} says how the pages are dressed."));
    format!(
        "The PDF of this {what} carries what it was made from. {file} holds the {what} itself, and {report} the \
         answers to the checks.{house_style}"
    )
}

pub(crate) fn checked(rules: usize, as_at: NaiveDate, report: &str) -> String {
    let rules = english::count(rules, "rule", "rules");
    format!(
        "It was checked as at {} by {rules}. {report} names each rule with its answer.",
        english::date(as_at)
    )
}

pub(crate) fn digest(file: &str) -> String {
    format!("The SHA-256 of {file}, which is canonical JSON (RFC 8785), is:")
}

pub(crate) fn verify(what: &str) -> String {
    format!(
        "Anyone can check with the command ags verify that the pages, the {what} and the answers in the PDF belong \
         together. That check cannot tell who made the file: for that, compare the digits above with those that the \
         authority publishes."
    )
}
