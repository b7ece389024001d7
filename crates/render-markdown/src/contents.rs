//! The list of contents: headings, each a link.

use std::collections::BTreeMap;

use ags_document::Document;

use crate::blocks::Lines;
use crate::escape;

/// The deepest level of headings in the contents.
const DEPTH: u8 = 2;

/// The list under its heading; nothing if the document has no headings, or no contents.
pub(crate) fn list(document: &Document) -> Lines {
    let mut lines = Lines::default();
    let Some(title) = &document.furniture.contents else { return lines };
    let mut anchors = HeadingAnchors::default();
    let mut entries = Vec::new();
    for (level, text) in document.headings() {
        let text = escape::paragraph([text]).concat();
        let anchor = anchors.of(&text);
        if level <= DEPTH {
            let indent = if level == 1 { "" } else { "  " };
            entries.push(format!("{indent}- [{}](#{anchor})", escape::escaped(&text, false)));
        }
    }
    if !entries.is_empty() {
        lines.bold(title);
        lines.block(entries);
    }
    lines
}

/// The anchors used so far, each with how many headings have it.
#[derive(Default)]
struct HeadingAnchors(BTreeMap<String, usize>);

impl HeadingAnchors {
    /// The anchor of a heading: its letters, digits, hyphens and underscores in lower case, with hyphens for spaces, and a
    /// number if it was used before.
    fn of(&mut self, heading: &str) -> String {
        let lower = heading.to_lowercase();
        let kept = lower.chars().filter(|letter| letter.is_alphanumeric() || "-_ ".contains(*letter));
        let anchor = kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect::<String>();
        let before = self.0.entry(anchor.clone()).or_default();
        *before += 1;
        if *before == 1 { anchor } else { format!("{anchor}-{}", *before - 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_has_letters_and_hyphens_and_is_unique() {
        let mut anchors = HeadingAnchors::default();
        let found = ["Last year's issues: Tŷ", "Roles", "Roles", "roles!"].map(|heading| anchors.of(heading));
        assert_eq!(found, ["last-years-issues-tŷ", "roles", "roles-1", "roles-2"]);
    }
}
