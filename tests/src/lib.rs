//! What several tests share: sample documents, and a reader of PDF files that is independent of the writer.
//!
//! The code in the README is run as a test of this library.

pub mod pdf_reader;
pub mod sample;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
