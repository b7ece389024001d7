//! The names of an arrangement of the local code, and what is nested in it.

use ags_statement::english;
use governance_model::{Arrangement, FrameworkEdition};

use super::prose::line;
use crate::phrases::{principles as phrases, short_titles};

/// The title of an arrangement after the parts of the framework that it covers: the framework's own title where
/// it covers one part, the local code's where it covers several or none.
pub(super) fn title(arrangement: &Arrangement, framework: FrameworkEdition) -> String {
    let official = match &arrangement.covers[..] {
        [only] => framework.framework().find(only).map(|place| (only, place.title().to_owned())),
        _ => None,
    };
    match official {
        Some((only, title)) if !title.is_empty() => phrases::covering(only.as_str(), &title),
        _ => own_title(arrangement),
    }
}

/// The same in a few words, where the framework's title is long.
pub(super) fn short_title(arrangement: &Arrangement, framework: FrameworkEdition) -> String {
    let short = match &arrangement.covers[..] {
        [only] => {
            short_titles::of(framework, only.as_str()).map(|title| phrases::covering(only.as_str(), title))
        }
        _ => None,
    };
    short.unwrap_or_else(|| title(arrangement, framework).trim_end_matches('.').to_owned())
}

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
