//! The account of the input: what became of every line, and what was left out or split.

use std::borrow::Cow;

use governance_model::Text;
use indexmap::IndexMap;
use serde::Serialize;

use crate::columns::Meaning;
use crate::error::Unrecognised;

/// What became of a line of the input.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Its words are in the local code.
    Used,
    /// A heading, of a section or of a table's columns; it says what stands below it.
    Header,
    /// Nothing but white space.
    Blank,
    /// Left out, for a reason that [`ExtractReport::noise`] gives.
    Noise,
    /// Words for which the layout has no place; [`ExtractReport::not_understood`] has them.
    NotUnderstood,
}

/// The account of one extraction: every line of the input has exactly one fate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ExtractReport {
    /// The layout the document was read by.
    pub layout: String,
    /// How many lines the input has; a last line without a line feed counts.
    pub lines: usize,
    /// How many lines met each fate; the sum is [`ExtractReport::lines`].
    pub fates: IndexMap<&'static str, usize>,
    /// The fate of each line, the first line first.
    pub fate_of_line: Vec<Fate>,
    /// What was left out, in the order of the input: lines, cells, marks and tags.
    pub noise: Vec<Noise>,
    /// Lines that no place was found for.
    pub not_understood: Vec<Unrecognised>,
    /// Columns of recognised tables that no layout names; their cells are kept as notes.
    pub columns_not_recognised: Vec<Unrecognised>,
    /// How many items were read from the columns and lists of each meaning.
    pub items: IndexMap<Meaning, usize>,
    /// Rows of tables with a column for owners whose owner is not given.
    pub rows_without_owner: usize,
    /// Cells that were split into several items.
    pub splits: usize,
    /// The least sure of all splits, in per cent; none where nothing was split.
    pub least_confidence: Option<u8>,
}

/// Something that was left out of the local code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Noise {
    /// Its line, from 1.
    pub line: u32,
    /// Its column in the table, from 1.
    pub column: u32,
    /// What was left out.
    pub raw: Text,
    /// Why.
    pub reason: Cow<'static, str>,
}

/// The account while it is being drawn up.
pub(crate) struct Account {
    fates: Vec<Option<Fate>>,
    pub(crate) noise: Vec<Noise>,
    pub(crate) columns_not_recognised: Vec<Unrecognised>,
    pub(crate) items: IndexMap<Meaning, usize>,
    pub(crate) rows_without_owner: usize,
    pub(crate) splits: usize,
    pub(crate) least_confidence: Option<u8>,
    /// The first cell that is too long: its line, its column and how many characters it has.
    pub(crate) long_cell: Option<(u32, u32, usize)>,
}

impl Account {
    pub(crate) fn of(lines: usize) -> Self {
        Self {
            fates: vec![None; lines],
            noise: Vec::new(),
            columns_not_recognised: Vec::new(),
            items: IndexMap::new(),
            rows_without_owner: 0,
            splits: 0,
            least_confidence: None,
            long_cell: None,
        }
    }

    /// Gives a line its fate. A line whose words are used anywhere is used, whatever else stands on it.
    pub(crate) fn line(&mut self, line: u32, fate: Fate) {
        let index = usize::try_from(line).unwrap_or(usize::MAX).wrapping_sub(1);
        if let Some(slot) = self.fates.get_mut(index)
            && slot.is_none_or(|before| fate < before)
        {
            *slot = Some(fate);
        }
    }

    /// Leaves something out, and says why. The line it stands on is noise unless more than that stands on it.
    pub(crate) fn leave_out(
        &mut self,
        line: u32,
        column: u32,
        raw: &str,
        reason: impl Into<Cow<'static, str>>,
    ) {
        self.noise.push(Noise { line, column, raw: printable(raw), reason: reason.into() });
        self.line(line, Fate::Noise);
    }

    pub(crate) fn count(&mut self, meaning: Meaning, items: usize) {
        *self.items.entry(meaning).or_default() += items;
    }

    pub(crate) fn split(&mut self, confidence: u8) {
        self.splits += 1;
        self.least_confidence = Some(self.least_confidence.map_or(confidence, |least| least.min(confidence)));
    }

    pub(crate) fn close(mut self, layout: &str, lines: &[&str]) -> ExtractReport {
        let mut not_understood = Vec::new();
        let fate_of_line: Vec<Fate> = self
            .fates
            .iter()
            .zip(lines)
            .zip(1_u32..)
            .map(|((fate, words), line)| {
                let fate = fate.unwrap_or(Fate::NotUnderstood);
                if fate == Fate::NotUnderstood {
                    let words = printable(words).to_string();
                    not_understood.push(Unrecognised { line, column: None, words });
                }
                fate
            })
            .collect();
        let count = |fate| fate_of_line.iter().filter(|one| **one == fate).count();
        let fates = IndexMap::from([
            ("used", count(Fate::Used)),
            ("header", count(Fate::Header)),
            ("blank", count(Fate::Blank)),
            ("noise", count(Fate::Noise)),
            ("not-understood", count(Fate::NotUnderstood)),
        ]);
        self.noise.sort_by_key(|noise| (noise.line, noise.column));
        ExtractReport {
            layout: layout.into(),
            lines: fate_of_line.len(),
            fates,
            fate_of_line,
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

/// Words as far as they can be printed: what a text may not hold becomes U+FFFD, and the end is cut off after
/// [`Text::MOST`] characters.
pub(crate) fn printable(words: &str) -> Text {
    match Text::new(words) {
        Ok(text) => text,
        Err(_) => Text::new(
            words
                .chars()
                .take(Text::MOST)
                .map(|one| if Text::new(one).is_ok() { one } else { '\u{fffd}' })
                .collect::<String>(),
        )
        .unwrap_or_default(),
    }
}
