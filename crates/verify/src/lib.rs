//! Verifies a published PDF against its own embedded data, and reports what differs.
//!
//! A statement rendered by this library embeds its data and the report of its check, and has the digest of the data on
//! its last page. [`verify()`] needs nothing else: it reads the data, computes the digest, checks the data against the
//! same rules as of the same day, renders them again and compares the file with the result, down to the bytes. What
//! differs is reported by page, by rule or by part: see [`Difference`].
//!
//! # What it proves
//! It proves that the pages, the data and the outcomes of one file agree: nobody has changed one of them and left the
//! others. It is not a signature. Anyone who changes the data can render new pages from them, and that file is as sound
//! as the first. Who made a file must be known from where it was published, or from the printed digest, compared with
//! one that the authority gives elsewhere, such as in its minutes. Nor does it prove that what a statement says is true.
//!
//! If a file names another version of the library as its producer, its text, its digest and its outcomes are compared,
//! and a [`Note`] says that how the text is drawn could not be compared.
//!
//! # Limits
//! A file may have 64 MiB, 256 MiB when decompressed, two million objects and 4,000 pages. Any bytes give a
//! [`PdfError`] or a [`Verification`], and never a panic.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod attachments;
mod check;
mod difference;
mod error;
mod file_comparison;
mod limits;
mod object_comparison;
mod other_version;
mod page_text;
mod parsed_pdf;
mod pdf;
mod report_comparison;
mod seal;
mod tagged_text;
mod to_unicode;
mod verdict;
mod verification;
mod word_diff;
mod xmp;

pub use attachments::EmbeddedFile;
pub use check::verify;
pub use difference::{Difference, Note, TextDifference};
pub use error::{Limit, PdfError};
pub use limits::MAX_BYTES;
pub use parsed_pdf::ParsedPdf;
pub use seal::{DigestState, NotChecked, Seal, SealKind, SealMessage, Signer, Stamp};
pub use verdict::Verdict;
pub use verification::Verification;
