//! Everything the library does, as plain functions: the bytes of a document in, JSON or the bytes of a file out.
//!
//! | function | gives |
//! |---|---|
//! | [`check`] | the report on a statement, a local code or a return |
//! | [`render_report`] | that report as a paper for officers, as PDF, HTML, Word or Markdown |
//! | [`render`] | a statement, or the worksheet for a return, as PDF, HTML, Word or Markdown; [`compose`] gives the document tree |
//! | [`verify`] | whether a published PDF agrees with its embedded data |
//! | [`rules`], [`explain`] | the rules, or one of them |
//! | [`schemas`], [`schema`] | the JSON Schemas of the documents |
//! | [`new`] | a statement to fill in |
//! | [`test()`] | the results of test cases |
//!
//! Every response serialises, with [`to_json`] or any serde format, and so does the one [`Error`]. No function reads a
//! clock, a file or the network, and none panics, whatever the bytes are. This crate has no logic of its own about
//! governance: that is in [`ags`] and the crates below it.

#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod check;
mod error;
mod json;
mod locate;
mod new;
mod render;
mod render_report;
mod rules;
mod schemas;
mod source;
mod test;
mod verify;

pub use check::{CheckOptions, Checked, check, checking_rules};
pub use error::{Error, ErrorKind};
pub use json::to_json;
pub use new::{NewOptions, NewStatement, new};
pub use render::{RenderFormat, RenderOptions, compose, render, render_document};
pub use render_report::render_report;
pub use rules::{RuleDescription, explain, rules};
pub use schemas::{schema, schemas};
pub use source::Source;
pub use test::test;
pub use verify::{MAX_PDF_BYTES, Verdict, VerifiedFile, verify};
