//! The bodies through which the authority acts.

use ags_statement::english;
use governance_model::GroupBodyKind;

pub(crate) const HEADING: &str = "Companies, partnerships and other bodies";
pub(crate) const CAPTION: &str = "Bodies through which we act";
pub(crate) const BODY: &str = "Body";
pub(crate) const KIND: &str = "What it is";
pub(crate) const REVIEW: &str = "How its governance was looked at";

pub(crate) fn none(authority: &str) -> String {
    format!(
        "{} acts through no company, partnership or other body whose governance this statement would have \
         to take in.",
        english::capital(authority)
    )
}

pub(crate) fn assurance(source: &str) -> String {
    format!("Source of assurance: {source}.")
}

pub(crate) const fn kind(kind: GroupBodyKind) -> &'static str {
    match kind {
        GroupBodyKind::Company => "Company",
        GroupBodyKind::JointVenture => "Joint venture",
        GroupBodyKind::Partnership => "Partnership",
        GroupBodyKind::SharedService => "Shared service",
        GroupBodyKind::Trust => "Trust or charity",
        _ => english::NOT_STATED,
    }
}
