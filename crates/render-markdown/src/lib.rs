//! Draws a [`Document`] as Markdown, for committee systems that take papers in it.
//!
//! The text is CommonMark with the tables of GitHub Flavored Markdown, a line for each paragraph. Words never
//! become markup: whatever would be is escaped.
//!
//! - Headings have the levels they have in the document; the title and the heading over the contents are bold
//!   paragraphs. The contents are links to the anchors that GitHub, GitLab and editors give to headings.
//! - A table has its caption before it. Where a cell holds several paragraphs or a list, they are told apart by
//!   `<br>`, `<ul>` and `<ol>`, which Markdown allows in a cell, so that rows and columns stay.
//! - A note is a quotation, a figure its caption and its alternative text: the words inside a drawing are left out, and
//!   the numbers it shows stand in a table beside it.
//! - There are no pages, so there is no header and no footer; the accent, the language of the document and files that
//!   travel with it have no place in Markdown either.
//!
//! ```
//! # use ags_document::{Accent, Block, Document, Furniture};
//! # let furniture = Furniture { header: String::new(), footer: String::new(), contents: "Contents".into(), skip: "Skip".into(), continued: String::new() };
//! let document = Document {
//!     title: "Annual Governance Statement 2021/22".into(),
//!     author: "Anyshire Council".into(),
//!     body: vec![Block::Heading { level: 1, text: "Scope".into() }, Block::plain("2 * 3 * 4")],
//!     // and the rest
//! #   subject: String::new(), language: "en-GB".into(), date: chrono::NaiveDate::MIN, status: None,
//! #   accent: Accent::default(), crest: None, attachments: vec![], furniture, cover: vec![],
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
//! # Ok::<(), ags_document::Unfit>(())
//! ```

mod blocks;
mod cell;
mod contents;
mod paragraph;
mod words;

use ags_document::Document;
use ags_document::Unfit;

use blocks::Lines;

/// The Markdown that shows the document, in UTF-8, each line ended by a line feed.
///
/// White space inside words becomes one space; a no-break space stays. A character that shows nothing and controls
/// something, such as U+0000 or U+202E, becomes U+FFFD, as CommonMark asks of U+0000.
///
/// # Errors
/// - [`Unfit`] with every fault, where the document cannot be drawn as an accessible one.
pub fn render(document: &Document) -> Result<String, Unfit> {
    document.fit()?;
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
