//! The widths of the columns of a table, from what they hold.
//!
//! A cell is the taller the longer its words and the narrower its column. The fourth powers of the heights of all
//! cells sum to the least where each column has a share of the width as the fifth root of the fourth powers of
//! those lengths, so that is how: a tall cell, which makes its row tall, counts for more than many short ones. No
//! column is narrower than its widest word while the others can give way, and none is wider than its longest
//! paragraph while others need the room.

use ags_document::{Block, Inline, Table};

use super::Mark;
use super::flow::{Column, Flow};
use super::line::{Passage, Voice};
use crate::font::Face;
use crate::style::{self, CELL_PADDING, CLOSE};

/// What a column asks for, its padding included.
#[derive(Clone, Copy, Debug)]
struct Claim {
    /// The narrowest it should be.
    least: f32,
    /// The widest it needs to be.
    most: f32,
    /// Its share of the width.
    weight: f32,
}

/// The words of a cell.
#[derive(Clone, Copy, Default)]
struct Words {
    /// The width of the widest word.
    widest: f32,
    /// The length of the longest paragraph.
    longest: f32,
    /// The length of all of them.
    length: f32,
}

/// The columns for the text of the cells.
pub(super) fn columns(flow: &mut Flow<'_>, table: &Table, column: Column) -> Vec<Column> {
    let claims = (0..table.columns.len()).map(|index| claim(flow, table, index)).collect();
    let claims = roomy(claims, column.width);
    let mut x = column.x;
    let lay = |width: f32| {
        let text = Column { x: x + CELL_PADDING, width: width - 2.0 * CELL_PADDING, look: CLOSE };
        x += width;
        text
    };
    widths(&claims, column.width).into_iter().map(lay).collect()
}

/// Widths that sum to what there is.
fn widths(claims: &[Claim], width: f32) -> Vec<f32> {
    let least: f32 = claims.iter().map(|claim| claim.least).sum();
    let most: f32 = claims.iter().map(|claim| claim.most).sum();
    if most <= width {
        return claims.iter().map(|claim| claim.most * width / most).collect();
    }
    let at: fn(&Claim, f32) -> f32 = if least >= width { Claim::squeezed } else { Claim::shared };
    let level = level(width, |level| claims.iter().map(|claim| at(claim, level)).sum());
    let found: Vec<f32> = claims.iter().map(|claim| at(claim, level)).collect();
    let spare = width - found.iter().sum::<f32>();
    let wanted: f32 = most - found.iter().sum::<f32>();
    let given = if least < width && wanted > 0.0 { spare / wanted } else { 0.0 };
    claims.iter().zip(found).map(|(claim, width)| width + (claim.most - width) * given).collect()
}

/// The highest level at which a sum that rises with it stays within a width.
fn level(width: f32, sum: impl Fn(f32) -> f32) -> f32 {
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

impl Claim {
    /// The width where not every word fits: those of the widest words give way first.
    fn squeezed(&self, level: f32) -> f32 {
        self.least.min(level).max(style::NARROWEST_COLUMN)
    }

    /// The width at a share of the room; a paragraph that nearly fits on one line gets the rest of it.
    fn shared(&self, level: f32) -> f32 {
        let width = self.weight * level;
        if width >= self.most * style::NEARLY { self.most } else { width.max(self.least) }
    }

    /// The claim of a column with room for a few words on a line, as far as it has any so long.
    fn roomy(self, room: f32) -> Self {
        Self { least: self.least.max(self.most.min(room)), ..self }
    }
}

impl Words {
    fn and(self, other: Self) -> Self {
        let (widest, longest) = (self.widest.max(other.widest), self.longest.max(other.longest));
        Self { widest, longest, length: self.length + other.length }
    }

    fn indented(self, by: f32) -> Self {
        Self { widest: self.widest + by, longest: self.longest + by, ..self }
    }
}

/// Claims with as much room for short lines, such as dates and names, as leaves a part of the width to share.
fn roomy(claims: Vec<Claim>, width: f32) -> Vec<Claim> {
    let needed = |room: f32| claims.iter().map(|claim| claim.roomy(room).least).sum();
    let room = level(width * style::MOST_ROOM, needed).min(style::SHORT_LINE);
    claims.into_iter().map(|claim| claim.roomy(room)).collect()
}

fn claim(flow: &mut Flow<'_>, table: &Table, index: usize) -> Claim {
    // What sums and shares of widths may lose in rounding must not break a word.
    let rounding = 0.05;
    let heading = table.columns.get(index).map_or("", String::as_str);
    let face = if table.row_headers && index == 0 { Face::Bold } else { Face::Regular };
    let mut all = in_words(flow, [(heading, Face::Bold)]);
    let mut powers = all.length.powi(4);
    for cell in table.rows.iter().filter_map(|row| row.get(index)) {
        let cell = in_blocks(flow, cell, face);
        powers += cell.length.powi(4);
        all = all.and(cell);
    }
    let Words { widest, longest, .. } = all.indented(2.0 * CELL_PADDING + rounding);
    let least = widest.clamp(style::NARROWEST_COLUMN, style::WIDEST_WORD);
    Claim { least, most: longest.max(least), weight: powers.powf(0.2) }
}

fn in_blocks(flow: &mut Flow<'_>, blocks: &[Block], face: Face) -> Words {
    let mut all = Words::default();
    for block in blocks {
        all = all.and(match block {
            Block::Paragraph(inlines) => in_words(flow, inlines.iter().map(|inline| spoken(inline, face))),
            Block::Bullets(items) | Block::Numbered(items) => {
                let items = items.iter().map(|item| in_blocks(flow, item, face));
                items.fold(Words::default(), Words::and).indented(style::LIST_INDENT)
            }
            _ => Words::default(),
        });
    }
    all
}

fn spoken(inline: &Inline, face: Face) -> (&str, Face) {
    let bold = matches!(inline, Inline::Strong(_) | Inline::Mark(_));
    (inline.words(), if bold { Face::Bold } else { face })
}

fn in_words<'w>(flow: &mut Flow<'_>, words: impl IntoIterator<Item = (&'w str, Face)>) -> Words {
    let mut passage = Passage::new(CLOSE);
    for (words, face) in words {
        let voice = Voice { face, ..Voice::beside(CLOSE, Mark::Decoration) };
        passage.push(flow.shaper, words, voice);
    }
    let length = passage.length();
    Words { widest: passage.widest_word(style::LONG_WORD), longest: length, length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: &[f32], wanted: &[f32]) {
        let close = found.len() == wanted.len() && found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.1);
        assert!(close, "{found:?} is not {wanted:?}");
    }

    fn of(claims: &[(f32, f32, f32)]) -> Vec<Claim> {
        claims.iter().map(|&(least, most, weight)| Claim { least, most, weight }).collect()
    }

    #[test]
    fn columns_that_need_no_second_line_share_the_width_as_they_need_it() {
        near(&widths(&of(&[(30.0, 50.0, 90.0), (30.0, 150.0, 90.0)]), 400.0), &[100.0, 300.0]);
    }

    #[test]
    fn long_columns_share_by_weight() {
        let claims = of(&[(30.0, 900.0, 100.0), (30.0, 900.0, 300.0)]);
        near(&widths(&claims, 400.0), &[100.0, 300.0]);
    }

    #[test]
    fn a_column_is_as_wide_as_its_widest_word_at_the_cost_of_the_others() {
        let claims = of(&[(160.0, 900.0, 100.0), (30.0, 900.0, 900.0)]);
        near(&widths(&claims, 400.0), &[160.0, 240.0]);
    }

    #[test]
    fn a_short_column_gets_its_longest_paragraph_and_no_more() {
        let claims = of(&[(30.0, 60.0, 300.0), (30.0, 900.0, 300.0)]);
        near(&widths(&claims, 400.0), &[60.0, 340.0]);
    }

    #[test]
    fn a_paragraph_that_nearly_fits_on_one_line_is_not_broken() {
        let claims = |most| of(&[(30.0, most, 100.0), (30.0, 900.0, 300.0)]);
        near(&widths(&claims(120.0), 400.0), &[120.0, 280.0]);
        near(&widths(&claims(160.0), 400.0), &[100.0, 300.0]);
    }

    #[test]
    fn a_short_line_is_not_broken_where_there_is_room_and_columns_of_text_have_the_same_room_where_there_is_less()
     {
        let least = |claims, width| -> Vec<f32> {
            roomy(of(claims), width).iter().map(|claim| claim.least).collect()
        };
        let claims = [(60.0, 100.0, 100.0), (60.0, 900.0, 900.0)];
        near(&least(&claims, 400.0), &[100.0, style::SHORT_LINE]);
        near(&least(&claims, 200.0), &[85.0, 85.0]);
        near(&least(&claims, 130.0), &[60.0, 60.0]);
    }

    #[test]
    fn where_not_every_word_fits_the_columns_of_the_widest_words_give_way() {
        let claims = of(&[(300.0, 300.0, 300.0), (50.0, 50.0, 50.0), (170.0, 170.0, 170.0)]);
        near(&widths(&claims, 400.0), &[180.0, 50.0, 170.0]);
    }

    #[test]
    fn the_most_columns_fit_side_by_side_and_leave_every_letter_its_place() {
        let claims = of(&[(90.0, 200.0, 900.0); style::MOST_COLUMNS]);
        let found = widths(&claims, style::TEXT_WIDTH);
        assert!(found.iter().sum::<f32>() <= style::TEXT_WIDTH + 0.01);
        assert!(found.iter().all(|width| *width >= style::NARROWEST_COLUMN));
    }
}
