//! Reports on files: what came of each, and of all of them together.

use std::collections::BTreeMap;
use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use ags_report::{Counts, Report, RuleResult};
use ags_report::{Finding, Outcome, Severity};
use ags_report::{Suppression, SuppressionStatus};
use ags_statement::english;

/// A place in the text of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// A file that was judged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckedFile {
    /// What the caller calls the file.
    pub file: String,
    /// What every rule answered.
    pub report: Report,
    /// Where the places that the report names stand in the text of the file, by JSON pointer; places that are not
    /// known are left out.
    pub positions: BTreeMap<String, Position>,
}

/// A file that could not be judged.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FileError {
    /// What the caller calls the file.
    pub file: String,
    /// Why, at least one.
    pub problems: Vec<Problem>,
}

/// Why a file could not be judged.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Problem {
    /// The place, as a JSON pointer; empty for the file as a whole.
    pub pointer: String,
    /// Where that stands in the text, where it is known.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

/// What came of all files together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Totals {
    /// The day of judging.
    pub as_at: NaiveDate,
    /// The least grave severity that counts as a finding.
    pub threshold: Severity,
    /// How many files were judged.
    pub checked: usize,
    /// How many of them have a finding that counts.
    pub failing: usize,
    /// How many files could not be judged.
    pub unreadable: usize,
    /// How many files of a folder hold something else and were passed over.
    pub skipped: usize,
    /// The answers in all reports.
    pub counts: Counts,
    /// The exit code of the run.
    pub exit_code: u8,
}

impl Totals {
    /// Nothing judged yet, on a day and for a threshold.
    #[must_use]
    pub fn new(as_at: NaiveDate, threshold: Severity) -> Self {
        let counts = Counts::default();
        Self { as_at, threshold, checked: 0, failing: 0, unreadable: 0, skipped: 0, counts, exit_code: 0 }
    }
}

/// A form in which reports on many files are written, one file after the other, so that no more than one need
/// be held.
///
/// # Errors
/// Each method gives whatever the writer gives.
pub trait ReportWriter {
    /// Writes what came of a file that was judged.
    ///
    /// # Errors
    /// - whatever the writer gives.
    fn judged(&mut self, judged: &CheckedFile) -> io::Result<()>;

    /// Writes why a file could not be judged.
    ///
    /// # Errors
    /// - whatever the writer gives.
    fn unread(&mut self, unread: &FileError) -> io::Result<()>;

    /// Ends the report; nothing may follow.
    ///
    /// # Errors
    /// - whatever the writer gives.
    fn end(&mut self, totals: &Totals) -> io::Result<()>;
}

/// One thing that a rule answered, whichever of the six answers it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message<'a> {
    /// The place, as a JSON pointer; none where the answer names no place.
    pub pointer: Option<&'a str>,
    /// What the answer says; for a rule that is met, what it asks.
    pub message: &'a str,
    /// How to mend it; empty where nothing is wrong.
    pub fix: &'a str,
    /// The last day, where something is not due yet.
    pub due: Option<NaiveDate>,
    /// The waiver of a finding.
    pub suppression: Option<&'a Suppression>,
}

/// What a rule answered: one thing for every finding, and one for each of the other answers.
#[must_use]
pub fn messages(result: &RuleResult) -> Vec<Message<'_>> {
    let plain = |at, says| Message { pointer: at, message: says, fix: "", due: None, suppression: None };
    match &result.outcome {
        Outcome::Met => vec![plain(None, &result.requirement)],
        Outcome::NotMet { findings } => findings
            .iter()
            .map(|Finding { pointer: at, message: says, fix: mend, suppression: waived, .. }| Message {
                pointer: Some(at),
                message: says,
                fix: mend,
                due: None,
                suppression: waived.as_ref(),
            })
            .collect(),
        Outcome::NotDueYet { due, action: needs } => vec![Message { due: Some(*due), ..plain(None, needs) }],
        Outcome::NotApplicable { reason: because } => vec![plain(None, because)],
        Outcome::NeedsReview { question, pointer: at } => vec![plain(Some(at), question)],
        Outcome::Indeterminate { missing, pointer: at } => vec![plain(Some(at), missing)],
    }
}

impl Message<'_> {
    /// The waiver in words, whether it lifts the finding or only notes who answers for it; empty without one.
    #[must_use]
    pub fn waiver(&self) -> String {
        let Some(Suppression { status: effect, reason, accepted_by, until }) = self.suppression else {
            return String::new();
        };
        let done = match effect {
            SuppressionStatus::Accepted => "waived",
            SuppressionStatus::Rejected => "noted, not waived",
        };
        format!("{done}: {reason} ({accepted_by}, until {})", english::date(*until))
    }
}

impl CheckedFile {
    /// Where a place of the report stands, as `file:line:column`; the file alone where that is not known.
    #[must_use]
    pub fn place(&self, at: Option<&str>) -> String {
        match at.and_then(|at| self.positions.get(at)) {
            Some(Position { line, column }) => format!("{}:{line}:{column}", self.file),
            None => self.file.clone(),
        }
    }
}

impl FileError {
    /// Every problem on a line of its own, each with its place.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let line = |problem: &Problem| {
            let place = problem.position.map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
            let at =
                if problem.pointer.is_empty() { String::new() } else { format!("{}: ", problem.pointer) };
            format!("{}{place}: {at}{}", self.file, problem.message)
        };
        self.problems.iter().map(line).collect()
    }
}

/// Words on one line, and nothing in them that a terminal obeys.
pub(super) fn one_line(words: &str) -> String {
    let words: String =
        words.chars().map(|c| if c.is_control() && !c.is_whitespace() { '\u{fffd}' } else { c }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
