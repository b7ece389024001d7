//! Meetings and what they resolved.

pub(crate) const HEADING: &str = "Meetings that the local code reports";
pub(crate) const INTRODUCTION: &str = "The local code is part of the papers of these meetings.";
pub(crate) const ITEM: &str = "Item";
pub(crate) const RESOLVED: &str = "What was resolved";
pub(crate) const NOTHING_RESOLVED: &str = "The papers give no resolution";
pub(crate) const NO_MINUTES: &str = "The papers say nothing of what was on the agenda.";

pub(crate) fn unnamed(place: usize) -> String {
    format!("Meeting {place}")
}

pub(crate) fn caption(title: &str) -> String {
    format!("Items and resolutions: {title}")
}

pub(crate) fn about(venue: Option<String>, present: Option<u16>) -> String {
    let venue = venue.map(|venue| format!("Where: {venue}."));
    let present = present.map_or_else(
        || "The papers do not say how many members were present.".into(),
        |present| format!("Members present: {present}."),
    );
    venue.into_iter().chain([present]).collect::<Vec<_>>().join(" ")
}
