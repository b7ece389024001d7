//! The page as a whole.

use ags_document::Document;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::anchor::Anchors;
use crate::block::Blocks;
use crate::contents::{contents, headings};
use crate::style;

/// Nothing is loaded, run or sent; only the style in the page is allowed.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/// The longest status that stays in view, in characters: three lines on a page 320 CSS pixels wide. A longer one would
/// hide too much of the text.
const LONGEST_STICKY_STATUS: usize = 80;

pub(crate) fn page(document: &Document) -> Markup {
    let mut anchors = Anchors::new(&["contents", "main"]);
    let headings = headings(document, &mut anchors);
    let mut blocks = Blocks { headings: headings.iter(), anchors };
    html! {
        (DOCTYPE)
        html lang=(document.language) itemscope itemtype="https://schema.org/Report" {
            (head(document))
            body {
                a.skip href="#main" { (document.furniture.skip) }
                (cover(document, &mut blocks))
                div.page {
                    (contents(document, &headings))
                    main #main tabindex="-1" { (blocks.render(&document.body)) }
                }
                (footer(document, document.furniture.contents.as_deref().filter(|_| !headings.is_empty())))
            }
        }
    }
}

fn head(document: &Document) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (document.title) @if !document.author.trim().is_empty() { " – " (document.author) } }
            meta name="description" content=(document.subject);
            meta name="author" content=(document.author);
            meta name="dcterms.date" content=(document.date);
            meta itemprop="description" content=(document.subject);
            meta itemprop="inLanguage" content=(document.language);
            meta itemprop="dateCreated" content=(document.date);
            style { (PreEscaped(style::sheet(document))) }
        }
    }
}

/// The title page. The status is read after title and author but shown above them; it stays in view while scrolling, and
/// on every printed page.
fn cover(document: &Document, blocks: &mut Blocks<'_>) -> Markup {
    html! {
        header {
            div.title-page {
                div.band {
                    @if let Some(crest) = visible(document.crest.as_deref()) { p.crest { (crest) } }
                    p.title itemprop="name" { (document.title) }
                    @if let Some(author) = visible(Some(&document.author)) {
                        p.author itemprop="author" itemscope itemtype="https://schema.org/GovernmentOrganization" {
                            span itemprop="name" { (author) }
                        }
                    }
                }
                @if let Some(status) = visible(document.status.as_deref()) {
                    p.status.in-sight[status.chars().count() <= LONGEST_STICKY_STATUS] itemprop="creativeWorkStatus" { (status) }
                }
                @if !document.cover.is_empty() { div.cover { (blocks.render(&document.cover)) } }
            }
        }
    }
}

fn footer(document: &Document, contents: Option<&str>) -> Markup {
    let header = visible(Some(&document.furniture.header));
    html! {
        @if contents.is_some() || header.is_some() {
            footer {
                @if let Some(header) = header { p { (header) } }
                @if let Some(contents) = contents { p { a href="#contents" { (contents) } } }
            }
        }
    }
}

fn visible(words: Option<&str>) -> Option<&str> {
    words.filter(|words| !words.trim().is_empty())
}
