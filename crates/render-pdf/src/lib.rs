//! Renders a [`Document`] as an accessible, archival PDF.
//!
//! The file conforms to both PDF/UA-1 (ISO 14289-1:2014) and PDF/A-3a (ISO 19005-3:2012): A4 pages in Liberation Sans
//! at 12 points or more, in tables at 10.5, with tags, bookmarks, links and the language of all text. `obligations/`
//! lists each requirement of the two standards, and where it is met.
//!
//! A place for a signature has a ruled line to sign on; where the document gives a name for a field, it is also a field for an
//! electronic signature, without one.
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
//!         Block::Heading { level: 1, text: "Scope of responsibility".into() },
//!         Block::plain("The council must review how well it governs itself every year."),
//!     ],
//! };
//! let pdf = render_pdf::render(&document)?;
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok::<(), render_pdf::RenderError>(())
//! ```
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod check;
mod error;
mod font;
mod layout;
mod structure;
mod style;
mod write;

use ags_document::Document;

pub use error::{RenderError, Violation};
use font::Shaper;
use layout::{ContentTag, Layout, LimitExceeded};

/// The most pages that are drawn, inclusive.
const MAX_PAGES: usize = 4_000;

/// The bytes of a PDF file of the document.
///
/// Each run of white space becomes one space, as in HTML; a no-break space stays.
///
/// # Errors
///
/// - [`RenderError::Invalid`] with every [`Violation`] found before anything is drawn: an invalid document, a character
///   that cannot be drawn, a table with too many columns, a text, heading, address or header that is too long, an
///   attachment without a name of its own.
/// - [`RenderError::Fonts`] and [`RenderError::Write`] for a broken build or a bug of this crate.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    write::write(document, &lay_out(document)?)
}

/// Where the content of each page stands: rectangles in points of 1/72 inch from the lower left corner of the page, each
/// as its left, lower, right and upper side. Header, footer, repeated table heads and decoration are not content.
///
/// # Errors
/// - as [`render()`].
pub fn content_areas(document: &Document) -> Result<Vec<Vec<[f32; 4]>>, RenderError> {
    let layout = lay_out(document)?;
    let on_page = |page: &layout::Page| {
        let content = page.fragments.iter().filter(|fragment| matches!(fragment.tag, ContentTag::Content(_)));
        content.flat_map(|fragment| &fragment.ops).map(|op| op.bounds().to_page()).collect()
    };
    Ok(layout.pages.iter().map(on_page).collect())
}

fn lay_out(document: &Document) -> Result<Layout, RenderError> {
    let fonts = font::fonts().ok_or_else(|| RenderError::Fonts("Liberation Sans".into()))?;
    let mut shaper = Shaper::new(fonts);
    let violations = check::violations(document, &mut shaper);
    if !violations.is_empty() {
        return Err(RenderError::Invalid(violations));
    }
    layout::layout(document, &mut shaper, MAX_PAGES).map_err(|exceeded| {
        RenderError::Invalid(vec![match exceeded {
            LimitExceeded::Pages => Violation::Pages { most: MAX_PAGES },
            LimitExceeded::HeaderFooter => Violation::HeaderFooter,
        }])
    })
}
