//! The columns of a table, recognised by their headings in any order.

use governance_model::FinancialYear;

use crate::dates::financial_year;
use crate::layout::{ColumnRule, Layout};
use crate::meaning::Meaning;
use crate::part::Part;

/// A recognised column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Head<'l> {
    /// The rule for the column; none where the layout does not name its heading.
    pub(crate) column: Option<&'l ColumnRule>,
    /// The meaning of its cells where there is no heading.
    meant: Option<Meaning>,
    /// The heading as printed.
    pub(crate) words: String,
    /// The financial year in the heading.
    pub(crate) year: Option<FinancialYear>,
}

impl<'l> Head<'l> {
    /// Columns without a printed heading, whose meaning a section declares.
    pub(crate) fn meant(meanings: &'l [Meaning]) -> Vec<Self> {
        meanings
            .iter()
            .map(|means| Head { column: None, meant: Some(*means), words: String::new(), year: None })
            .collect()
    }

    pub(crate) fn means(&self) -> Option<Meaning> {
        self.meant.or_else(|| self.column.map(|column| column.means))
    }

    /// Whether all cells of the column have a characteristic pattern.
    pub(crate) fn is_shaped(&self) -> bool {
        self.column.is_some_and(|column| column.shape.is_some())
    }

    pub(crate) fn has_shape(&self, words: &str) -> bool {
        self.column.and_then(|column| column.shape.as_ref()).is_some_and(|shape| shape.0.is_match(words))
    }
}

/// The columns of a heading row; none where the row is not one: at least two of its cells, and more than half
/// of those that are not blank, must be headings that the layout names.
pub(crate) fn recognise<'l>(cells: &[Part<'_>], layout: &'l Layout) -> Option<Vec<Head<'l>>> {
    if cells.len() < 2 || cells.iter().any(|cell| cell.text.len() > 160) {
        return None;
    }
    let heads: Vec<Head<'l>> = cells
        .iter()
        .map(|cell| Head {
            column: layout.column(&cell.text),
            meant: None,
            words: cell.text.trim().to_owned(),
            year: financial_year(&cell.text),
        })
        .collect();
    let known = heads.iter().filter(|head| head.column.is_some()).count();
    let filled = heads.iter().filter(|head| !head.words.is_empty()).count();
    (known >= 2 && known * 2 > filled).then_some(heads)
}
