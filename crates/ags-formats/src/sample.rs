//! The results of two files, for tests.

use ags_report::{Outcome, Severity};
use ags_rules::Waivers;
use chrono::NaiveDate;

use crate::files::{CheckedFile, FileError, Position, Problem, Totals};

pub use ags_report::example::report;

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The report on a file, with a pointer whose position is known.
pub fn checked() -> CheckedFile {
    let positions = [("/review/opinions".to_owned(), Position { line: 7, column: 3 })];
    let positions = positions.into_iter().collect();
    CheckedFile { file: "s.json".into(), report: report(), positions, ids: <_>::default() }
}

/// A file that could not be checked.
pub fn file_error() -> FileError {
    let position = Some(Position { line: 2, column: 5 });
    let problem = Problem { pointer: "/review/year".into(), position, message: "write a year".into() };
    FileError { file: "broken.json".into(), problems: vec![problem] }
}

/// The totals of the two.
pub fn totals() -> Totals {
    let counts = report().counts();
    let none = Totals::new(day(2022, 5, 31), Severity::Advisory);
    Totals { checked: 1, failing: 1, unreadable: 1, counts, ..none }
}

/// A file with a finding that is waived and a breach of the law that is only noted.
pub fn waived() -> CheckedFile {
    let waivers = b"[[waiver]]\nrule = 'ADV-1'\nreason = 'It is long.'\naccepted_by = 'Audit Committee'\n\
        until = '2022-12-31'\n[[waiver]]\nrule = 'REG-3'\nreason = 'No.'\naccepted_by = 'Nobody'\n\
        until = '2022-12-31'\n";
    let waivers = Waivers::read(waivers, "waivers.toml").unwrap();
    let mut checked = checked();
    checked.report.results[2].outcome = Outcome::not_met("/review", "It is late.", "Be early.");
    checked.report = waivers.session().apply(checked.report);
    checked
}
