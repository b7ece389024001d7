//! Draws a [`Document`] as a Word document that an officer goes on editing.
//!
//! The file is WordprocessingML of ISO/IEC 29500, transitional, which Word has read and written since 2007: headings,
//! lists, captions and notes have styles of their own, so that a change of style changes the whole paper. It is
//! written as a tree of elements with `quick-xml` and put into an archive with `zip`, because the crates that
//! write Word documents have no drawings, no captions of tables and no languages of words.
//!
//! - Text is of 12 points or more, in Arial or what takes its place; the font is not in the file.
//! - The list of contents is a field whose result names every heading, each a link. The numbers of the pages are
//!   not in it, since only the program that lays out the pages knows them; Word adds them on "Update Table".
//!   Word is not told to update it on opening: it would first ask whether to trust the file, and a paper
//!   would change by being read.
//! - A figure is a drawing whose parts can be edited, with its alternative text.
//! - A status stands in the header of every page.
//! - Files that travel with the document are left out: Word shows such files only as objects in the text.
//! - [`Furniture::continued`](ags_document::Furniture::continued) is left out: the header rows of a table repeat instead.
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
//!         contents: "Contents".into(),
//!         skip: "Skip to the text".into(),
//!         continued: "(continued)".into(),
//!     },
//!     cover: vec![],
//!     body: vec![
//!         Block::Heading { level: 1, text: "Scope of responsibility".into() },
//!         Block::plain("The council must review how well it governs itself every year."),
//!     ],
//! };
//! let docx = render_docx::render(&document)?;
//! assert!(docx.starts_with(b"PK"));
//! # Ok::<(), render_docx::RenderError>(())
//! ```

mod blocks;
mod check;
mod contents;
mod error;
mod figure;
mod furniture;
mod links;
mod lists;
mod package;
mod page;
mod paragraph;
mod properties;
mod table;
mod words;
mod xml;

use ags_document::{Accent, Document};

use blocks::Draft;
pub use error::{Fault, RenderError};
use package::Package;

/// The bytes of a DOCX file that shows the document.
///
/// White space inside words becomes one space, as in HTML; a no-break space stays.
///
/// # Errors
///
/// - [`RenderError::Refused`] with every [`Fault`] found, before anything is written: a fault of the document
///   itself, a character that cannot stand in XML or turns words around, a table of too many columns.
/// - [`RenderError::Write`] for a bug of this crate.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    let faults = check::faults(document);
    if !faults.is_empty() {
        return Err(RenderError::Refused(faults));
    }
    let mut draft = Draft::new(colour(document.accent));
    let text = page::text(document, &mut draft).part()?;
    let mut package = Package::new();
    package.put("[Content_Types].xml", include_bytes!("../parts/content-types.xml"))?;
    package.put("_rels/.rels", include_bytes!("../parts/relationships.xml"))?;
    package.put("docProps/core.xml", &properties::part(document)?)?;
    package.put("word/document.xml", &text)?;
    package.put("word/_rels/document.xml.rels", &draft.links.part()?)?;
    package.put("word/styles.xml", styled(include_str!("../parts/styles.xml"), document).as_bytes())?;
    package.put("word/numbering.xml", &draft.lists.part()?)?;
    package.put("word/settings.xml", styled(include_str!("../parts/settings.xml"), document).as_bytes())?;
    package.put("word/fontTable.xml", include_bytes!("../parts/fontTable.xml"))?;
    package.put("word/header-first.xml", &furniture::header(document, "").part()?)?;
    package.put("word/header.xml", &furniture::header(document, &document.furniture.header).part()?)?;
    package.put("word/footer-first.xml", &furniture::footer(document).part()?)?;
    package.put("word/footer.xml", &furniture::footer(document).part()?)?;
    package.finish()
}

/// A part with the language and the colours of the document; neither can hold a character that XML escapes.
fn styled(part: &str, document: &Document) -> String {
    let [red, green, blue] = Accent::TINT;
    part.replace("{language}", &document.language)
        .replace("{accent}", &colour(document.accent))
        .replace("{tint}", &format!("{red:02X}{green:02X}{blue:02X}"))
}

fn colour(accent: Accent) -> String {
    accent.to_string().trim_start_matches('#').into()
}
