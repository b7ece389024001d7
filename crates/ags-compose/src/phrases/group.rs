//! The bodies through which the authority acts.

use ags_statement::english;
use governance_model::GroupBodyKind;

pub(crate) const CAPTION: &str = "Bodies through which we deliver services";
pub(crate) const BODY: &str = "Body";
pub(crate) const REVIEW: &str = "Assurance on its governance";

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
