//! The names of an arrangement of the local code, and what is nested in it.

use ags_statement::english;
use governance_model::Arrangement;

use super::prose::line;
use crate::phrases::principles as phrases;

/// The title of an arrangement in the local code's own words, after the parts of the framework that it covers.
pub(super) fn own_title(arrangement: &Arrangement) -> String {
    let ids: Vec<String> = arrangement.covers.iter().map(ToString::to_string).collect();
    match (ids.is_empty(), line(&arrangement.title)) {
        (true, title) if title.is_empty() => arrangement.id.to_string(),
        (true, title) => title,
        (false, title) if title.is_empty() => phrases::covering(&english::list(&ids), phrases::UNTITLED),
        (false, title) => phrases::covering(&english::list(&ids), &title),
    }
}

/// The parts of the framework that an arrangement covers, or its own number.
pub(super) fn short_name(arrangement: &Arrangement) -> String {
    let places: Vec<String> = arrangement.covers.iter().map(ToString::to_string).collect();
    if places.is_empty() { arrangement.id.to_string() } else { english::list(&places) }
}

/// The same for a cell of a table, where no full stop ends it.
pub(super) fn name(arrangement: &Arrangement) -> String {
    own_title(arrangement).trim_end_matches('.').to_owned()
}

/// The arrangement and all those nested in it, a parent before its children.
pub(super) fn all_under(arrangement: &Arrangement) -> Vec<&Arrangement> {
    let mut all = Vec::new();
    let mut open = vec![arrangement];
    while let Some(one) = open.pop() {
        all.push(one);
        open.extend(one.arrangements.iter().rev());
    }
    all
}
