//! Why a document is not drawn.

use ags_document::DocumentFault;
use thiserror::Error;

/// Why there is no PDF.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The document cannot be drawn as an accessible one; nothing was written. Holds every fault, in the
    /// order they were looked for, and at least one.
    #[error("the document cannot be drawn as an accessible PDF:\n{}", lines(.0))]
    Refused(Vec<Fault>),
    /// The fonts inside this crate cannot be read, so the build is broken.
    #[error("the fonts of this build cannot be read: {0}; build the crate anew")]
    Fonts(String),
    /// The pages could not be put into a file.
    #[error("the pages could not be written as a PDF: {0}")]
    Write(String),
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// One reason why a document is refused.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum Fault {
    /// The document itself is at fault.
    #[error(transparent)]
    Document(#[from] DocumentFault),
    /// The font has no glyph for a character.
    #[error("{at}: the font has no {character:?} (U+{:04X}); write it with other characters", u32::from(*.character))]
    MissingGlyph {
        /// JSON pointer to the words it stands in.
        at: String,
        /// The character.
        character: char,
    },
    /// A character that controls something and shows nothing, such as U+0000, U+202E or U+00AD.
    #[error("{at}: U+{:04X} cannot be printed; take it out", u32::from(*.character))]
    Control {
        /// JSON pointer to the words it stands in.
        at: String,
        /// The character.
        character: char,
    },
    /// A character of a script that runs from right to left; only left to right can be set.
    #[error("{at}: {character:?} (U+{:04X}) runs from right to left, which cannot be set; write it in Latin letters", u32::from(*.character))]
    RightToLeft {
        /// JSON pointer to the words it stands in.
        at: String,
        /// The character.
        character: char,
    },
    /// Characters that cannot be printed stand in more places than are listed one by one.
    #[error("and {more} more characters that cannot be printed")]
    MoreCharacters {
        /// How many are not listed.
        more: usize,
    },
    /// A table has more columns than fit side by side.
    #[error("{at}: the table has {columns} columns where at most {most} fit; split the table")]
    Columns {
        /// JSON pointer to the table.
        at: String,
        /// How many columns it has.
        columns: usize,
        /// How many it may have.
        most: usize,
    },
    /// An attachment has no name, or one that leads into another folder.
    #[error("{at}: {name:?} names no file; write a name like statement.json, without / \\ and :")]
    AttachmentName {
        /// JSON pointer to the name.
        at: String,
        /// The name read.
        name: String,
    },
    /// Two attachments have one name.
    #[error("{at}: {name:?} is the name of an attachment already, at {first}; write another")]
    AttachmentTwice {
        /// JSON pointer to the second name.
        at: String,
        /// The name.
        name: String,
        /// JSON pointer to the first.
        first: String,
    },
    /// Words that the file keeps as one string, such as a heading among the bookmarks, are too long for it.
    #[error("{at}: {units} letters are too many for one string, which holds {most}; shorten them")]
    Long {
        /// JSON pointer to the words.
        at: String,
        /// How many UTF-16 units they have.
        units: usize,
        /// How many they may have.
        most: usize,
    },
    /// The year of the document's date cannot stand in a PDF.
    #[error("/date: the year {year} cannot be recorded; write one from 1 to 9999")]
    Year {
        /// The year.
        year: i32,
    },
    /// The document holds more words than are drawn.
    #[error("the document has {characters} characters where at most {most} can be drawn; split it")]
    Characters {
        /// How many bytes of text and blocks it has, each block counting as ten.
        characters: usize,
        /// How many it may have.
        most: usize,
    },
    /// The document fills more pages than are made.
    #[error("the document fills more than {most} pages; split it")]
    Pages {
        /// How many pages it may have.
        most: usize,
    },
    /// Header and footer leave too little of the page.
    #[error(
        "/furniture: the running header, the footer and the status fill more than a quarter of the page; shorten them"
    )]
    Furniture,
}
