//! Who considered, approved, signed and published the statement.

use ags_statement::english;
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "Approval and signatures";
pub(crate) const NOT_APPROVED: &str = "Members have not approved this statement yet.";
pub(crate) const CAPTION: &str = "Signatures on behalf of the authority";
pub(crate) const OFFICE: &str = "Office";
pub(crate) const NAME: &str = "Name";
pub(crate) const DATE: &str = "Date of signature";
pub(crate) const NOT_YET_SIGNED: &str = "Not yet signed";
pub(crate) const NO_NAME: &str = "No name given";
pub(crate) const PUBLICATION: &str = "Publication";
pub(crate) const ADDRESS: &str = "It can be read at ";

pub(crate) const CHANGES: &str = "What changed since the draft";
pub(crate) const CHANGED: &str = "Since the draft was published, these things were changed:";
pub(crate) const NO_CHANGES: &str =
    "Nothing changed between the draft that was published and the approved statement.";
pub(crate) const UNNAMED_BODY: &str = "a body that is not named";

/// A body inside a sentence: "the Audit Committee".
pub(crate) fn body(name: &str) -> String {
    if name.to_lowercase().starts_with("the ") { name.into() } else { format!("the {name}") }
}

pub(crate) fn considered(body: &str, on: NaiveDate, minute: Option<&str>) -> String {
    format!("{body} considered the findings of the review on {}{}.", english::date(on), bracketed(minute))
}

pub(crate) fn approved(body: &str, on: NaiveDate, by_resolution: bool, minute: Option<&str>) -> String {
    let how = if by_resolution { "by resolution " } else { "" };
    format!("{body} approved this statement {how}on {}{}.", english::date(on), bracketed(minute))
}

fn bracketed(minute: Option<&str>) -> String {
    minute.map_or_else(String::new, |minute| format!(" (minute {minute})"))
}

pub(crate) fn signed_for(authority: &str) -> String {
    format!("Signed on behalf of {authority}:")
}

pub(crate) fn to_be_signed_for(authority: &str) -> String {
    format!("To be signed on behalf of {authority} once members have approved it:")
}

pub(crate) fn accounts(body: &str, on: NaiveDate) -> String {
    format!("{body} approved the statement of accounts that goes with it on {}.", english::date(on))
}

pub(crate) fn draft_published(on: NaiveDate, with: &str) -> String {
    format!("The draft was published on {}{with}.", english::date(on))
}

pub(crate) fn published(on: NaiveDate, with: &str) -> String {
    format!("The approved statement was published on {}{with}.", english::date(on))
}

pub(crate) fn with(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!(", with {}", english::list(names)) }
}

pub(crate) fn late_rights(on: NaiveDate, reason: &str) -> String {
    format!(
        "On {} a notice said that the public's right to inspect the accounts would start late. The \
         reason given: {reason}",
        english::date(on)
    )
}

pub(crate) fn late_accounts(on: NaiveDate, reason: &str) -> String {
    format!(
        "On {} a notice said that publication would be late. The reason given: {reason}",
        english::date(on)
    )
}
