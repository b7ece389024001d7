//! Text of a council's local code of governance, read into a [`LocalCode`](governance_model::LocalCode).
//!
//! Every document goes through the same steps: lines and cells, whole rows, columns recognised by their headings,
//! items, the local code. What differs between councils is a [`Layout`], which is data. Every line of the input has a
//! disposition in the [`ExtractReport`], and every leaf of the local code has its location, its original words and a
//! confidence.
//!
//! ```
//! let text = "Local Code 2021/22\n\n\
//!     Principle A: Behaving with integrity\n\n\
//!     Sub-principle\tEvidence\n\
//!     Behaving with integrity\t\u{2022} A code of conduct. \u{2022} A register of gifts.\n";
//! let read = extract::local_code(text.as_bytes(), "code.txt")?;
//! assert_eq!(read.code.evidence().count(), 2);
//! assert_eq!(read.report.dispositions.values().sum::<usize>(), read.report.lines);
//! # Ok::<(), extract::ExtractError>(())
//! ```
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod authority;
mod cell;
mod cells;
mod citations;
mod code;
mod columns;
mod dates;
mod error;
mod extraction;
mod heading;
mod items;
mod layout;
mod lines;
mod meaning;
mod noise;
mod normalise;
mod part;
mod phrases;
mod printable;
mod recognition;
mod report;
mod requirements;
mod row;
mod rows;
mod summary;

pub use error::{ExtractError, Unrecognised};
pub use extraction::Extraction;
pub use layout::Layout;
pub use meaning::Meaning;
pub use report::{Disposition, ExtractReport, Noise};
pub use summary::Summary;

/// Reads the text of a local code by the built-in layouts. `name` identifies the document in errors and provenance,
/// and can be its file name.
///
/// # Errors
/// - [`ExtractError::Empty`], [`ExtractError::TooLarge`] (64 MiB), [`ExtractError::LongLine`] (1 MiB),
///   [`ExtractError::Binary`] and [`ExtractError::Encoding`] for bytes that are not the text of a document;
/// - [`ExtractError::LongCell`] for a cell of more than 20,000 characters with its continuations;
/// - [`ExtractError::NotRecognised`] where no layout knows any of its tables.
pub fn local_code(bytes: &[u8], name: &str) -> Result<Extraction, ExtractError> {
    local_code_with(bytes, name, &[])
}

/// Reads the text of a local code by the caller's layouts and, after them, the built-in ones.
///
/// # Errors
/// - as for [`local_code`].
pub fn local_code_with(bytes: &[u8], name: &str, layouts: &[Layout]) -> Result<Extraction, ExtractError> {
    extraction::extract(bytes, name, layouts)
}
