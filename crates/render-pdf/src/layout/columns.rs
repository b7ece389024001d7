//! The widths of the columns of a table, from the text in them.
//!
//! The longer the text of a cell and the narrower its column, the taller the cell. The sum of the fourth powers of the
//! heights of all cells is least where each column's share of the width is the fifth root of the sum of the fourth
//! powers of its lengths of text. This gives a tall cell, which makes its row tall, more weight than many short ones.
//! No column is narrower than its widest word while others can be narrower, and none is wider than its longest
//! paragraph while others need the space.

use ags_document::{Block, Inline, Table};

use super::builder::FlowBuilder;
use super::display_list::ContentTag;
use super::flow::Column;
use super::shaped_text::{RunStyle, ShapedText};
use crate::font::Face;
use crate::style::{self, CELL, CELL_PADDING};

/// The width that a column needs, including its padding.
#[derive(Clone, Copy, Debug)]
struct ColumnSizing {
    /// The least it should have.
    min_width: f32,
    /// The most it can use.
    max_width: f32,
    /// Its share of the width.
    weight: f32,
}

/// The extent of the text of a cell.
#[derive(Clone, Copy, Default)]
struct TextExtent {
    /// The width of the widest word.
    widest: f32,
    /// The length of the longest paragraph.
    longest: f32,
    /// The length of all paragraphs.
    length: f32,
}

/// The columns for the text of the cells.
pub(super) fn columns(builder: &mut FlowBuilder<'_>, table: &Table, column: Column) -> Vec<Column> {
    let sizings = (0..table.columns.len()).map(|index| sizing(builder, table, index)).collect();
    let sizings = with_room(sizings, column.width);
    let mut x = column.x;
    let lay = |width: f32| {
        let text = Column { x: x + CELL_PADDING, width: width - 2.0 * CELL_PADDING, style: CELL };
        x += width;
        text
    };
    widths(&sizings, column.width).into_iter().map(lay).collect()
}

/// Column widths that add up to a width.
fn widths(sizings: &[ColumnSizing], width: f32) -> Vec<f32> {
    let min_width: f32 = sizings.iter().map(|sizing| sizing.min_width).sum();
    let max_width: f32 = sizings.iter().map(|sizing| sizing.max_width).sum();
    if max_width <= width {
        return sizings.iter().map(|sizing| sizing.max_width * width / max_width).collect();
    }
    let at: fn(&ColumnSizing, f32) -> f32 =
        if min_width >= width { ColumnSizing::squeezed } else { ColumnSizing::shared };
    let level = highest_level(width, |level| sizings.iter().map(|sizing| at(sizing, level)).sum());
    let found: Vec<f32> = sizings.iter().map(|sizing| at(sizing, level)).collect();
    let spare = width - found.iter().sum::<f32>();
    let wanted: f32 = max_width - found.iter().sum::<f32>();
    let given = if min_width < width && wanted > 0.0 { spare / wanted } else { 0.0 };
    sizings.iter().zip(found).map(|(sizing, width)| width + (sizing.max_width - width) * given).collect()
}

/// The highest level at which a sum that increases with the level stays within a width.
fn highest_level(width: f32, sum: impl Fn(f32) -> f32) -> f32 {
    let (mut low, mut high) = (0.0, width);
    for _ in 0..32 {
        let middle = f32::midpoint(low, high);
        if sum(middle) <= width {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

impl ColumnSizing {
    /// The width where not every word fits: columns with the widest words are made narrower first.
    fn squeezed(&self, level: f32) -> f32 {
        self.min_width.min(level).max(style::NARROWEST_COLUMN)
    }

    /// The width at a share of the space; a paragraph that nearly fits on one line gets all it needs.
    fn shared(&self, level: f32) -> f32 {
        let width = self.weight * level;
        if width >= self.max_width * style::NEARLY { self.max_width } else { width.max(self.min_width) }
    }

    /// The sizing of a column with space for a short line, if it has a line that long.
    fn with_room(self, room: f32) -> Self {
        Self { min_width: self.min_width.max(self.max_width.min(room)), ..self }
    }
}

impl TextExtent {
    fn and(self, other: Self) -> Self {
        let (widest, longest) = (self.widest.max(other.widest), self.longest.max(other.longest));
        Self { widest, longest, length: self.length + other.length }
    }

    fn indented(self, by: f32) -> Self {
        Self { widest: self.widest + by, longest: self.longest + by, ..self }
    }
}

/// Sizings with space for short lines, such as dates and names, as far as a part of the width is left to share.
fn with_room(sizings: Vec<ColumnSizing>, width: f32) -> Vec<ColumnSizing> {
    let needed = |room: f32| sizings.iter().map(|sizing| sizing.with_room(room).min_width).sum();
    let room = highest_level(width * style::MAX_ROOM, needed).min(style::SHORT_LINE);
    sizings.into_iter().map(|sizing| sizing.with_room(room)).collect()
}

fn sizing(builder: &mut FlowBuilder<'_>, table: &Table, index: usize) -> ColumnSizing {
    // Rounding in sums and shares of widths must not break a word.
    let rounding = 0.05;
    let heading = table.columns.get(index).map_or("", String::as_str);
    let face = if table.row_headers && index == 0 { Face::Bold } else { Face::Regular };
    let mut all = in_words(builder, [(heading, Face::Bold)]);
    let mut powers = all.length.powi(4);
    for cell in table.rows.iter().filter_map(|row| row.get(index)) {
        let cell = in_blocks(builder, cell, face);
        powers += cell.length.powi(4);
        all = all.and(cell);
    }
    let TextExtent { widest, longest, .. } = all.indented(2.0 * CELL_PADDING + rounding);
    let min_width = widest.clamp(style::NARROWEST_COLUMN, style::WIDEST_WORD);
    ColumnSizing { min_width, max_width: longest.max(min_width), weight: powers.powf(0.2) }
}

fn in_blocks(builder: &mut FlowBuilder<'_>, blocks: &[Block], face: Face) -> TextExtent {
    let mut all = TextExtent::default();
    for block in blocks {
        all = all.and(match block {
            Block::Paragraph(inlines) => {
                in_words(builder, inlines.iter().map(|inline| with_face(inline, face)))
            }
            Block::Bullets(items) | Block::Numbered(items) => {
                let items = items.iter().map(|item| in_blocks(builder, item, face));
                items.fold(TextExtent::default(), TextExtent::and).indented(style::LIST_INDENT)
            }
            _ => TextExtent::default(),
        });
    }
    all
}

fn with_face(inline: &Inline, face: Face) -> (&str, Face) {
    let bold = matches!(inline, Inline::Strong(_) | Inline::Mark(_));
    (inline.words(), if bold { Face::Bold } else { face })
}

fn in_words<'w>(
    builder: &mut FlowBuilder<'_>,
    words: impl IntoIterator<Item = (&'w str, Face)>,
) -> TextExtent {
    let mut shaped = ShapedText::new(CELL);
    for (words, face) in words {
        let run_style = RunStyle { face, ..RunStyle::new(CELL, ContentTag::Decoration) };
        shaped.push(builder.shaper, words, run_style);
    }
    let length = shaped.length();
    TextExtent { widest: shaped.widest_word(style::LONG_WORD), longest: length, length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: &[f32], wanted: &[f32]) {
        let close = found.len() == wanted.len() && found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.1);
        assert!(close, "{found:?} is not {wanted:?}");
    }

    fn of(sizings: &[(f32, f32, f32)]) -> Vec<ColumnSizing> {
        sizings
            .iter()
            .map(|&(min_width, max_width, weight)| ColumnSizing { min_width, max_width, weight })
            .collect()
    }

    #[test]
    fn columns_that_need_no_second_line_share_the_width_in_proportion() {
        near(&widths(&of(&[(30.0, 50.0, 90.0), (30.0, 150.0, 90.0)]), 400.0), &[100.0, 300.0]);
    }

    #[test]
    fn long_columns_share_by_weight() {
        let sizings = of(&[(30.0, 900.0, 100.0), (30.0, 900.0, 300.0)]);
        near(&widths(&sizings, 400.0), &[100.0, 300.0]);
    }

    #[test]
    fn a_column_is_as_wide_as_its_widest_word_at_the_expense_of_the_others() {
        let sizings = of(&[(160.0, 900.0, 100.0), (30.0, 900.0, 900.0)]);
        near(&widths(&sizings, 400.0), &[160.0, 240.0]);
    }

    #[test]
    fn a_short_column_gets_its_longest_paragraph_and_no_more() {
        let sizings = of(&[(30.0, 60.0, 300.0), (30.0, 900.0, 300.0)]);
        near(&widths(&sizings, 400.0), &[60.0, 340.0]);
    }

    #[test]
    fn a_paragraph_that_nearly_fits_on_one_line_is_not_broken() {
        let sizings = |max_width| of(&[(30.0, max_width, 100.0), (30.0, 900.0, 300.0)]);
        near(&widths(&sizings(120.0), 400.0), &[120.0, 280.0]);
        near(&widths(&sizings(160.0), 400.0), &[100.0, 300.0]);
    }

    #[test]
    fn a_short_line_is_not_broken_where_there_is_room_and_columns_of_text_have_the_same_room_where_there_is_less()
     {
        let min_width = |sizings, width| -> Vec<f32> {
            with_room(of(sizings), width).iter().map(|sizing| sizing.min_width).collect()
        };
        let sizings = [(30.0, 70.0, 70.0), (30.0, 900.0, 900.0)];
        near(&min_width(&sizings, 400.0), &[70.0, style::SHORT_LINE]);
        near(&min_width(&sizings, 150.0), &[63.75, 63.75]);
        near(&min_width(&sizings, 60.0), &[30.0, 30.0]);
    }

    #[test]
    fn where_not_every_word_fits_the_columns_with_the_widest_words_are_narrower() {
        let sizings = of(&[(300.0, 300.0, 300.0), (50.0, 50.0, 50.0), (170.0, 170.0, 170.0)]);
        near(&widths(&sizings, 400.0), &[180.0, 50.0, 170.0]);
    }

    #[test]
    fn the_maximum_number_of_columns_fit_side_by_side_with_space_for_every_letter() {
        let sizings = of(&[(90.0, 200.0, 900.0); style::MAX_COLUMNS]);
        let found = widths(&sizings, style::TEXT_WIDTH);
        assert!(found.iter().sum::<f32>() <= style::TEXT_WIDTH + 0.01);
        assert!(found.iter().all(|width| *width >= style::NARROWEST_COLUMN));
    }
}
