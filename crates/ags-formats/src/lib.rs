//! Reports on many files, in formats that are written one file after the other: for people, and as JSON, CSV, JUnit,
//! SARIF and TAP; and test cases that an auditor writes.

mod brief;
mod csv;
mod files;
mod json;
mod json_pointer;
mod junit;
mod run_cases;
#[cfg(test)]
mod sample;
mod sarif;
mod tap;
mod test_cases;
mod verdict;

pub use brief::Brief;
pub use csv::Csv;
pub use files::{CheckedFile, FileError, Message, Position, Problem, ReportWriter, Totals, messages};
pub use json::Json;
pub use junit::Junit;
pub use run_cases::Files;
pub use sarif::Sarif;
pub use tap::Tap;
pub use test_cases::{Expected, OtherDocument, TestCase, TestCases};
pub use verdict::{RuleOutcome, Verdict};
