//! Errors: why a document is not drawn.

use ags_document::DocumentViolation;
use thiserror::Error;

/// Why there is no PDF.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The document cannot be drawn as an accessible PDF. Holds every violation, in the order of the checks, and at
    /// least one.
    #[error("the document cannot be drawn as an accessible PDF:\n{}", lines(.0))]
    Invalid(Vec<Violation>),
    /// The fonts embedded in this crate cannot be read, so the build is broken.
    #[error("the fonts of this build cannot be read: {0}; rebuild the crate")]
    Fonts(String),
    /// The pages could not be written to a file.
    #[error("the pages could not be written as a PDF: {0}")]
    Write(String),
}

fn lines(violations: &[Violation]) -> String {
    violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// One reason why a document cannot be drawn.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum Violation {
    /// The document itself is invalid.
    #[error(transparent)]
    Document(#[from] DocumentViolation),
    /// The font has no glyph for a character.
    #[error("{at}: the font has no {character:?} (U+{:04X}); write it with other characters", u32::from(*.character))]
    MissingGlyph {
        /// JSON pointer to the text it is in.
        at: String,
        /// The character.
        character: char,
    },
    /// An invisible control character, such as U+0000, U+202E or U+00AD.
    #[error("{at}: U+{:04X} cannot be drawn; remove it", u32::from(*.character))]
    Control {
        /// JSON pointer to the text it is in.
        at: String,
        /// The character.
        character: char,
    },
    /// A character of a script written from right to left, which is not supported.
    #[error("{at}: {character:?} (U+{:04X}) is written from right to left, which is not supported; write it in Latin letters", u32::from(*.character))]
    RightToLeft {
        /// JSON pointer to the text it is in.
        at: String,
        /// The character.
        character: char,
    },
    /// There are more characters that cannot be drawn than are listed one by one.
    #[error("{more} more characters cannot be drawn")]
    MoreCharacters {
        /// The number not listed.
        more: usize,
    },
    /// A table has more columns than fit on a page.
    #[error("{at}: the table has {columns} columns, but at most {most} fit; split the table")]
    Columns {
        /// JSON pointer to the table.
        at: String,
        /// The number of columns.
        columns: usize,
        /// The limit, inclusive.
        most: usize,
    },
    /// An attachment has no name, or a name that leads into another folder.
    #[error("{at}: {name:?} is not a file name; write one like statement.json, without / \\ or :")]
    AttachmentName {
        /// JSON pointer to the name.
        at: String,
        /// The name given.
        name: String,
    },
    /// Two attachments have the same name.
    #[error("{at}: {name:?} is already the name of the attachment at {first}; write another")]
    DuplicateAttachment {
        /// JSON pointer to the second name.
        at: String,
        /// The name.
        name: String,
        /// JSON pointer to the first.
        first: String,
    },
    /// A text that is written as one string, such as a heading in the bookmarks, is too long.
    #[error("{at}: the text has {units} UTF-16 code units, but at most {most} fit; shorten it")]
    TooLong {
        /// JSON pointer to the text.
        at: String,
        /// Its number of UTF-16 code units.
        units: usize,
        /// The limit, inclusive.
        most: usize,
    },
    /// The year of the document's date cannot be recorded in a PDF.
    #[error("/date: the year {year} cannot be recorded; write one from 1 to 9999")]
    Year {
        /// The year.
        year: i32,
    },
    /// The document has more text than can be drawn.
    #[error("the document has {bytes} bytes of text, but at most {most} can be drawn; split it")]
    TooMuchText {
        /// Its bytes of text, plus ten for each separate text.
        bytes: usize,
        /// The limit, inclusive.
        most: usize,
    },
    /// The document fills more pages than can be drawn.
    #[error("the document fills more than {most} pages; split it")]
    Pages {
        /// The limit, inclusive.
        most: usize,
    },
    /// Header and footer take too much of the page.
    #[error(
        "/furniture: the running header, the footer and the status fill more than a quarter of the page; shorten them"
    )]
    HeaderFooter,
}
