//! Tables, each in a frame of its own that scrolls where the table is wider than the page.

use ags_document::{Block, Cell, Table};
use maud::{Markup, html};

use crate::block::Blocks;

/// The longest header of a row that is set as a name, in letters.
const LONGEST_NAME: usize = 110;

/// The frame can be reached and scrolled by keyboard and bears the name of the table. It is a group and no region:
/// a landmark for each table would drown the landmarks of the page.
pub(crate) fn table(table: &Table, blocks: &mut Blocks<'_>) -> Markup {
    let id = blocks.anchors.give(&table.caption);
    html! {
        div.frame role="group" aria-labelledby=(id) tabindex="0" {
            table.names[has_names(table)] {
                caption id=(id) { (table.caption) }
                thead { tr { @for column in &table.columns { th scope="col" { (column) } } } }
                tbody { @for row in &table.rows { (self::row(row, table.row_headers, blocks)) } }
            }
        }
    }
}

fn row(cells: &[Cell], has_header: bool, blocks: &mut Blocks<'_>) -> Markup {
    let (header, cells) = cells.split_at(usize::from(has_header).min(cells.len()));
    html! {
        tr {
            @for header in header { th scope="row" { (blocks.closely(header)) } }
            @for cell in cells { td { (blocks.closely(cell)) } }
        }
    }
}

/// Whether the headers of the rows are short enough to be names, and not sentences.
fn has_names(table: &Table) -> bool {
    let short = |row: &Vec<Cell>| row.first().is_none_or(|cell| cell.iter().all(is_short));
    table.row_headers && table.rows.iter().all(short)
}

fn is_short(block: &Block) -> bool {
    let Block::Paragraph(inlines) = block else { return true };
    inlines.iter().map(|inline| inline.words().chars().count()).sum::<usize>() <= LONGEST_NAME
}
