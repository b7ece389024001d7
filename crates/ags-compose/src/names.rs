//! The names of the authority and of the bodies that decide.

use ags_statement::english;
use governance_model::{AnnualReview, Authority, Text};

use super::prose::line;
use crate::phrases::{cover, sign_off};

/// The name of the authority, or words for one that is not given.
pub(super) fn author(authority: &Authority) -> String {
    let name = line(&authority.name);
    if name.is_empty() { cover::NO_AUTHORITY.into() } else { name }
}

/// The names of all authorities that the statement is of.
pub(super) fn authors(review: &AnnualReview, authority: &Authority) -> String {
    let others = review.jointly_with.iter().map(|other| line(&other.name)).filter(|name| !name.is_empty());
    english::list(&[author(authority)].into_iter().chain(others).collect::<Vec<_>>())
}

/// The name of a body at the beginning of a sentence.
pub(super) fn body(name: &Text) -> String {
    let name = line(name);
    if name.is_empty() { sign_off::UNNAMED_BODY.into() } else { sign_off::body(&name) }
}
