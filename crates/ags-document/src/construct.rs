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
        table(caption, columns, rows, true)
    }

    /// A table whose first cells are sentences, which name no row; none without rows.
    ///
    /// ```
    /// use ags_document::{Block, Cell};
    /// let cell = |words: &str| -> Cell { vec![Block::plain(words)] };
    /// let rows = vec![[cell("Review the register of interests."), cell("June")]];
    /// let Some(Block::Table(table)) = Block::table_of_sentences("Due", ["What", "By when"], rows) else { panic!() };
    /// assert!(!table.row_headers);
    /// ```
    #[must_use]
    pub fn table_of_sentences<const COLUMNS: usize>(
        caption: &str,
        columns: [&str; COLUMNS],
        rows: Vec<[Cell; COLUMNS]>,
    ) -> Option<Self> {
        table(caption, columns, rows, false)
    }
}

fn table<const COLUMNS: usize>(
    caption: &str,
    columns: [&str; COLUMNS],
    rows: Vec<[Cell; COLUMNS]>,
    row_headers: bool,
) -> Option<Block> {
    let columns = columns.map(Into::into).into();
    let table = |rows: Vec<_>| Table { caption: caption.into(), columns, row_headers, rows };
    (!rows.is_empty()).then(|| Block::Table(table(rows.into_iter().map(Vec::from).collect())))
}
