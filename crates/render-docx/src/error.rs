//! Errors: why a document is not written.

use ags_document::DocumentViolation;
use thiserror::Error;

/// Why there is no Word document.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The document cannot be written as an accessible Word document. Holds every violation, and at least one.
    #[error("the document cannot be written as an accessible Word document:\n{}", lines(.0))]
    Invalid(Vec<Violation>),
    /// The parts could not be written to a file.
    #[error("the parts could not be written as a Word document: {0}")]
    Write(String),
}

fn lines(violations: &[Violation]) -> String {
    violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl From<std::io::Error> for RenderError {
    fn from(error: std::io::Error) -> Self {
        Self::Write(error.to_string())
    }
}

impl From<zip::result::ZipError> for RenderError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Write(error.to_string())
    }
}

/// One reason why a document cannot be written.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum Violation {
    /// The document itself is invalid.
    #[error(transparent)]
    Document(#[from] DocumentViolation),
    /// A character that XML 1.0 forbids, that Unicode reserves as a noncharacter, or that changes the direction of the
    /// text around it, such as U+0000, U+FFFF or U+202E.
    #[error("{at}: U+{:04X} is not allowed in a Word document; remove it", u32::from(*.character))]
    Character {
        /// JSON pointer to the text it is in.
        at: String,
        /// The character.
        character: char,
    },
    /// A table has more columns than Word opens.
    #[error("{at}: the table has {columns} columns, but Word opens at most {most}; split the table")]
    Columns {
        /// JSON pointer to the table.
        at: String,
        /// The number of columns.
        columns: usize,
        /// The limit, inclusive.
        most: usize,
    },
    /// The year of the document's date cannot be recorded in the properties of a file.
    #[error("/date: the year {year} cannot be recorded; write one from 1 to 9999")]
    Year {
        /// The year.
        year: i32,
    },
}
