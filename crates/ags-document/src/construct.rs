//! Blocks made in one call, so that none is empty.

use super::{Block, Cell, Table};

impl Block {
    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into() }
    }

    /// A list with an item for each block; none without blocks.
    pub fn bullets(items: impl IntoIterator<Item = Self>) -> Option<Self> {
        let items: Vec<Vec<Self>> = items.into_iter().map(|item| vec![item]).collect();
        (!items.is_empty()).then_some(Self::Bullets(items))
    }

    /// A table whose rows are named by their first cells; none without rows.
    ///
    /// ```
    /// use ags_document::Block;
    /// assert_eq!(Block::table("Due", ["What", "By when"], vec![]), None);
    /// ```
    #[must_use]
    pub fn table<const COLUMNS: usize>(
        caption: &str,
        columns: [&str; COLUMNS],
        rows: Vec<[Cell; COLUMNS]>,
    ) -> Option<Self> {
        (!rows.is_empty()).then(|| {
            Self::Table(Table {
                caption: caption.into(),
                columns: columns.map(Into::into).into(),
                row_headers: true,
                rows: rows.into_iter().map(Vec::from).collect(),
            })
        })
    }
}
