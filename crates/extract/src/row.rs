//! What lines are joined into: a row of a table, or prose.

use crate::columns::Head;
use crate::meaning::Meaning;
use crate::part::{Form, Part};

/// A row of a table: the parts of each of its columns.
pub(crate) struct Row<'a, 'l> {
    pub(crate) heads: Vec<Head<'l>>,
    pub(crate) cells: Vec<Vec<Part<'a>>>,
}

impl<'l> Row<'_, 'l> {
    pub(crate) fn of(heads: &[Head<'l>]) -> Self {
        Self { heads: heads.to_vec(), cells: heads.iter().map(|_| Vec::new()).collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }

    pub(crate) fn has(&self, meaning: Meaning) -> bool {
        self.heads
            .iter()
            .zip(&self.cells)
            .any(|(head, cell)| head.means() == Some(meaning) && !cell.is_empty())
    }
}

/// A line with a meaning of its own, a list item or a paragraph.
pub(crate) struct Prose<'a> {
    pub(crate) form: Form,
    pub(crate) parts: Vec<Part<'a>>,
}

impl Prose<'_> {
    /// Its words on one line.
    pub(crate) fn text(&self) -> String {
        let all: Vec<&str> = self.parts.iter().flat_map(|part| part.text.split_whitespace()).collect();
        all.join(" ")
    }
}
