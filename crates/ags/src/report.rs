//! What every rule answered, and the forms in which reports on many files are written.

pub use ags_formats::{
    Brief, CheckedFile, Csv, FileError, Json, Junit, Message, Position, Problem, ReportWriter, Sarif, Tap,
    Totals, messages,
};
pub use ags_report::*;
