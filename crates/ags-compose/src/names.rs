//! The names of the authority and of the bodies that decide.

use ags_statement::english;
use governance_model::{AnnualReview, Authority, Text};

use super::prose::{line, some_line};
use crate::phrases::sign_off;

/// The name of the authority, or words for one that is not given.
pub(super) fn author(authority: &Authority) -> String {
    let name = line(&authority.name);
    if name.is_empty() { english::NO_AUTHORITY.into() } else { name }
}

/// The names of all authorities that the statement is of.
pub(super) fn authors(review: &AnnualReview, authority: &Authority) -> String {
    let others = review.jointly_with.iter().map(|other| line(&other.name)).filter(|name| !name.is_empty());
    english::list(&[author(authority)].into_iter().chain(others).collect::<Vec<_>>())
}

/// The name of a body inside a sentence, with the authority it acted for where the statement is of several.
pub(super) fn body_for(name: &Text, authority: Option<&Text>) -> String {
    let body = body(name);
    match some_line(authority).filter(|authority| !body.contains(authority)) {
        Some(authority) => sign_off::acting_for(&body, &authority),
        None => body,
    }
}

/// The name of a body inside a sentence.
pub(super) fn body(name: &Text) -> String {
    let name = line(name);
    if name.is_empty() { sign_off::UNNAMED_BODY.into() } else { sign_off::body(&name) }
}
