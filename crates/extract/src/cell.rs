//! A whole cell: its parts joined, with the source line of every word.

use std::ops::Range;

use governance_model::{DocumentId, Place, Provenance};

use crate::items::{Item, Openings, Split, items};
use crate::part::Part;
use crate::printable::printable;

/// A cell, or a paragraph, whose parts were joined by single spaces.
pub(crate) struct Cell<'p, 'a> {
    pub(crate) text: String,
    lines: Vec<Range<usize>>,
    parts: &'p [Part<'a>],
}

/// An item of a cell, with its source.
pub(crate) struct Leaf {
    /// Its words, before repair.
    pub(crate) text: String,
    /// The part of the cell in which it begins, from 0.
    pub(crate) part: usize,
    pub(crate) from: Provenance,
}

impl<'p, 'a> Cell<'p, 'a> {
    pub(crate) fn of(parts: &'p [Part<'a>]) -> Self {
        let mut text = String::new();
        let mut lines = Vec::with_capacity(parts.len());
        for part in parts {
            if !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(part.text.trim());
            lines.push(start..text.len());
        }
        Self { text, lines, parts }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The line on which a part begins.
    pub(crate) fn line_of(&self, part: usize) -> u32 {
        self.parts.get(part).map_or(0, |part| part.line)
    }

    /// Its items, each with its source; the first of several keeps the whole cell.
    pub(crate) fn leaves(
        &self,
        split: Split,
        openings: &Openings,
        document: &DocumentId,
    ) -> (Vec<Leaf>, Option<u8>) {
        let found = items(&self.text, &self.lines, split, openings);
        let several = found.len() > 1;
        let least = found.iter().map(|item| item.confidence).min().filter(|_| several);
        let mut leaves = Vec::with_capacity(found.len());
        let (mut line, mut point) = (0, 0);
        for (index, item) in found.into_iter().enumerate() {
            let part = self.part_at(item.range.start);
            let here = self.parts.get(part).map_or(0, |part| part.line);
            point = if here == line { point + 1 } else { 1 };
            line = here;
            let marked = several || self.text.contains(crate::noise::BULLET);
            let from = self.from(&item, document, marked.then_some(point), several && index == 0);
            let text = self.text.get(item.range).unwrap_or_default().to_owned();
            leaves.push(Leaf { text, part, from });
        }
        (leaves, least)
    }

    /// The whole cell as one leaf.
    pub(crate) fn whole(&self, document: &DocumentId) -> Leaf {
        let item = Item { range: 0..self.text.len(), confidence: 100 };
        Leaf { text: self.text.clone(), part: 0, from: self.from(&item, document, None, false) }
    }

    /// A byte range of the cell as a leaf.
    pub(crate) fn slice(&self, range: Range<usize>, confidence: u8, document: &DocumentId) -> Leaf {
        let item = Item { range: range.clone(), confidence };
        let part = self.part_at(range.start);
        let text = self.text.get(range).unwrap_or_default().trim().to_owned();
        Leaf { text, part, from: self.from(&item, document, None, false) }
    }

    /// The part that contains a byte of the text.
    pub(crate) fn part_at(&self, at: usize) -> usize {
        self.lines.partition_point(|range| range.end <= at).min(self.lines.len().saturating_sub(1))
    }

    fn from(&self, item: &Item, document: &DocumentId, point: Option<u32>, keep_cell: bool) -> Provenance {
        let first = self.part_at(item.range.start);
        let last = self.part_at(item.range.end.saturating_sub(1)).max(first);
        let at = |index: usize| self.parts.get(index);
        let line = at(first).map(|part| part.line);
        let to_line = at(last).map(|part| part.last).filter(|last| Some(*last) != line);
        let whole = item.range.len() == self.text.len();
        let raw = if whole {
            self.raw(first, last)
        } else {
            self.text.get(item.range.clone()).unwrap_or_default().to_owned()
        };
        Provenance::Document(Place {
            id: document.clone(),
            line,
            to_line,
            column: at(first).map(|part| part.column),
            point,
            raw: Some(printable(&raw)),
            cell: keep_cell.then(|| printable(&self.raw(0, self.parts.len()))),
            confidence: Some(item.confidence),
            note: None,
        })
    }

    fn raw(&self, first: usize, last: usize) -> String {
        let last = (last + 1).min(self.parts.len());
        let raws: Vec<&str> =
            self.parts.get(first..last).unwrap_or_default().iter().map(|part| part.raw.as_ref()).collect();
        raws.join("\n")
    }
}
