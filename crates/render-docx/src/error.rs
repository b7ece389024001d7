//! Why a document is not written.

use ags_document::DocumentFault;
use thiserror::Error;

/// Why there is no Word document.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The document cannot be drawn as an accessible one; nothing was written. Holds every fault, and at
    /// least one.
    #[error("the document cannot be written as an accessible Word document:\n{}", lines(.0))]
    Refused(Vec<Fault>),
    /// The parts could not be put into a file.
    #[error("the parts could not be written as a Word document: {0}")]
    Write(String),
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
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

/// One reason why a document is refused.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum Fault {
    /// The document itself is at fault.
    #[error(transparent)]
    Document(#[from] DocumentFault),
    /// A character that shows nothing and that XML 1.0 forbids, that Unicode has for no text, or that turns
    /// the direction of the words beside it, such as U+0000, U+FFFF or U+202E.
    #[error("{at}: U+{:04X} cannot stand in a Word document; take it out", u32::from(*.character))]
    Character {
        /// JSON pointer to the words it stands in.
        at: String,
        /// The character.
        character: char,
    },
    /// A table has more columns than Word opens.
    #[error("{at}: the table has {columns} columns where Word opens at most {most}; split the table")]
    Columns {
        /// JSON pointer to the table.
        at: String,
        /// How many columns it has.
        columns: usize,
        /// How many it may have.
        most: usize,
    },
    /// The year of the document's date cannot stand in the properties of a file.
    #[error("/date: the year {year} cannot be recorded; write one from 1 to 9999")]
    Year {
        /// The year.
        year: i32,
    },
}
