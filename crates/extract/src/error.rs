//! Why a text could not be read as a local code.

use thiserror::Error;

/// Why a text could not be read as a local code. Each variant has the name that the caller gave the document, and
/// the location in it, with lines and columns counted from 1.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// It is empty or only white space.
    #[error(
        "{name}: the file is empty; give the text of the document, with a tab between the cells of a table"
    )]
    Empty {
        /// The document.
        name: String,
    },
    /// It is too large.
    #[error("{name}: {bytes} bytes are too many; the limit is {most}; give one document at a time")]
    TooLarge {
        /// The document.
        name: String,
        /// How many bytes it has.
        bytes: usize,
        /// How many it may have, inclusive.
        most: usize,
    },
    /// It contains control bytes.
    #[error(
        "{name}: line {line}: byte {byte:#04x} at position {column} is not text; convert the document to text first, \
         as with pdftotext -layout"
    )]
    Binary {
        /// The document.
        name: String,
        /// The line.
        line: usize,
        /// The position in the line, in bytes.
        column: usize,
        /// The byte.
        byte: u8,
    },
    /// It is not UTF-8.
    #[error(
        "{name}: line {line}: byte {byte:#04x} at position {column} is not UTF-8; save the text as UTF-8"
    )]
    Encoding {
        /// The document.
        name: String,
        /// The line.
        line: usize,
        /// The position in the line, in bytes.
        column: usize,
        /// The byte.
        byte: u8,
    },
    /// A line is longer than any row of a table.
    #[error(
        "{name}: line {line} has {bytes} bytes and the limit is {most}; end each row of a table with a line \
         feed"
    )]
    LongLine {
        /// The document.
        name: String,
        /// The line.
        line: usize,
        /// How many bytes it has.
        bytes: usize,
        /// How many it may have, inclusive.
        most: usize,
    },
    /// A cell, with its continuations, is too long.
    #[error(
        "{name}: line {line}, column {column}: the cell has {length} characters with its continuations and the \
         limit is {most}; check that the rows of the table are separate"
    )]
    LongCell {
        /// The document.
        name: String,
        /// The line it begins on.
        line: u32,
        /// The column.
        column: u32,
        /// How many characters it has.
        length: usize,
        /// How many it may have, inclusive.
        most: usize,
    },
    /// No layout describes any of its tables.
    #[error("{name}: no known table{}; name its headings in a layout of your own, or rename them",
        headings_seen(.seen))]
    NotRecognised {
        /// The document.
        name: String,
        /// The rows that could be heading rows.
        seen: Vec<Unrecognised>,
    },
    /// A layout cannot be used.
    #[error("{name}: {says}")]
    Layout {
        /// The name that the caller gave the layout.
        name: String,
        /// What is wrong with it and what to write.
        says: String,
    },
}

/// A line, row or column that no layout describes.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct Unrecognised {
    /// Its line, from 1.
    pub line: u32,
    /// Its column in the table, from 1; none for a whole row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// Its words.
    pub words: String,
}

fn headings_seen(seen: &[Unrecognised]) -> String {
    if seen.is_empty() {
        return " (no line has cells divided by tabs, pipes or commas)".into();
    }
    let each: Vec<String> = seen.iter().map(|one| format!("line {}: {:?}", one.line, one.words)).collect();
    format!(" (read as possible headings: {})", each.join("; "))
}
