//! Reports on many files, each form written one file after the other: for people, and as JSON, CSV, JUnit, SARIF and
//! TAP; and test cases that an auditor writes.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod brief;
mod csv;
mod files;
mod json;
mod junit;
#[cfg(test)]
mod sample;
mod sarif;
mod tap;
pub mod test_case;

pub use brief::Brief;
pub use csv::Csv;
pub use files::{CheckedFile, FileError, Message, Position, Problem, ReportWriter, Totals, messages};
pub use json::Json;
pub use junit::Junit;
pub use sarif::Sarif;
pub use tap::Tap;
pub use test_case::{OutcomeKind, TestCases, Verdict};
