//! The outcome of every rule, and the formats of reports on many files.

pub use ags_formats::{
    Brief, CheckedFile, Csv, FileError, Json, Junit, Message, Position, Problem, ReportWriter, Sarif, Tap,
    Totals, messages,
};
pub use ags_report::*;
