//! Renders a [`Document`] as a Word document that officers can edit.
//!
//! The file is WordprocessingML of ISO/IEC 29500, transitional, which Word has read and written since 2007: headings,
//! lists, captions and notes have their own styles, so that a change of style changes the whole document. It is
//! written as a tree of elements with `quick-xml` and put into an archive with `zip`, because the crates that
//! write Word documents have no drawings, no captions of tables and no languages of words.
//!
//! - Text is 12 points or more, in Arial or its substitute; the font is not embedded.
//! - The list of contents is a field whose result is the headings, each a link. It has no page numbers, since only the
//!   program that lays out the pages knows them; Word adds them on "Update Table". The field is not updated on opening:
//!   Word would first ask whether to trust the file, and reading a document would change it.
//! - A figure is a drawing whose shapes can be edited, with its alternative text.
//! - A status is in the header of every page.
//! - Attachments are left out: Word shows embedded files only as objects in the text.
//! - [`Furniture::continued`](ags_document::Furniture::continued) is left out: the header rows of a table are repeated instead.
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
//!         skip: "Skip to the text".into(),
//!         continued: "(continued)".into(),
//!     },
//!     cover: vec![],
//!     colophon: vec![],
//!     body: vec![
//!         Block::Heading { level: 1, text: "Scope of responsibility".into() },
//!         Block::plain("The council must review how well it governs itself every year."),
//!     ],
//! };
//! let docx = render_docx::render(&document)?;
//! assert!(docx.starts_with(b"PK"));
//! # Ok::<(), render_docx::RenderError>(())
//! ```
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod blocks;
mod check;
mod contents;
mod draft;
mod error;
mod figure;
mod header_footer;
mod hyperlinks;
mod numbering;
mod package;
mod page;
mod page_size;
mod paragraph;
mod properties;
mod signatures;
mod table;
mod xml;

use ags_document::{Accent, Document};

use draft::Draft;
pub use error::{RenderError, Violation};
use package::Package;

/// The bytes of a DOCX file of the document.
///
/// Each run of white space becomes one space, as in HTML; a no-break space stays.
///
/// # Errors
///
/// - [`RenderError::Invalid`] with every [`Violation`] found before anything is written: an invalid document, a
///   character that XML does not allow or that changes the direction of text, a table with too many columns.
/// - [`RenderError::Write`] for a bug of this crate.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    let violations = check::violations(document);
    if !violations.is_empty() {
        return Err(RenderError::Invalid(violations));
    }
    let mut draft = Draft::new(colour(document.accent));
    let text = page::text(document, &mut draft).part()?;
    let mut package = Package::new();
    package.add("[Content_Types].xml", include_bytes!("../parts/content-types.xml"))?;
    package.add("_rels/.rels", include_bytes!("../parts/relationships.xml"))?;
    package.add("docProps/core.xml", &properties::part(document)?)?;
    package.add("word/document.xml", &text)?;
    package.add("word/_rels/document.xml.rels", &draft.links.part()?)?;
    package.add("word/styles.xml", styled(include_str!("../parts/styles.xml"), document).as_bytes())?;
    package.add("word/numbering.xml", &draft.lists.part()?)?;
    package.add("word/settings.xml", styled(include_str!("../parts/settings.xml"), document).as_bytes())?;
    package.add("word/fontTable.xml", include_bytes!("../parts/fontTable.xml"))?;
    package.add("word/header-first.xml", &header_footer::header(document, "").part()?)?;
    package.add("word/header.xml", &header_footer::header(document, &document.furniture.header).part()?)?;
    package.add("word/footer-first.xml", &header_footer::footer(document).part()?)?;
    package.add("word/footer.xml", &header_footer::footer(document).part()?)?;
    package.finish()
}

/// A part with the language and the colours of the document; neither can have a character that XML escapes.
fn styled(part: &str, document: &Document) -> String {
    let [red, green, blue] = Accent::TINT;
    part.replace("{language}", &document.language)
        .replace("{accent}", &colour(document.accent))
        .replace("{tint}", &format!("{red:02X}{green:02X}{blue:02X}"))
}

fn colour(accent: Accent) -> String {
    accent.to_string().trim_start_matches('#').into()
}
