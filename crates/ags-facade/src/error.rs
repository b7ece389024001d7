//! Why a request failed.

use std::fmt;

use ags::report::{FileError, Problem};
use governance_model::{Schema, Versioned};
use serde::Serialize;

/// Why a request failed. It serialises as `error/1`: its kind, the file it is about and every problem.
///
/// A statement that breaks the law is not an error: its report says so.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Error {
    schema: Schema<Error>,
    kind: ErrorKind,
    file: String,
    problems: Vec<Problem>,
}

/// What kind of error it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request itself is invalid, such as the code of a rule that does not exist. A problem's pointer leads into
    /// the options.
    InvalidRequest,
    /// The document is malformed, or its content is invalid.
    Unreadable,
    /// It is a document of this library, but not of the kind that the request takes.
    WrongDocument,
    /// It is well formed, but not a document of this library.
    UnknownDocument,
    /// It cannot be rendered in the requested format.
    NotRenderable,
}

impl Versioned for Error {
    const NAME: &'static str = "error";
    const VERSION: u32 = 1;
}

impl Error {
    /// What kind of error it is.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What the caller calls the file it is about; empty if it is about the request.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Every problem; at least one.
    ///
    /// ```
    /// let source = ags_facade::Source::by_name("s.toml", b"local_code = 7\nreview = 7\n".as_slice())?;
    /// let error = source.input().unwrap_err();
    /// let lines: Vec<_> = error.problems().iter().map(|one| one.position.map(|at| at.line)).collect();
    /// assert_eq!(lines, [Some(1), Some(2)]);
    /// # Ok::<(), ags_facade::Error>(())
    /// ```
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The file and its problems, for a report on many files.
    #[must_use]
    pub fn into_file_error(self) -> FileError {
        FileError { file: self.file, problems: self.problems }
    }

    pub(crate) fn new(kind: ErrorKind, file: &str, problems: Vec<Problem>) -> Self {
        Self { schema: Schema::default(), kind, file: file.into(), problems }
    }

    /// One problem of a file as a whole.
    pub(crate) fn whole(kind: ErrorKind, file: &str, message: impl Into<String>) -> Self {
        let problem = Problem { pointer: String::new(), position: None, message: message.into() };
        Self::new(kind, file, vec![problem])
    }

    /// A problem of an option of the request.
    pub(crate) fn option(pointer: &str, message: impl Into<String>) -> Self {
        let problem = Problem { pointer: pointer.into(), position: None, message: message.into() };
        Self::new(ErrorKind::InvalidRequest, "", vec![problem])
    }
}

impl fmt::Display for Error {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.clone().into_file_error().lines();
        // An error about the request has no file to name.
        let lines: Vec<&str> = lines.iter().map(|line| line.strip_prefix(": ").unwrap_or(line)).collect();
        to.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Error {}
