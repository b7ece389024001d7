//! Why the command stops.

use std::io;
use std::path::Path;

use thiserror::Error;

use crate::terminal;

/// Why the command stops; a file among many that cannot be read does not stop it.
#[derive(Debug, Error)]
pub enum Failure {
    /// The command line is wrong.
    #[error("{0}")]
    Usage(String),
    /// It could not be done.
    #[error("{0}")]
    Work(String),
    /// The reader of the output has closed it.
    #[error("the output was closed")]
    Gone,
}

impl Failure {
    /// A file could not be read or written.
    pub fn file(path: &Path, error: &io::Error) -> Self {
        Self::Work(format!("{}: {error}", terminal::name(path)))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Gone,
            _ => Self::Work(format!("the output cannot be written: {error}")),
        }
    }
}
