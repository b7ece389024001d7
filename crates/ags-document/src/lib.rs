//! The tree of headings, paragraphs, lists and tables that every renderer draws.
//!
//! A [`Document`] decides structure and words; a renderer decides only how they look. Every word a reader
//! sees is in it, the page furniture included, so that PDF, HTML and Word have the same words.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod accent;
mod attachment;
mod construct;
mod figure;
mod headings;
mod house_style;
mod map_words;
mod pointer;
mod qr_code;
#[cfg(test)]
mod sample;
mod signatures;
mod violations;
pub mod white_space;
mod words;

use chrono::NaiveDate;
use serde::Serialize;
use thiserror::Error;

pub use accent::{Accent, AccentError, contrast};
pub use attachment::{Attachment, Relationship};
pub use figure::{Align, Drawing, Figure, Fill, Shape};
pub use house_style::HouseStyle;
pub use qr_code::QrCodeTooLarge;
pub use signatures::{Signature, SignaturePlace, Signatures};

/// How deep blocks may be nested; a block of the body or of the cover is at depth 1.
pub const DEEPEST_BLOCK: usize = 8;

/// The most bytes of the address that a link leads to, inclusive.
pub const LONGEST_TARGET: usize = 10_000;

/// A whole document in reading order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Document {
    /// The title, as in "Annual Governance Statement 2021/22"; never empty in a document that renders.
    pub title: String,
    /// The authority that publishes it, printed with the title and named as the author.
    pub author: String,
    /// One sentence on what this is, for the metadata of the file.
    pub subject: String,
    /// The language of all words not marked otherwise, as a BCP 47 tag such as `en-GB`.
    pub language: String,
    /// The day the document is made for: the day of the check. Used for the dates in the file's metadata.
    pub date: NaiveDate,
    /// Words that must be on every page, such as "Draft: not yet approved".
    pub status: Option<String>,
    /// The colour of titles, headings and figures: the council's own, or ours.
    pub accent: Accent,
    /// The words in place of the council's crest on the title page; where there are none, no space is kept.
    pub crest: Option<String>,
    /// Files that travel with the document, where the output format can contain files.
    pub attachments: Vec<Attachment>,
    /// The words of the page furniture.
    pub furniture: Furniture,
    /// The title page below title and author, in reading order.
    pub cover: Vec<Block>,
    /// The document itself. Its first heading is of level 1.
    pub body: Vec<Block>,
    /// What follows the body where the attachments travel with it, such as how to verify them: printed by the formats
    /// that carry attachments and by no other.
    pub colophon: Vec<Block>,
}

/// Words that repeat on pages and are not part of the text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Furniture {
    /// The running header of every page after the first.
    pub header: String,
    /// The footer; `{page}` and `{pages}` are replaced by the number of the page and the number of pages.
    pub footer: String,
    /// The heading over the list of contents. A short document has none: then it has no list of contents either, and
    /// its text follows its title on the same page.
    pub contents: Option<String>,
    /// The link that leads to the text, where a reader goes through a page by its links.
    pub skip: String,
    /// What follows a table's caption where the table goes on on a further page, as in "(continued)".
    pub continued: String,
}

/// One block of a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Block {
    /// A heading; levels run from 1 to 6 and never skip downwards (after 1 comes 1 or 2, not 3).
    Heading {
        /// From 1, the highest, to 6.
        level: u8,
        /// Its words; never empty in a document that renders.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A bulleted list; every item is a list of blocks and usually one paragraph, or one and a nested list.
    Bullets(Vec<Vec<Block>>),
    /// A numbered list, from 1.
    Numbered(Vec<Vec<Block>>),
    /// A table.
    Table(Table),
    /// A drawing, with its alternative text.
    Figure(Figure),
    /// Text in a box: what the reader must not miss.
    Note {
        /// The words over it, shown in bold.
        label: String,
        /// Its content.
        blocks: Vec<Block>,
    },
    /// Blocks that stay together on one page, such as the sign-off.
    Together(Vec<Block>),
    /// Places for signatures.
    Signatures(Signatures),
}

/// A table whose first row is a header, with as many cells in every row as there are columns.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Table {
    /// What the table shows; never empty in a document that renders.
    pub caption: String,
    /// The headers of the columns, from the left; at least one, and none empty in a document that renders.
    pub columns: Vec<String>,
    /// Whether the first cell of a row names the row, and so is a header too.
    pub row_headers: bool,
    /// The rows, from the top, without the header; at least one.
    pub rows: Vec<Vec<Cell>>,
}

/// The content of a cell: paragraphs and lists, no headings and no tables.
pub type Cell = Vec<Block>;

/// A run of words inside a paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Bold words.
    Strong(String),
    /// A short mark that qualifies what precedes it, such as `[illustrative]`.
    Mark(String),
    /// Words that lead to an address.
    Link {
        /// The words shown; never empty in a document that renders.
        text: String,
        /// An absolute `https`, `http` or `mailto` address, its host in ASCII and without a user name or password.
        target: String,
    },
    /// Words in another language than the document's.
    Foreign {
        /// The BCP 47 tag of that language, such as `cy`.
        language: String,
        /// The words.
        text: String,
    },
}

impl Inline {
    /// The words a reader sees.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Strong(text)
            | Self::Mark(text)
            | Self::Link { text, .. }
            | Self::Foreign { text, .. } => text,
        }
    }
}

impl Block {
    /// A paragraph of plain words.
    ///
    /// ```
    /// use ags_document::{Block, Inline};
    /// assert_eq!(Block::plain("No gaps."), Block::Paragraph(vec![Inline::Text("No gaps.".into())]));
    /// ```
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Inline::Text(text.into())])
    }
}

/// Every violation of a document that cannot be rendered as an accessible one; at least one.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("the document cannot be drawn as an accessible one:\n{}", lines(.0))]
pub struct InvalidDocument(pub Vec<DocumentViolation>);

fn lines(violations: &[DocumentViolation]) -> String {
    violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Why a document cannot be rendered as an accessible one; each has a JSON pointer into the serialised
/// [`Document`].
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum DocumentViolation {
    /// The title, the language, the heading over the contents, the link past them, a heading, a caption, the
    /// alternative text of a figure, a column heading, the header of a row, the label of a note, the text of a link, or
    /// a text of a place for a signature has no visible character.
    #[error("{at}: {what} is empty; write one")]
    Empty {
        /// JSON pointer.
        at: String,
        /// What is empty.
        what: &'static str,
    },
    /// A heading goes deeper by more than one level, or the first one is not of level 1.
    #[error("{at}: heading {text:?} has level {level} where at most {most} is allowed; write level {most}")]
    HeadingLevel {
        /// JSON pointer.
        at: String,
        /// The heading.
        text: String,
        /// The level it has.
        level: u8,
        /// The deepest level allowed here.
        most: u8,
    },
    /// A row has more or fewer cells than the table has columns.
    #[error("{at}: the row has {cells} cells and the table {columns} columns; give each column one cell")]
    RaggedRow {
        /// JSON pointer.
        at: String,
        /// How many cells the row has.
        cells: usize,
        /// How many columns the table has.
        columns: usize,
    },
    /// A table, a list, an item of a list, a note or a block of signatures has nothing in it.
    #[error("{at}: {what} has nothing in it; leave it out or fill it")]
    Missing {
        /// JSON pointer.
        at: String,
        /// What has nothing in it.
        what: &'static str,
    },
    /// A heading, a table, a figure, a note, a block that stays together or a block of signatures is where only
    /// paragraphs and lists are allowed.
    #[error("{at}: {what} is not allowed inside {inside}; move it out")]
    Misplaced {
        /// JSON pointer.
        at: String,
        /// What is there.
        what: &'static str,
        /// What it is in.
        inside: &'static str,
    },
    /// A drawing has no width or height, or is larger than a page.
    #[error(
        "{at}: a drawing of {width} by {height} points does not fit on a page; write at most {} by {}",
        Drawing::WIDEST,
        Drawing::TALLEST
    )]
    DrawingSize {
        /// JSON pointer.
        at: String,
        /// Points.
        width: u16,
        /// Points.
        height: u16,
    },
    /// Words of a drawing are too long for its line.
    #[error(
        "{at}: the words have {characters} characters where at most {} fit; shorten them",
        Drawing::LONGEST_WORDS
    )]
    DrawingWords {
        /// JSON pointer.
        at: String,
        /// How many characters they have.
        characters: usize,
    },
    /// A part of a drawing is outside it.
    #[error("{at}: this is outside its drawing; move it in or enlarge the drawing")]
    OutsideDrawing {
        /// JSON pointer.
        at: String,
    },
    /// Blocks are nested deeper than a page can show.
    #[error("{at}: blocks are nested more than {most} deep; flatten them")]
    TooDeep {
        /// JSON pointer.
        at: String,
        /// How deep they may be.
        most: usize,
    },
    /// A language is not named by a tag of BCP 47.
    #[error("{at}: {tag:?} is not a language tag; write one like en-GB or cy")]
    Language {
        /// JSON pointer.
        at: String,
        /// The tag read.
        tag: String,
    },
    /// A link leads to something other than an absolute web or mail address.
    #[error(
        "{at}: a link cannot lead to {target:?}; write an address that begins with https://, http:// or mailto:, with its \
         host in ASCII and without a user name or password"
    )]
    LinkTarget {
        /// JSON pointer.
        at: String,
        /// The address read, without the user name and the password in it.
        target: String,
    },
    /// The address that a link leads to is too long for some output formats.
    #[error("{at}: the address has {bytes} bytes where at most {LONGEST_TARGET} fit; shorten it")]
    LongTarget {
        /// JSON pointer.
        at: String,
        /// How many bytes it has.
        bytes: usize,
    },
}

/// How many [marks](Inline::Mark) there are in blocks and the blocks inside them.
#[must_use]
pub fn marks(blocks: &[Block]) -> usize {
    let one = |block: &Block| match block {
        Block::Paragraph(inlines) => inlines.iter().filter(|it| matches!(it, Inline::Mark(_))).count(),
        Block::Bullets(items) | Block::Numbered(items) => items.iter().map(|item| marks(item)).sum(),
        Block::Table(table) => table.rows.iter().flatten().map(|cell| marks(cell)).sum(),
        Block::Note { blocks, .. } | Block::Together(blocks) => marks(blocks),
        Block::Heading { .. } | Block::Figure(_) | Block::Signatures(_) => 0,
    };
    blocks.iter().map(one).sum()
}
