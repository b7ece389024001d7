//! The list of contents.

use ags_document::Document;
use maud::{Markup, html};

use crate::anchor::Anchors;

/// The deepest level of headings in the contents.
const DEPTH: u8 = 2;

/// A heading of the body, with its id.
pub(crate) struct Heading<'a> {
    level: u8,
    words: &'a str,
    pub(crate) anchor: String,
}

/// Every heading of the body in reading order.
pub(crate) fn headings<'a>(document: &'a Document, anchors: &mut Anchors) -> Vec<Heading<'a>> {
    let found = document.headings().into_iter();
    found.map(|(level, words)| Heading { level, words, anchor: anchors.unique(words) }).collect()
}

/// The list with its heading; nothing if the body has no headings, or the document no contents.
pub(crate) fn contents(document: &Document, headings: &[Heading<'_>]) -> Markup {
    let listed: Vec<_> = headings.iter().filter(|heading| heading.level <= DEPTH).collect();
    let title = document.furniture.contents.as_ref().filter(|_| !listed.is_empty());
    html! {
        @if let Some(title) = title {
            nav aria-labelledby="contents" {
                h1 #contents tabindex="-1" { (title) }
                (list(&listed, 1))
            }
        }
    }
}

/// The headings of a level, each with the list of those nested under it.
fn list(headings: &[&Heading<'_>], level: u8) -> Markup {
    html! {
        ul {
            @for part in headings.chunk_by(|_, next| next.level > level) {
                @if let Some((first, below)) = part.split_first() {
                    li {
                        a href={ "#" (first.anchor) } { (first.words) }
                        @if !below.is_empty() { (list(below, level + 1)) }
                    }
                }
            }
        }
    }
}
