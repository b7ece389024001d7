//! Pieces of the input: cells, and lines outside tables, with their locations.

use std::borrow::Cow;

/// A piece of text with its location: a cell, or a line outside a table.
#[derive(Clone, Debug)]
pub(crate) struct Part<'a> {
    pub(crate) line: u32,
    /// The last line, where a quoted cell runs over several.
    pub(crate) last: u32,
    /// The column in the table, from 1.
    pub(crate) column: u32,
    pub(crate) raw: Cow<'a, str>,
    /// The words without markup.
    pub(crate) text: String,
}

/// The form of a line outside tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    Heading,
    /// A list item; `indented` where there is space before its mark.
    Item {
        indented: bool,
    },
    Plain,
}

/// A line by its form.
#[derive(Debug)]
pub(crate) enum Line<'a> {
    Blank,
    Row(Vec<Part<'a>>),
    Prose(Form, Part<'a>),
}
