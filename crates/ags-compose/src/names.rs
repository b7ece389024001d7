//! The names of the authority and of the bodies that decide.

use governance_model::{Authority, Text};

use super::prose::line;
use crate::phrases::{cover, sign_off};

/// The name of the authority, or words for one that is not given.
pub(super) fn author(authority: &Authority) -> String {
    let name = line(&authority.name);
    if name.is_empty() { cover::NO_AUTHORITY.into() } else { name }
}

/// The name of a body at the beginning of a sentence.
pub(super) fn body(name: &Text) -> String {
    let name = line(name);
    if name.is_empty() { sign_off::UNNAMED_BODY.into() } else { sign_off::body(&name) }
}
