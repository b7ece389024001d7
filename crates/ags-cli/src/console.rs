//! The streams of the command, and today's date.

use std::io::{Read, Write};

use chrono::NaiveDate;

use crate::exit_code::{CLEAN, FAILED, USAGE};
use crate::failure::Failure;
use crate::terminal::plain;

/// The streams of the command, and today's date.
pub struct Console<'a> {
    /// Standard input, for a file that is named `-`.
    pub input: &'a mut (dyn Read + 'a),
    /// The output stream, for results.
    pub out: &'a mut (dyn Write + 'a),
    /// The error stream, for errors and notes.
    pub err: &'a mut (dyn Write + 'a),
    /// Whether `err` is a terminal: then errors are shown with the line they are on, and progress as a bar.
    pub terminal: bool,
    /// Whether `out` is a terminal: then nothing is written to it that is not text.
    pub out_terminal: bool,
    /// Whether errors are in colour.
    pub colour: bool,
    /// Today, the date of a check if none is given.
    pub today: NaiveDate,
}

impl Console<'_> {
    /// Writes a line to the error stream; if that is closed, nobody reads it.
    pub(crate) fn note(&mut self, line: &str) {
        let _ = writeln!(self.err, "{line}");
    }

    /// Reports a failure, and gives its exit code.
    pub(crate) fn failed(&mut self, failure: &Failure) -> u8 {
        match failure {
            Failure::Usage(message) => {
                self.note(&format!("ags: {}\nFor more information, try 'ags --help'.", plain(message)));
                USAGE
            }
            Failure::Work(message) => {
                self.note(&format!("ags: {}", plain(message)));
                FAILED
            }
            // Nobody reads the output any more.
            Failure::Gone => FAILED,
        }
    }

    /// Writes what the parser of the command line reports: help to the output stream, an error to the error stream.
    pub(crate) fn clap(&mut self, error: &clap::Error) -> u8 {
        let text = error.render().to_string();
        if error.use_stderr() {
            let _ = write!(self.err, "{}", plain(&text));
            return USAGE;
        }
        match self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()) {
            Ok(()) => CLEAN,
            Err(error) => self.failed(&error.into()),
        }
    }
}
