//! What several tests share: sample documents, a reader of PDF files that is independent of the writer, and the check that
//! text is found in its order.
//!
//! The code in the README is run as a test of this library.

pub mod pdf_reader;
pub mod plain_pdf;
pub mod reading_order;
pub mod sample;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
