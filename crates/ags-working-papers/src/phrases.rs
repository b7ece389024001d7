//! The sentences of the papers, in English.

pub(crate) mod attachments;
pub(crate) mod check_report;
pub(crate) mod worksheet;

/// The language of these sentences, as a BCP 47 tag.
pub(crate) const LANGUAGE: &str = "en-GB";
pub(crate) const FOOTER: &str = "Page {page} of {pages}";
pub(crate) const SKIP: &str = "Skip to main content";
pub(crate) const CONTINUED: &str = "(continued)";

pub(crate) fn header(authority: &str, title: &str) -> String {
    format!("{authority}: {title}")
}
