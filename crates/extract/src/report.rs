//! The report on an extraction: what became of every line, and what was skipped or split.

use std::borrow::Cow;

use governance_model::Text;
use indexmap::IndexMap;
use serde::Serialize;

use crate::error::Unrecognised;
use crate::meaning::Meaning;
use crate::printable::printable;

/// What became of a line of the input.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposition {
    /// Its words are in the local code.
    Used,
    /// A heading, of a section or of a table's columns.
    Header,
    /// Only white space.
    Blank,
    /// Skipped, for the reason given in [`ExtractReport::noise`].
    Noise,
    /// Not covered by the layout; listed in [`ExtractReport::not_understood`].
    NotUnderstood,
}

/// The report on one extraction: every line of the input has exactly one disposition.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ExtractReport {
    /// The layout the document was read by.
    pub layout: String,
    /// How many lines the input has, including a last line without a line feed.
    pub lines: usize,
    /// How many lines have each disposition; the sum is [`ExtractReport::lines`].
    pub dispositions: IndexMap<&'static str, usize>,
    /// The disposition of each line, the first line first.
    pub disposition_of_line: Vec<Disposition>,
    /// What was skipped, in input order: lines, cells, marks and tags.
    pub noise: Vec<Noise>,
    /// Lines that the layout does not cover.
    pub not_understood: Vec<Unrecognised>,
    /// Columns of recognised tables that the layout does not name; their cells are kept as notes.
    pub columns_not_recognised: Vec<Unrecognised>,
    /// How many items were read, by meaning.
    pub items: IndexMap<Meaning, usize>,
    /// Rows without an owner in tables with a column for owners.
    pub rows_without_owner: usize,
    /// Cells that were split into several items.
    pub splits: usize,
    /// The lowest confidence of all splits, in per cent; none where nothing was split.
    pub least_confidence: Option<u8>,
}

/// Something that was skipped.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Noise {
    /// Its line, from 1.
    pub line: u32,
    /// Its column in the table, from 1.
    pub column: u32,
    /// What was skipped.
    pub raw: Text,
    /// Why.
    pub reason: Cow<'static, str>,
}

/// The report under construction.
pub(crate) struct ReportBuilder {
    dispositions: Vec<Option<Disposition>>,
    pub(crate) noise: Vec<Noise>,
    pub(crate) columns_not_recognised: Vec<Unrecognised>,
    pub(crate) items: IndexMap<Meaning, usize>,
    pub(crate) rows_without_owner: usize,
    pub(crate) splits: usize,
    pub(crate) least_confidence: Option<u8>,
    /// The first cell that is too long: its line, its column and its length in characters.
    pub(crate) long_cell: Option<(u32, u32, usize)>,
}

impl ReportBuilder {
    pub(crate) fn new(lines: usize) -> Self {
        Self {
            dispositions: vec![None; lines],
            noise: Vec::new(),
            columns_not_recognised: Vec::new(),
            items: IndexMap::new(),
            rows_without_owner: 0,
            splits: 0,
            least_confidence: None,
            long_cell: None,
        }
    }

    /// Sets the disposition of a line. A line with any words that are used is used, whatever else is on it.
    pub(crate) fn mark(&mut self, line: u32, disposition: Disposition) {
        let index = usize::try_from(line).unwrap_or(usize::MAX).wrapping_sub(1);
        if let Some(slot) = self.dispositions.get_mut(index)
            && slot.is_none_or(|before| disposition < before)
        {
            *slot = Some(disposition);
        }
    }

    /// Records something that is skipped, and why. Its line is noise unless there is more on it.
    pub(crate) fn skip(&mut self, line: u32, column: u32, raw: &str, reason: impl Into<Cow<'static, str>>) {
        self.noise.push(Noise { line, column, raw: printable(raw), reason: reason.into() });
        self.mark(line, Disposition::Noise);
    }

    pub(crate) fn count(&mut self, meaning: Meaning, items: usize) {
        *self.items.entry(meaning).or_default() += items;
    }

    pub(crate) fn split(&mut self, confidence: u8) {
        self.splits += 1;
        self.least_confidence = Some(self.least_confidence.map_or(confidence, |least| least.min(confidence)));
    }

    pub(crate) fn finish(mut self, layout: &str, lines: &[&str]) -> ExtractReport {
        let mut not_understood = Vec::new();
        let disposition_of_line: Vec<Disposition> = self
            .dispositions
            .iter()
            .zip(lines)
            .zip(1_u32..)
            .map(|((disposition, words), line)| {
                let disposition = disposition.unwrap_or(Disposition::NotUnderstood);
                if disposition == Disposition::NotUnderstood {
                    let words = printable(words).to_string();
                    not_understood.push(Unrecognised { line, column: None, words });
                }
                disposition
            })
            .collect();
        let count = |disposition| disposition_of_line.iter().filter(|one| **one == disposition).count();
        let dispositions = IndexMap::from([
            ("used", count(Disposition::Used)),
            ("header", count(Disposition::Header)),
            ("blank", count(Disposition::Blank)),
            ("noise", count(Disposition::Noise)),
            ("not-understood", count(Disposition::NotUnderstood)),
        ]);
        self.noise.sort_by_key(|noise| (noise.line, noise.column));
        ExtractReport {
            layout: layout.into(),
            lines: disposition_of_line.len(),
            dispositions,
            disposition_of_line,
            noise: self.noise,
            not_understood,
            columns_not_recognised: self.columns_not_recognised,
            items: self.items,
            rows_without_owner: self.rows_without_owner,
            splits: self.splits,
            least_confidence: self.least_confidence,
        }
    }
}
