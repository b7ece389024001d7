//! Tables, each with its caption before it.

use ags_document::{Block, Cell, Inline, Table};

use crate::blocks::{Draft, Place};
use crate::page::TEXT_WIDTH;
use crate::paragraph::Look;
use crate::words;
use crate::xml::{Element, element, value};

/// What a cell keeps free left and right together, in twentieths of a point.
const PADDING: usize = 220;
/// A word wider than this, in twentieths of a point, does not widen its column.
const WIDEST_WORD: usize = 2_400;
/// Words that fill more than this in a cell, set on one line, do not widen its column.
const WIDEST_CELL: usize = 30_000;
/// The longest header of a row that is set as a name, in letters.
const LONGEST_NAME: usize = 110;
/// A row of no more lines goes to the next page rather than across two.
const SHORT_ROW: usize = 14;

/// The caption and the table under it.
pub(crate) fn table<'a>(table: &Table, place: Place, draft: &mut Draft) -> [Element<'a>; 2] {
    let caption = words::line(&table.caption);
    let widths = widths(table);
    let look = element("w:tblLook")
        .with("w:val", if table.row_headers { "06A0" } else { "0620" })
        .with("w:firstRow", "1")
        .with("w:lastRow", "0")
        .with("w:firstColumn", if table.row_headers { "1" } else { "0" })
        .with("w:lastColumn", "0")
        .with("w:noHBand", "1")
        .with("w:noVBand", "1");
    let properties = element("w:tblPr").holding([
        value("w:tblStyle", "StatementTable"),
        width("w:tblW", 5000).with("w:type", "pct"),
        element("w:tblLayout").with("w:type", "autofit"),
        look,
        value("w:tblCaption", caption.clone()),
    ]);
    let columns = widths.iter().map(|width| element("w:gridCol").with("w:w", width.to_string()));
    let first = if has_names(table) { "RowHeading" } else { "TableText" };
    let rows = place.for_each(&table.rows).map(|(cells, place)| row(cells, &widths, first, place, draft));
    let table = element("w:tbl")
        .holding([properties, element("w:tblGrid").holding(columns), header(table, &widths)])
        .holding(rows);
    [place.before_another().look("Caption").saying(&caption), table]
}

/// The header row, which repeats on every page that the table goes on on.
fn header<'a>(table: &Table, widths: &[usize]) -> Element<'a> {
    let cells = table
        .columns
        .iter()
        .zip(widths)
        .map(|(heading, width)| cell(*width, vec![Look::of("ColumnHeading").saying(heading)]));
    let properties = element("w:trPr").holding([element("w:cantSplit"), element("w:tblHeader")]);
    element("w:tr").holding([properties]).holding(cells)
}

/// A row whose first cell has a style of its own.
fn row<'a>(
    cells: &[Cell],
    widths: &[usize],
    first: &'static str,
    place: Place,
    draft: &mut Draft,
) -> Element<'a> {
    let lines = |(cell, width): (&Cell, &usize)| breadth_of(cell) / width.saturating_sub(PADDING).max(1);
    let short = cells.iter().zip(widths).all(|found| lines(found) <= SHORT_ROW);
    let properties = short.then(|| element("w:trPr").holding([element("w:cantSplit")]));
    let written = cells.iter().zip(widths).enumerate().map(|(column, (held, width))| {
        let style = if column == 0 { first } else { "TableText" };
        let mut written = draft.blocks(held, place.cell(style));
        if written.is_empty() {
            written.push(Look::of(style).paragraph());
        }
        cell(*width, written)
    });
    element("w:tr").holding(properties).holding(written)
}

/// Whether the headers of the rows are short enough to be set as names, all of them.
fn has_names(table: &Table) -> bool {
    table.row_headers
        && table.rows.iter().filter_map(|row| row.first()).all(|cell| letters(cell) <= LONGEST_NAME)
}

fn cell(width: usize, held: Vec<Element<'_>>) -> Element<'_> {
    let properties = element("w:tcPr").holding([self::width("w:tcW", width).with("w:type", "dxa")]);
    element("w:tc").holding([properties]).holding(held)
}

fn width<'a>(name: &'static str, width: usize) -> Element<'a> {
    element(name).with("w:w", width.to_string())
}

/// The widths of the columns, as wide as the text together: each has room for its longest word, and what is
/// left goes to the columns by what they hold.
fn widths(table: &Table) -> Vec<usize> {
    let columns = table.columns.iter().enumerate().map(|(column, heading)| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let words = cells.clone().flat_map(|cell| cell_words(cell)).chain([heading.as_str()]);
        let word = words.flat_map(str::split_whitespace).map(breadth).max();
        let cell = cells.map(breadth_of).chain([breadth(heading)]).max();
        let (word, cell) = (word.unwrap_or(0).min(WIDEST_WORD), cell.unwrap_or(0).min(WIDEST_CELL));
        (word + PADDING, cell.max(word) + PADDING)
    });
    let wanted: Vec<(usize, usize)> = columns.collect();
    let least: usize = wanted.iter().map(|(least, _)| least).sum();
    let most: usize = wanted.iter().map(|(_, most)| most).sum();
    let share = |(least_here, most_here): (usize, usize)| {
        if least >= TEXT_WIDTH {
            least_here * TEXT_WIDTH / least
        } else if most <= TEXT_WIDTH {
            most_here * TEXT_WIDTH / most
        } else {
            least_here + (most_here - least_here) * (TEXT_WIDTH - least) / (most - least)
        }
    };
    wanted.into_iter().map(share).collect()
}

fn letters(cell: &Cell) -> usize {
    cell_words(cell).iter().map(|words| words.chars().count()).sum()
}

fn breadth_of(cell: &Cell) -> usize {
    cell_words(cell).into_iter().map(breadth).sum()
}

/// About how wide words are in bold Arial of 12 points, in twentieths of a point.
fn breadth(words: &str) -> usize {
    let letter = |letter| match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' => 70,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 90,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 214,
        _ if letter.is_uppercase() => 175,
        _ => 142,
    };
    words.chars().map(letter).sum()
}

/// Every run of words in a cell, which holds paragraphs and lists.
fn cell_words(blocks: &[Block]) -> Vec<&str> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => found.extend(inlines.iter().map(Inline::words)),
            Block::Bullets(items) | Block::Numbered(items) => {
                found.extend(items.iter().flat_map(|item| cell_words(item)));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[&str], row: &[&str]) -> Table {
        Table {
            caption: "Actions".into(),
            columns: columns.iter().map(ToString::to_string).collect(),
            row_headers: false,
            rows: vec![row.iter().map(|words| vec![Block::plain(*words)]).collect()],
        }
    }

    #[test]
    fn columns_fill_the_page_and_a_column_with_more_words_is_wider() {
        let widths = widths(&table(&["No", "Action"], &["1", &"review the plan ".repeat(30)]));
        assert!(widths.iter().sum::<usize>().abs_diff(TEXT_WIDTH) <= 2, "{widths:?}");
        assert!(widths[1] > 4 * widths[0], "{widths:?}");
        assert!(widths[0] >= breadth("No") + PADDING, "the heading has room: {widths:?}");
    }

    #[test]
    fn many_columns_share_the_page() {
        let columns = ["Antidisestablishmentarianism"; 20];
        assert!(widths(&table(&columns, &columns)).iter().sum::<usize>() <= TEXT_WIDTH);
    }
}
