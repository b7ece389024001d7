//! Tables as flows of rows.

use std::rc::Rc;

use ags_document::{Block, Cell, Table};

use super::builder::{self, FlowBuilder};
use super::columns::columns;
use super::display_list::{ContentTag, Point, translate_all};
use super::flow::{
    self, Column, Content, Flow, FlowItem, KeepWithNext, RepeatedContent, Row, RowKind, ends, stacked,
};
use super::shaped_text::{RunStyle, ShapedText};
use crate::font::Face;
use crate::structure::{ElementId, Role};
use crate::style::{self, CAPTION, CELL, CELL_PADDING, COLUMN_HEADING, TextStyle};

/// Sets the blocks of a cell, as blocks are set anywhere else.
type SetBlocks = fn(&mut FlowBuilder<'_>, ElementId, &[Block], Column) -> Flow;

/// The caption and the rows of a table.
pub(super) fn flow(
    builder: &mut FlowBuilder<'_>,
    parent: ElementId,
    table: &Table,
    column: Column,
    set_blocks: SetBlocks,
) -> Flow {
    let columns = columns(builder, table, column);
    let element = builder.tree.add(parent, Role::Table);
    let mut flow = caption(builder, element, table, column);
    let head = builder.tree.add(element, Role::TableHead);
    flow.push_back(kept_with_next(head_row(builder, head, table, &columns)));
    let repeat = repeat(builder, table, column, &columns);
    let body = builder.tree.add(element, Role::TableBody);
    let header = header_style(table);
    for cells in &table.rows {
        let row = builder.tree.add(body, Role::TableRow);
        let cells = body_cells(builder, row, cells, (&columns, header), set_blocks);
        let header = header.and_then(|_| repeated_row_header(cells.first()?));
        let mut row = Row::new(RowKind::Body, cells, column);
        (row.repeat, row.header) = (repeat.clone(), header);
        flow.push_back(FlowItem::row(row));
    }
    keep(&mut flow, table.rows.len());
    if let Some(last) = flow.back_mut() {
        last.below = style::BELOW_TABLE;
    }
    flow
}

/// Keeps a short table on one page; of a longer one, the first two rows together and the last two.
fn keep(flow: &mut Flow, rows: usize) {
    let short = flow::height(flow) <= style::SHORT_TABLE;
    let first = flow.len() - rows.min(flow.len());
    let last = flow.len().saturating_sub(2);
    let next: Vec<f32> = flow.iter().skip(1).map(FlowItem::height).collect();
    for ((index, item), next) in flow.iter_mut().enumerate().zip(next) {
        let low = item.height().max(next) <= style::SHORT_TABLE / 2.0;
        if short || (low && (index == first || index == last)) {
            item.keep_with_next = item.keep_with_next.max(KeepWithNext::Together);
        }
    }
}

/// The header of a row as it is repeated where the row continues on a further page; none where it is too tall.
fn repeated_row_header(cell: &Flow) -> Option<Rc<RepeatedContent>> {
    let height = flow::height(cell);
    if height > style::TALLEST_HEADER {
        return None;
    }
    let mut fragments = Vec::new();
    for (item, end) in cell.iter().zip(ends(cell)) {
        let Content::Drawn { fragments: line, height, .. } = &item.content else { return None };
        let mut line = line.clone();
        translate_all(&mut line, &mut [], Point { x: 0.0, y: end - height });
        fragments.append(&mut line);
    }
    for fragment in &mut fragments {
        fragment.tag = ContentTag::Repeat;
    }
    Some(Rc::new(RepeatedContent { height, fragments }))
}

fn kept_with_next(item: FlowItem) -> FlowItem {
    FlowItem { keep_with_next: KeepWithNext::Lines, ..item }
}

fn caption(builder: &mut FlowBuilder<'_>, table: ElementId, words: &Table, column: Column) -> Flow {
    let element = builder.tree.add(table, Role::Caption);
    let flow = builder.words(element, &words.caption, Column { style: CAPTION, ..column });
    let mut flow: Flow = flow.into_iter().map(kept_with_next).collect();
    if let Some(last) = flow.back_mut() {
        last.below = style::BELOW_CAPTION;
    }
    flow
}

fn head_row(builder: &mut FlowBuilder<'_>, head: ElementId, table: &Table, columns: &[Column]) -> FlowItem {
    let row = builder.tree.add(head, Role::TableRow);
    let cell = |(heading, column): (&String, &Column)| {
        let element = builder.tree.add(row, Role::ColumnHeader);
        builder.words(element, heading, Column { style: COLUMN_HEADING, ..*column })
    };
    let cells = table.columns.iter().zip(columns).map(cell).collect();
    FlowItem::row(Row::new(RowKind::Head, cells, whole(columns)))
}

/// The caption and head as they are repeated on further pages; none where they are too tall.
fn repeat(
    builder: &mut FlowBuilder<'_>,
    table: &Table,
    column: Column,
    columns: &[Column],
) -> Option<Rc<RepeatedContent>> {
    let words = format!("{} {}", table.caption, builder.continued);
    let mut flow = repeated(builder, &words, Column { style: CAPTION, ..column });
    let cells = table.columns.iter().zip(columns);
    let cells = cells
        .map(|(heading, column)| repeated(builder, heading, Column { style: COLUMN_HEADING, ..*column }));
    let head = FlowItem::row(Row::new(RowKind::Head, cells.collect(), whole(columns)));
    if let Some(last) = flow.back_mut() {
        last.below = style::BELOW_CAPTION;
    }
    flow.push_back(head);
    let (height, fragments, _) = stacked(flow);
    (height <= style::TALLEST_REPEAT).then(|| Rc::new(RepeatedContent { height, fragments }))
}

fn repeated(builder: &mut FlowBuilder<'_>, words: &str, column: Column) -> Flow {
    let mut shaped = ShapedText::new(column.style);
    shaped.push(builder.shaper, words, RunStyle::new(column.style, ContentTag::Repeat));
    builder::lines(&shaped, column)
}

fn body_cells(
    builder: &mut FlowBuilder<'_>,
    row: ElementId,
    cells: &[Cell],
    (columns, header): (&[Column], Option<TextStyle>),
    set_blocks: SetBlocks,
) -> Vec<Flow> {
    let cell = |(index, (cell, column)): (usize, (&Cell, &Column))| {
        let header = header.filter(|_| index == 0);
        let element = builder.tree.add(row, if header.is_some() { Role::RowHeader } else { Role::Cell });
        set_blocks(builder, element, cell, Column { style: header.unwrap_or(CELL), ..*column })
    };
    cells.iter().zip(columns).enumerate().map(cell).collect()
}

/// How the headers of the rows style, where there are any: bold where all of them are short enough to be names,
/// as the rest where they are sentences.
fn header_style(table: &Table) -> Option<TextStyle> {
    let long = |row: &Vec<Cell>| row.first().is_some_and(|cell| length(cell) > style::LONGEST_NAME);
    let face = if table.rows.iter().any(long) { Face::Regular } else { Face::Bold };
    table.row_headers.then_some(TextStyle { face, ..CELL })
}

/// The number of characters of the longest paragraph.
fn length(cell: &Cell) -> usize {
    let characters = |block: &Block| match block {
        Block::Paragraph(inlines) => inlines.iter().map(|inline| inline.words().chars().count()).sum(),
        _ => 0,
    };
    cell.iter().map(characters).max().unwrap_or(0)
}

/// From the left edge of the first column to the right edge of the last.
fn whole(columns: &[Column]) -> Column {
    let (first, last) = (columns.first(), columns.last());
    let x = first.map_or(0.0, |column| column.x) - CELL_PADDING;
    let right = last.map_or(0.0, |column| column.x + column.width) + CELL_PADDING;
    Column { x, width: right - x, style: CELL }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_rows_are_bold_while_they_are_names() {
        let face = |characters: usize| {
            let table = Table {
                caption: "A".into(),
                columns: Vec::new(),
                row_headers: true,
                rows: vec![vec![vec![Block::plain("b".repeat(characters))]], vec![vec![Block::plain("c")]]],
            };
            header_style(&table).map(|style| style.face == Face::Bold)
        };
        assert_eq!(face(style::LONGEST_NAME), Some(true));
        assert_eq!(face(style::LONGEST_NAME + 1), Some(false));
    }
}
