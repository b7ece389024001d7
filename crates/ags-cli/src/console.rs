//! Where the command's words go, and what day it is.

use std::io::Write;

use chrono::NaiveDate;

use crate::failure::Failure;
use crate::shown::plain;
use crate::{CLEAN, FAILED, USAGE};

/// Where the command's words go, and what day it is.
pub struct Console<'a> {
    /// What was asked for.
    pub out: &'a mut (dyn Write + 'a),
    /// What went wrong, and notes.
    pub err: &'a mut (dyn Write + 'a),
    /// Whether `err` is a terminal: errors are shown in their file there, and progress as a bar.
    pub terminal: bool,
    /// Whether `err` takes colours.
    pub colour: bool,
    /// The day of judging where none is given.
    pub today: NaiveDate,
}

impl Console<'_> {
    /// A line on the error stream. It is the last resort: where it cannot be written, nothing can be said.
    pub(crate) fn note(&mut self, line: &str) {
        let _ = writeln!(self.err, "{line}");
    }

    /// Says what failed, and gives the exit code for it.
    pub(crate) fn failed(&mut self, failure: &Failure) -> u8 {
        match failure {
            Failure::Usage(says) => {
                self.note(&format!("ags: {}\nFor more information, try 'ags --help'.", plain(says)));
                USAGE
            }
            Failure::Work(says) => {
                self.note(&format!("ags: {}", plain(says)));
                FAILED
            }
            // Whoever read has gone and wants no more words.
            Failure::Gone => FAILED,
        }
    }

    /// What the parser of the command line has to say: help on the one stream, an error on the other.
    pub(crate) fn clap(&mut self, error: &clap::Error) -> u8 {
        let says = error.render().to_string();
        if error.use_stderr() {
            let _ = write!(self.err, "{}", plain(&says));
            return USAGE;
        }
        match self.out.write_all(says.as_bytes()).and_then(|()| self.out.flush()) {
            Ok(()) => CLEAN,
            Err(error) => self.failed(&error.into()),
        }
    }
}
