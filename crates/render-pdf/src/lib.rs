//! Draws a [`Document`] as a PDF that everyone can read and an archive can keep.
//!
//! The file meets PDF/UA-1 (ISO 14289-1:2014) and PDF/A-3a (ISO 19005-3:2012) at once: A4 pages in Liberation
//! Sans at 12 points or more, with tags, bookmarks, links and the language of every word. What either standard
//! asks and who answers for it stands in `obligations/`.
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
//!         skip: "Skip to main content".into(),
//!         continued: "(continued)".into(),
//!     },
//!     cover: vec![],
//!     body: vec![
//!         Block::Heading { level: 1, text: "Scope of responsibility".into() },
//!         Block::plain("The council must review how well it governs itself every year."),
//!     ],
//! };
//! let pdf = render_pdf::render(&document)?;
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok::<(), render_pdf::RenderError>(())
//! ```

mod check;
mod error;
mod font;
mod layout;
mod structure;
mod style;
mod tag;
mod write;

use ags_document::Document;

pub use error::{Fault, RenderError};
use font::Shaper;
use layout::TooMuch;

/// The most pages that are made.
const MOST_PAGES: usize = 4_000;

/// The bytes of a PDF file that shows the document.
///
/// White space inside words becomes one space, as in HTML; a no-break space stays.
///
/// # Errors
///
/// - [`RenderError::Refused`] with every [`Fault`] found, before anything is drawn: a fault of the document
///   itself, a character that cannot be printed, a table of too many columns, a text, a
///   heading, an address or a header too long, an attachment without a name of its own.
/// - [`RenderError::Fonts`] and [`RenderError::Write`] for a broken build or a bug of this crate.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    let fonts = font::fonts().ok_or_else(|| RenderError::Fonts("Liberation Sans".into()))?;
    let mut shaper = Shaper::new(fonts);
    let faults = check::faults(document, &mut shaper);
    if !faults.is_empty() {
        return Err(RenderError::Refused(faults));
    }
    let layout = layout::layout(document, &mut shaper, MOST_PAGES).map_err(|too_much| {
        RenderError::Refused(vec![match too_much {
            TooMuch::Pages => Fault::Pages { most: MOST_PAGES },
            TooMuch::Furniture => Fault::Furniture,
        }])
    })?;
    write::write(document, &layout)
}
