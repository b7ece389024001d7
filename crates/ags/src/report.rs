//! What every rule answered, and the forms in which reports on many files are written.

pub use ags_formats::{
    Brief, Csv, Face, Json, Judged, Junit, Position, Problem, Said, Sarif, Tap, Totals, Unread, said,
};
pub use ags_report::*;
