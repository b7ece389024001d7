//! Blocks, one after the other.

use ags_document::{Block, Inline};

use crate::contents;
use crate::figure;
use crate::links::Links;
use crate::lists::{INDENT, LEVELS, Lists};
use crate::paragraph::{Label, Look, run, runs};
use crate::table;
use crate::words;
use crate::xml::{Element, element};

/// What is counted while the text is written.
pub(crate) struct Draft {
    /// The accent, as six hexadecimal digits.
    pub(crate) accent: String,
    pub(crate) links: Links,
    pub(crate) lists: Lists,
    headings: usize,
    drawn: usize,
}

/// Where blocks stand.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// The style of the last paragraph, and of those before it.
    last: &'static str,
    style: &'static str,
    keep: Keep,
    /// How many lists lie around.
    level: usize,
    /// How far lists stand in, in twentieths of a point, where it is more than their numbering says.
    inset: usize,
}

/// What stays on one page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Nothing beyond what styles keep.
    Free,
    /// All of it.
    UntilLast,
    /// All of it, with what follows.
    Throughout,
}

impl Place {
    /// The page itself.
    pub(crate) fn page() -> Self {
        Self { last: "Normal", style: "Normal", keep: Keep::Free, level: 0, inset: 0 }
    }

    /// A cell in a row that stands here. All of a row stands side by side, so what keeps the row with the next
    /// keeps every paragraph of it.
    pub(crate) fn cell(self, style: &'static str) -> Self {
        let keep = if self.keep == Keep::Throughout { Keep::Throughout } else { Keep::Free };
        Self { last: style, style, keep, level: 0, inset: 0 }
    }

    /// This place, for what has another thing after it here.
    pub(crate) fn before_another(self) -> Self {
        let keep = if self.keep == Keep::Free { Keep::Free } else { Keep::Throughout };
        Self { last: self.style, keep, ..self }
    }

    /// This place for each of several things.
    pub(crate) fn for_each<T>(self, things: &[T]) -> impl Iterator<Item = (&T, Self)> {
        let last = things.len().saturating_sub(1);
        let place = move |index| if index == last { self } else { self.before_another() };
        things.iter().enumerate().map(move |(index, thing)| (thing, place(index)))
    }

    pub(crate) fn look(self, style: &'static str) -> Look {
        let keep_lines = self.keep != Keep::Free;
        Look { keep_next: self.keep == Keep::Throughout, keep_lines, ..Look::of(style) }
    }

    fn in_list(self) -> Self {
        let style = if self.style == "Normal" { "ListParagraph" } else { self.style };
        let last = if self.last == "Normal" { "ListParagraph" } else { self.last };
        Self { last, style, ..self }
    }

    /// A paragraph here, with a label where it begins the item of a list.
    fn paragraph(self, label: Option<Label>) -> Look {
        let levels = self.level + usize::from(label.is_some());
        let said_elsewhere = levels == 0 || (label.is_some() && self.inset == 0);
        let left = (!said_elsewhere).then_some(self.inset + INDENT * levels);
        Look { label, left, ..self.look(self.last) }
    }
}

impl Draft {
    pub(crate) fn new(accent: String) -> Self {
        Self { accent, links: Links::default(), lists: Lists::default(), headings: 0, drawn: 0 }
    }

    pub(crate) fn blocks<'a>(&mut self, blocks: &[Block], place: Place) -> Vec<Element<'a>> {
        let mut written = Vec::new();
        for (block, place) in place.for_each(blocks) {
            match block {
                Block::Heading { level, text } => written.push(self.heading(*level, text, place)),
                Block::Paragraph(inlines) => written.extend(self.paragraph(inlines, place.paragraph(None))),
                Block::Bullets(items) => written.append(&mut self.list(items, Lists::bullets(), place)),
                Block::Numbered(items) => {
                    let numbering = self.lists.numbered(place.level.min(LEVELS - 1));
                    written.append(&mut self.list(items, numbering, place));
                }
                Block::Table(table) => written.extend(table::table(table, place, self)),
                Block::Figure(figure) => written.extend(figure::figure(figure, place, self)),
                Block::Note { label, blocks } => written.append(&mut self.note(label, blocks, place)),
                Block::Together(inner) => {
                    let keep = if place.keep == Keep::Free { Keep::UntilLast } else { place.keep };
                    written.append(&mut self.blocks(inner, Place { keep, ..place }));
                }
                _ => {}
            }
        }
        written
    }

    fn heading<'a>(&mut self, level: u8, text: &str, place: Place) -> Element<'a> {
        let style = match level {
            1 => "Heading1",
            2 => "Heading2",
            3 => "Heading3",
            4 => "Heading4",
            5 => "Heading5",
            _ => "Heading6",
        };
        let id = self.headings.to_string();
        let name = contents::bookmark(self.headings);
        self.headings += 1;
        place.look(style).paragraph().holding([
            element("w:bookmarkStart").with("w:id", id.clone()).with("w:name", name),
            run(None, words::line(text)),
            element("w:bookmarkEnd").with("w:id", id),
        ])
    }

    /// A paragraph, unless nothing of it can be seen.
    fn paragraph<'a>(&mut self, inlines: &[Inline], look: Look) -> Option<Element<'a>> {
        let runs = runs(inlines, &mut self.links);
        (!runs.is_empty()).then(|| look.paragraph().holding(runs))
    }

    fn list<'a>(&mut self, items: &[Vec<Block>], numbering: usize, place: Place) -> Vec<Element<'a>> {
        let place = place.in_list();
        let label = Label { numbering, level: place.level.min(LEVELS - 1) };
        let mut written = Vec::new();
        for (item, place) in place.for_each(items) {
            written.append(&mut self.item(item, label, place));
        }
        written
    }

    /// An item: its label stands before its first paragraph, or alone where it begins with something else.
    fn item<'a>(&mut self, item: &[Block], label: Label, place: Place) -> Vec<Element<'a>> {
        let (first, rest) = match item {
            [Block::Paragraph(inlines), rest @ ..] => (inlines.as_slice(), rest),
            _ => (&[][..], item),
        };
        let at = if rest.is_empty() { place } else { place.before_another() };
        let first = at.paragraph(Some(label)).paragraph().holding(runs(first, &mut self.links));
        let inside = Place { level: place.level + 1, ..place };
        let mut written = vec![first];
        written.append(&mut self.blocks(rest, inside));
        written
    }

    fn note<'a>(&mut self, label: &str, blocks: &[Block], place: Place) -> Vec<Element<'a>> {
        let mut written = vec![place.before_another().look("NoteLabel").saying(label)];
        let inside = Place { style: "Note", last: "NoteEnd", inset: 280, ..place };
        written.append(&mut self.blocks(blocks, inside));
        written
    }

    /// The number of a further drawing or part of one; from 1.
    pub(crate) fn drawn(&mut self) -> String {
        self.drawn += 1;
        self.drawn.to_string()
    }
}

/// The level and the words of every heading, in reading order.
pub(crate) fn headings(blocks: &[Block]) -> Vec<(u8, &str)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, text } => found.push((*level, text.as_str())),
            Block::Together(inner) => found.append(&mut headings(inner)),
            _ => {}
        }
    }
    found
}
