//! Verifies a published PDF against its own embedded data, and reports what differs.
//!
//! A statement rendered by this library embeds what is published of it, and how it is presented. [`verify()`] needs nothing
//! else: it reads the data, composes and renders them again and compares the file with the result. Data that are not
//! published, such as working notes, are a difference. The worksheet for a return embeds the return and the report of
//! its check, which is made again. It gives a [`Verdict`], and each [`Difference`] by page, by rule or by part.
//!
//! # What it proves
//! [`Verdict::AsIssued`] proves that the bytes are those that the data make; seals may follow them, and are listed.
//! [`Verdict::SavedAgain`] proves that every object is equal, whatever program saved the file. [`Verdict::WordsAgree`] is for
//! a file of another version of this library: its words and its data are compared, and a [`Note`] names
//! the version that settles the rest. A file that names another program as its producer is not sound.
//!
//! None says who made a file. Anyone who changes the data can render new pages from them, and that file is as issued too.
//! Who made it must be known from where it was published, or from the digest of its data, compared with one that the
//! authority gives elsewhere, such as in its minutes. The signature of a [`Seal`] is not verified. Nor does a verdict prove
//! that what a statement says is true.
//!
//! # How it reads
//! A file is read strictly (ISO 32000-1:2008, clause 7): what cannot be unpacked or followed, what is there twice and what
//! belongs to nothing is a difference and is never repaired, since two readers may repair it in two ways.
//!
//! # Limits
//! A file may have 64 MiB, 32 MiB when decompressed, 1.5 million values and 4,000 pages, and take forty million steps to
//! read; its data may have 6 MiB, and make a document with a million bytes of text. Any bytes give a [`PdfError`] or a [`Verification`], and never a panic.
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
mod publication_comparison;
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
