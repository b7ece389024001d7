//! Reports on files: the result of each file, and the totals.

use std::collections::BTreeMap;
use std::io;

use chrono::NaiveDate;
use governance_model::printable;
use serde::Serialize;

use ags_report::{Counts, Outcome, Places, Report, RuleResult, Severity, Suppression, SuppressionStatus};
use ags_statement::english;

/// A position in the text of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// A file that was checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CheckedFile {
    /// What the caller calls the file.
    pub file: String,
    /// The outcome of every rule.
    pub report: Report,
    /// The positions in the text of the file that the JSON pointers of the report refer to; those that are not known
    /// are left out.
    pub positions: BTreeMap<String, Position>,
    /// The identifiers of the items that these pointers lead into, each by the JSON pointer of its item.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub ids: BTreeMap<String, String>,
}

/// A file that could not be checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FileError {
    /// What the caller calls the file.
    pub file: String,
    /// The reasons, at least one.
    pub problems: Vec<Problem>,
}

/// One reason why a file could not be checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Problem {
    /// The JSON pointer; empty for the file as a whole.
    pub pointer: String,
    /// Its position in the text, if known.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

/// The result of all files together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Totals {
    /// The date of the check.
    pub as_at: NaiveDate,
    /// The least severe breach that counts as a failure.
    pub threshold: Severity,
    /// How many files were checked.
    pub checked: usize,
    /// How many of them have a finding at or above the threshold.
    pub failing: usize,
    /// How many files could not be checked.
    pub unreadable: usize,
    /// How many files of a folder were skipped, because they hold something else.
    pub skipped: usize,
    /// The outcomes in all reports.
    pub counts: Counts,
}

impl Totals {
    /// No file checked yet.
    #[must_use]
    pub fn new(as_at: NaiveDate, threshold: Severity) -> Self {
        let counts = Counts::default();
        Self { as_at, threshold, checked: 0, failing: 0, unreadable: 0, skipped: 0, counts }
    }
}

/// Writes reports on many files, one file after the other, so that only one at a time needs to be held.
pub trait ReportWriter {
    /// Writes the report on a file.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()>;

    /// Writes why a file could not be checked.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    fn file_error(&mut self, error: &FileError) -> io::Result<()>;

    /// Writes the totals and ends the report; nothing may follow.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    fn finish(&mut self, totals: &Totals) -> io::Result<()>;
}

/// One message of a rule, whichever of the six outcomes it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message<'a> {
    /// The JSON pointer, if the outcome has one.
    pub pointer: Option<&'a str>,
    /// What the outcome says; for a rule that is met, what it requires.
    pub message: &'a str,
    /// How to fix it; empty unless the rule is not met.
    pub fix: &'a str,
    /// The last day, for what is not due yet.
    pub due: Option<NaiveDate>,
    /// The waiver of a finding.
    pub suppression: Option<&'a Suppression>,
}

/// The messages of a rule: one for every finding, or one for each of the other outcomes.
#[must_use]
pub fn messages(result: &RuleResult) -> Vec<Message<'_>> {
    let message = |pointer, message| Message { pointer, message, fix: "", due: None, suppression: None };
    match &result.outcome {
        Outcome::Met => vec![message(None, &result.requirement)],
        Outcome::NotMet { findings } => findings
            .iter()
            .map(|finding| Message {
                pointer: Some(&finding.pointer),
                message: &finding.message,
                fix: &finding.fix,
                due: None,
                suppression: finding.suppression.as_ref(),
            })
            .collect(),
        Outcome::NotDueYet { due, action } => vec![Message { due: Some(*due), ..message(None, action) }],
        Outcome::NotApplicable { reason } => vec![message(None, reason)],
        Outcome::NeedsReview { question, pointer } => vec![message(Some(pointer), question)],
        Outcome::Indeterminate { missing, pointer } => vec![message(Some(pointer), missing)],
    }
}

impl Message<'_> {
    /// The waiver in words, and whether it is accepted; empty without one.
    #[must_use]
    pub fn waiver(&self) -> String {
        let Some(Suppression { status, reason, accepted_by, until }) = self.suppression else {
            return String::new();
        };
        let effect = match status {
            SuppressionStatus::Accepted => "waived",
            SuppressionStatus::Rejected => "noted, not waived",
        };
        format!("{effect}: {reason} ({accepted_by}, until {})", english::date(*until))
    }
}

impl CheckedFile {
    /// What is known of the file, to name places in it.
    #[must_use]
    pub fn places(&self) -> Places {
        let lines = self.positions.iter().map(|(pointer, at)| (pointer.clone(), at.line));
        Places { ids: self.ids.clone(), lines: lines.collect() }
    }

    /// The position of a JSON pointer, as `file:line:column`; the file alone if that is not known.
    #[must_use]
    pub fn place(&self, pointer: Option<&str>) -> String {
        match pointer.and_then(|pointer| self.positions.get(pointer)) {
            Some(Position { line, column }) => format!("{}:{line}:{column}", self.file),
            None => self.file.clone(),
        }
    }
}

impl FileError {
    /// Every problem on a line of its own, each with its position.
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

/// The text on one line, without what controls a terminal.
pub(crate) fn one_line(words: &str) -> String {
    printable(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}
