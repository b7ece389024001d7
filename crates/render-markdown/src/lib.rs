//! Renders a [`Document`] as Markdown, for committee systems that accept it.
//!
//! The text is CommonMark with the tables of GitHub Flavored Markdown, one line for each paragraph. Text never becomes
//! markup: whatever would is escaped.
//!
//! - Headings have the levels they have in the document; the title and the heading of the contents are bold paragraphs.
//!   The contents are links to the anchors that GitHub, GitLab and editors generate for headings.
//! - A table has its caption above it. Several paragraphs or a list in a cell are separated by `<br>`, `<ul>` and `<ol>`,
//!   which Markdown allows in a cell, so that rows and columns are kept.
//! - A note is a quotation; a figure is its caption and its alternative text. The text inside a drawing is left out: its
//!   numbers are in a table as well.
//! - There are no pages, so there is no header or footer. Markdown has no place for the accent, the language of the
//!   document or its attachments either.
//!
//! ```
//! # use ags_document::{Accent, Block, Document, Furniture};
//! # let furniture = Furniture { header: String::new(), footer: String::new(), contents: Some("Contents".into()), skip: "Skip".into(), continued: String::new() };
//! let document = Document {
//!     title: "Annual Governance Statement 2021/22".into(),
//!     author: "Anyshire Council".into(),
//!     body: vec![Block::Heading { level: 1, text: "Scope".into() }, Block::plain("2 * 3 * 4")],
//!     // and the rest
//! #   subject: String::new(), language: "en-GB".into(), date: chrono::NaiveDate::MIN, status: None,
//! #   accent: Accent::default(), crest: None, attachments: vec![], furniture, cover: vec![], colophon: vec![],
//! };
//! let markdown = "\
//! **Annual Governance Statement 2021/22**
//!
//! **Anyshire Council**
//!
//! **Contents**
//!
//! - [Scope](#scope)
//!
//! ## Scope
//!
//! 2 \\* 3 \\* 4
//! ";
//! assert_eq!(render_markdown::render(&document)?, markdown);
//! # Ok::<(), ags_document::InvalidDocument>(())
//! ```
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod blocks;
mod cell;
mod contents;
mod escape;
mod paragraph;

use ags_document::Document;
use ags_document::InvalidDocument;

use blocks::Lines;

/// The Markdown of the document, in UTF-8; each line ends with a line feed.
///
/// Each run of white space becomes one space; a no-break space stays. An invisible control character, such as U+0000 or
/// U+202E, becomes U+FFFD, as CommonMark requires for U+0000.
///
/// # Errors
/// - [`InvalidDocument`] with every fault, if the document cannot be rendered as an accessible one.
pub fn render(document: &Document) -> Result<String, InvalidDocument> {
    document.validate()?;
    let mut lines = Lines::default();
    lines.plain(document.crest.as_deref().unwrap_or_default());
    lines.bold(&document.title);
    lines.bold(&document.author);
    lines.bold(document.status.as_deref().unwrap_or_default());
    lines.blocks(&document.cover);
    lines.append(contents::list(document));
    lines.blocks(&document.body);
    Ok(lines.text())
}
