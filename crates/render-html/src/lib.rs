//! Renders a [`Document`] as one accessible, self-contained HTML file.
//!
//! The file contains its style and its drawings, runs no script and loads nothing; a content security policy in it
//! enforces this. It follows the reader's settings for dark mode, contrast, forced colours and text size, fits a width of
//! 320 CSS pixels, and prints on A4.
//!
//! **Reading order.** The skip link; status, crest, title and author, the rest of the cover; the list
//! of contents, headings of levels 1 and 2; the body; the running header and a link to the contents.
//! The footer of [`Furniture`](ags_document::Furniture) is on printed pages only, where a browser can number them, with
//! the header; no table is continued on a further page, so `continued` is not used.
//!
//! **Headings.** A heading of level *n* is `h`*n*, as in every other format, and the heading of the contents is an
//! `h1`. The title is a paragraph, and the title of the page.
//!
//! **Metadata.** The page is a [Report](https://schema.org/Report) by a
//! [GovernmentOrganization](https://schema.org/GovernmentOrganization) in microdata, not in JSON-LD: the text that a
//! program reads is then that on the page, and there is no element `script` for a publishing system to strip.
//!
//! **Characters.** White space is shown as one space. A character that HTML does not allow, such as U+0000, becomes
//! U+FFFD.
//!
//! The same document always gives the same bytes.
//!
//! ```
//! use ags_document::{Accent, Block, Document, Furniture};
//!
//! let document = Document {
//!     title: "Annual Governance Statement 2021/22".into(),
//!     author: "Anyshire Council".into(),
//!     subject: "How the council governs itself".into(),
//!     language: "en-GB".into(),
//!     date: chrono::NaiveDate::from_ymd_opt(2022, 5, 31).unwrap(),
//!     status: Some("Draft: not yet approved".into()),
//!     accent: Accent::default(),
//!     crest: None,
//!     attachments: vec![],
//!     furniture: Furniture {
//!         header: "Anyshire Council: Annual Governance Statement 2021/22".into(),
//!         footer: "Page {page} of {pages}".into(),
//!         contents: Some("Contents".into()),
//!         skip: "Skip to main content".into(),
//!         continued: "(continued)".into(),
//!     },
//!     cover: vec![],
//!     colophon: vec![],
//!     body: vec![
//!         Block::Heading { level: 1, text: "Roles & duties".into() },
//!         Block::plain("The council must review how well it governs itself every year."),
//!     ],
//! };
//! let html = render_html::render(&document)?;
//! assert!(html.starts_with("<!DOCTYPE html><html lang=\"en-GB\""));
//! assert!(html.contains(r#"<h1 id="roles-duties">Roles &amp; duties</h1>"#));
//! # Ok::<(), ags_document::InvalidDocument>(())
//! ```
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod anchor;
mod block;
mod contents;
mod figure;
mod page;
mod signatures;
mod style;
mod table;

use ags_document::Document;
use ags_document::InvalidDocument;

/// The HTML file of the document, in UTF-8.
///
/// # Errors
/// - [`InvalidDocument`] with every fault, if the document cannot be rendered as an accessible one.
pub fn render(document: &Document) -> Result<String, InvalidDocument> {
    document.validate()?;
    Ok(replace_forbidden(page::page(document).into_string()))
}

/// Replaces the characters that HTML does not allow.
fn replace_forbidden(html: String) -> String {
    if !html.contains(is_forbidden) {
        return html;
    }
    let replacement = |character: char| match character {
        _ if !is_forbidden(character) => character,
        _ if character.is_whitespace() => ' ',
        _ => char::REPLACEMENT_CHARACTER,
    };
    html.chars().map(replacement).collect()
}

/// Whether a character is a control character that is not white space in HTML, or a noncharacter.
fn is_forbidden(letter: char) -> bool {
    let control = letter.is_control() && !letter.is_ascii_whitespace();
    control || matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xFFFE == 0xFFFE
}
