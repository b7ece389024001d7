//! What every rule answered, and the forms in which reports on many files are written.

pub use ags_formats::{
    Brief, Csv, ReportWriter, Json, CheckedFile, Junit, Position, Problem, Message, Sarif, Tap, Totals, FileError, messages,
};
pub use ags_report::*;
