//! Counts files by their result, reports errors and notes as they come, and gives the exit code.

use std::io::Write;

use crate::exit_code::{CLEAN, FAILED, FINDINGS};

/// The results of the files so far.
pub struct Summary<'a> {
    errors: &'a mut (dyn Write + 'a),
    /// How many files were processed.
    pub done: usize,
    /// How many of them failed the check.
    pub failing: usize,
    /// How many could not be processed.
    pub unreadable: usize,
    /// How many were skipped, because they hold something else.
    pub skipped: usize,
}

impl<'a> Summary<'a> {
    /// Nothing but the files that were skipped already; errors and notes go to `errors`.
    pub fn new(errors: &'a mut (dyn Write + 'a), skipped: usize) -> Self {
        Self { errors, done: 0, failing: 0, unreadable: 0, skipped }
    }

    /// Counts a file that was processed.
    pub fn done(&mut self, failing: bool) {
        self.done += 1;
        self.failing += usize::from(failing);
    }

    /// Counts and reports a file that could not be processed.
    pub fn unreadable(&mut self, lines: &str) {
        self.line(lines.trim_end_matches('\n'));
        self.unreadable += 1;
    }

    /// Counts a file that was skipped, with a note if that may surprise.
    pub fn skipped(&mut self, note: Option<&str>) {
        if let Some(note) = note {
            self.note(note);
        }
        self.skipped += 1;
    }

    /// Writes a note.
    pub fn note(&mut self, note: &str) {
        self.line(&format!("note: {note}"));
    }

    /// Writes a line to the error stream; if that is closed, nobody reads it.
    pub fn line(&mut self, line: &str) {
        let _ = writeln!(self.errors, "{line}");
    }

    /// Whether there was nothing to process.
    pub const fn is_empty(&self) -> bool {
        self.done + self.unreadable == 0
    }

    /// The exit code for all files together.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self { unreadable: 1.., .. } | Self { done: 0, .. } => FAILED,
            Self { failing: 1.., .. } => FINDINGS,
            _ => CLEAN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_done_outweighs_findings_and_nothing_done_is_a_failure() {
        let mut errors = Vec::new();
        let mut summary = Summary::new(&mut errors, 0);
        assert_eq!(summary.exit_code(), FAILED);
        summary.done(false);
        assert_eq!(summary.exit_code(), CLEAN);
        summary.done(true);
        summary.skipped(Some("a.json: skipped"));
        assert_eq!(summary.exit_code(), FINDINGS);
        summary.unreadable("b.json: no\n");
        assert_eq!((summary.exit_code(), summary.is_empty()), (FAILED, false));
        assert_eq!(String::from_utf8(errors).unwrap(), "note: a.json: skipped\nb.json: no\n");
    }
}
