//! Tables, each with its caption above it.

use ags_document::{Block, Cell, Inline, Table, white_space};

use crate::draft::Context;
use crate::page_size::TEXT_WIDTH;
use crate::paragraph::ParagraphStyle;
use crate::xml::{XmlElement, element, value};

/// The left and right padding of a cell together, in twentieths of a point.
const PADDING: usize = 220;
/// A word wider than this, in twentieths of a point, does not widen its column.
const WIDEST_WORD: usize = 2_400;
/// Text wider than this on one line, in twentieths of a point, does not widen its column further.
const WIDEST_CELL: usize = 30_000;
/// The longest row header that is set as a name, in characters.
const LONGEST_NAME: usize = 110;
/// A row with no more lines than this goes to the next page rather than across two.
const SHORT_ROW: usize = 14;

/// The caption and the table; `blocks` writes the content of a cell.
pub(crate) fn table<'a>(
    table: &Table,
    context: Context,
    mut blocks: impl FnMut(&[Block], Context) -> Vec<XmlElement<'a>>,
) -> [XmlElement<'a>; 2] {
    let caption = white_space::collapse(&table.caption);
    let widths = widths(table);
    let look = element("w:tblLook")
        .with("w:val", if table.row_headers { "06A0" } else { "0620" })
        .with("w:firstRow", "1")
        .with("w:lastRow", "0")
        .with("w:firstColumn", if table.row_headers { "1" } else { "0" })
        .with("w:lastColumn", "0")
        .with("w:noHBand", "1")
        .with("w:noVBand", "1");
    let properties = element("w:tblPr").children([
        value("w:tblStyle", "StatementTable"),
        width("w:tblW", 5000).with("w:type", "pct"),
        element("w:tblLayout").with("w:type", "autofit"),
        look,
        value("w:tblCaption", caption.clone()),
    ]);
    let columns = widths.iter().map(|width| element("w:gridCol").with("w:w", width.to_string()));
    let first = if has_names(table) { "RowHeading" } else { "TableText" };
    let rows = context
        .for_each(&table.rows)
        .map(|(cells, context)| row(cells, &widths, first, context, &mut blocks));
    let table = element("w:tbl")
        .children([properties, element("w:tblGrid").children(columns), header(table, &widths)])
        .children(rows);
    [context.before_another().style("Caption").text(&caption), table]
}

/// The header row, which is repeated on every page of the table.
fn header<'a>(table: &Table, widths: &[usize]) -> XmlElement<'a> {
    let cells = table
        .columns
        .iter()
        .zip(widths)
        .map(|(heading, width)| cell(*width, vec![ParagraphStyle::of("ColumnHeading").text(heading)]));
    let properties = element("w:trPr").children([element("w:cantSplit"), element("w:tblHeader")]);
    element("w:tr").children([properties]).children(cells)
}

/// A row whose first cell has a style of its own.
fn row<'a>(
    cells: &[Cell],
    widths: &[usize],
    first: &'static str,
    context: Context,
    blocks: &mut impl FnMut(&[Block], Context) -> Vec<XmlElement<'a>>,
) -> XmlElement<'a> {
    let lines = |(cell, width): (&Cell, &usize)| cell_width(cell) / width.saturating_sub(PADDING).max(1);
    let short = cells.iter().zip(widths).all(|found| lines(found) <= SHORT_ROW);
    let properties = short.then(|| element("w:trPr").children([element("w:cantSplit")]));
    let written = cells.iter().zip(widths).enumerate().map(|(column, (content, width))| {
        let style = if column == 0 { first } else { "TableText" };
        let mut written = blocks(content, context.cell(style));
        if written.is_empty() {
            written.push(ParagraphStyle::of(style).paragraph());
        }
        cell(*width, written)
    });
    element("w:tr").children(properties).children(written)
}

/// Whether all row headers are short enough to be set as names.
fn has_names(table: &Table) -> bool {
    table.row_headers
        && table.rows.iter().filter_map(|row| row.first()).all(|cell| characters(cell) <= LONGEST_NAME)
}

fn cell(width: usize, content: Vec<XmlElement<'_>>) -> XmlElement<'_> {
    let properties = element("w:tcPr").children([self::width("w:tcW", width).with("w:type", "dxa")]);
    element("w:tc").children([properties]).children(content)
}

fn width<'a>(name: &'static str, width: usize) -> XmlElement<'a> {
    element(name).with("w:w", width.to_string())
}

/// The widths of the columns, which together are as wide as the text: each has space for its longest word, and the rest
/// is shared in proportion to their content.
fn widths(table: &Table) -> Vec<usize> {
    let columns = table.columns.iter().enumerate().map(|(column, heading)| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let words = cells.clone().flat_map(|cell| cell_words(cell)).chain([heading.as_str()]);
        let word = words.flat_map(str::split_whitespace).map(text_width).max();
        let cell = cells.map(cell_width).chain([text_width(heading)]).max();
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

fn characters(cell: &Cell) -> usize {
    cell_words(cell).iter().map(|words| words.chars().count()).sum()
}

fn cell_width(cell: &Cell) -> usize {
    cell_words(cell).into_iter().map(text_width).sum()
}

/// The approximate width of text in bold Arial of 12 points, in twentieths of a point.
fn text_width(words: &str) -> usize {
    let letter = |letter| match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' => 70,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 90,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 214,
        _ if letter.is_uppercase() => 175,
        _ => 142,
    };
    words.chars().map(letter).sum()
}

/// Every text in a cell, which has paragraphs and lists.
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
        assert!(widths[0] >= text_width("No") + PADDING, "the heading has room: {widths:?}");
    }

    #[test]
    fn many_columns_share_the_page() {
        let columns = ["Antidisestablishmentarianism"; 20];
        assert!(widths(&table(&columns, &columns)).iter().sum::<usize>() <= TEXT_WIDTH);
    }
}
