//! Tables, each in a frame that scrolls if the table is wider than the page.

use ags_document::{Block, Cell, Table};
use maud::{Markup, html};

/// The longest row header that is set as a name, in characters.
const LONGEST_NAME: usize = 110;

/// The caption has the given id, and `cell` renders the blocks of a cell.
///
/// The frame can be scrolled by keyboard and is labelled by the caption. It is a group and not a region: a landmark for
/// each table would drown out the landmarks of the page.
pub(crate) fn table(table: &Table, id: &str, mut cell: impl FnMut(&[Block]) -> Markup) -> Markup {
    html! {
        div.frame role="group" aria-labelledby=(id) tabindex="0" {
            table.names[has_names(table)] {
                caption id=(id) { (table.caption) }
                thead { tr { @for column in &table.columns { th scope="col" { (column) } } } }
                tbody { @for row in &table.rows { (self::row(row, table.row_headers, &mut cell)) } }
            }
        }
    }
}

fn row(cells: &[Cell], has_header: bool, render: &mut impl FnMut(&[Block]) -> Markup) -> Markup {
    let (header, cells) = cells.split_at(usize::from(has_header).min(cells.len()));
    html! {
        tr {
            @for header in header { th scope="row" { (render(header)) } }
            @for cell in cells { td { (render(cell)) } }
        }
    }
}

/// Whether all row headers are short enough to be names rather than sentences.
fn has_names(table: &Table) -> bool {
    let short = |row: &Vec<Cell>| row.first().is_none_or(|cell| cell.iter().all(is_short));
    table.row_headers && table.rows.iter().all(short)
}

fn is_short(block: &Block) -> bool {
    let Block::Paragraph(inlines) = block else { return true };
    inlines.iter().map(|inline| inline.words().chars().count()).sum::<usize>() <= LONGEST_NAME
}
