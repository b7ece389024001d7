//! Tables: their rows, and rows split between pages.

use std::rc::Rc;

use ags_document::{Block, Cell, Table};

use super::columns::columns;
use super::flow::{Column, Flow, Holds, Join, Slab, Strip, move_all, set};
use super::line::{Passage, Voice};
use super::{Area, Draw, LinkArea, Mark, Piece, Spot};
use crate::font::Face;
use crate::structure::{ElementId, Role};
use crate::style::{self, CAPTION, CELL_PADDING, CLOSE, COLUMN_HEADING, Colour, Look};

/// A row, or the part of one that stands on a page.
pub(super) struct Row {
    cells: Vec<Strip>,
    kind: Kind,
    left: f32,
    width: f32,
    /// Whether it stays on one page if one is long enough.
    pub(super) stays_whole: bool,
    /// What stands above it where it begins a page.
    pub(super) repeat: Option<Rc<Repeat>>,
    /// Its header, for a further page.
    header: Option<Rc<Repeat>>,
    /// Whether its header stood on an earlier page.
    goes_on: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Body,
}

/// What stands again on a further page: caption and head of a table, the header of a row.
pub(super) struct Repeat {
    pub(super) height: f32,
    pub(super) pieces: Vec<Piece>,
}

/// The caption and the rows of a table.
pub(super) fn slabs(flow: &mut Flow<'_>, parent: ElementId, table: &Table, column: Column) -> Strip {
    let columns = columns(flow, table, column);
    let element = flow.tree.add(parent, Role::Table);
    let mut strip = caption(flow, element, table, column);
    let head = flow.tree.add(element, Role::TableHead);
    strip.push_back(joined(head_row(flow, head, table, &columns)));
    let repeat = repeat(flow, table, column, &columns);
    let body = flow.tree.add(element, Role::TableBody);
    let header = header_look(table);
    for cells in &table.rows {
        let row = flow.tree.add(body, Role::TableRow);
        let cells = body_cells(flow, row, cells, &columns, header);
        let header = header.and_then(|_| again(cells.first()?));
        let repeat = repeat.clone();
        strip.push_back(Row { repeat, header, ..Row::new(Kind::Body, cells, column) }.slab());
    }
    keep(&mut strip, table.rows.len());
    if let Some(last) = strip.back_mut() {
        last.below = style::BELOW_TABLE;
    }
    strip
}

/// Keeps a short table on one page; of a longer one, the first two rows and the last two.
fn keep(strip: &mut Strip, rows: usize) {
    let short = height(strip) <= style::SHORT_TABLE;
    let first = strip.len() - rows.min(strip.len());
    let last = strip.len().saturating_sub(2);
    let next: Vec<f32> = strip.iter().skip(1).map(Slab::height).collect();
    for ((index, slab), next) in strip.iter_mut().enumerate().zip(next) {
        let low = slab.height().max(next) <= style::SHORT_TABLE / 2.0;
        if short || (low && (index == first || index == last)) {
            slab.join = slab.join.max(Join::Together);
        }
    }
}

/// The header of a row as it stands where the row goes on; none where it is too long for that.
fn again(cell: &Strip) -> Option<Rc<Repeat>> {
    let height = height(cell);
    if height > style::TALLEST_HEADER {
        return None;
    }
    let mut pieces = Vec::new();
    for (slab, end) in cell.iter().zip(ends(cell)) {
        let Holds::Drawn { pieces: words, height, .. } = &slab.holds else { return None };
        let mut words = words.clone();
        move_all(&mut words, &mut [], Spot { x: 0.0, y: end - height });
        pieces.append(&mut words);
    }
    for piece in &mut pieces {
        piece.mark = Mark::Repeat;
    }
    Some(Rc::new(Repeat { height, pieces }))
}

fn joined(slab: Slab) -> Slab {
    Slab { join: Join::Lines, ..slab }
}

fn caption(flow: &mut Flow<'_>, table: ElementId, words: &Table, column: Column) -> Strip {
    let element = flow.tree.add(table, Role::Caption);
    let strip = flow.words(element, &words.caption, Column { look: CAPTION, ..column });
    let mut strip: Strip = strip.into_iter().map(joined).collect();
    if let Some(last) = strip.back_mut() {
        last.below = style::BELOW_CAPTION;
    }
    strip
}

fn head_row(flow: &mut Flow<'_>, head: ElementId, table: &Table, columns: &[Column]) -> Slab {
    let row = flow.tree.add(head, Role::TableRow);
    let cell = |(heading, column): (&String, &Column)| {
        let element = flow.tree.add(row, Role::ColumnHeader);
        flow.words(element, heading, Column { look: COLUMN_HEADING, ..*column })
    };
    let cells = table.columns.iter().zip(columns).map(cell).collect();
    Row::new(Kind::Head, cells, whole(columns)).slab()
}

/// The head as it stands on further pages; none when it is too tall to be repeated.
fn repeat(flow: &mut Flow<'_>, table: &Table, column: Column, columns: &[Column]) -> Option<Rc<Repeat>> {
    let words = format!("{} {}", table.caption, flow.continued);
    let mut strip = repeated(flow, &words, Column { look: CAPTION, ..column });
    let cells = table.columns.iter().zip(columns);
    let cells =
        cells.map(|(heading, column)| repeated(flow, heading, Column { look: COLUMN_HEADING, ..*column }));
    let head = Row::new(Kind::Head, cells.collect(), whole(columns)).slab();
    if let Some(last) = strip.back_mut() {
        last.below = style::BELOW_CAPTION;
    }
    strip.push_back(head);
    let (height, pieces, _) = stacked(strip);
    (height <= style::TALLEST_REPEAT).then(|| Rc::new(Repeat { height, pieces }))
}

fn repeated(flow: &mut Flow<'_>, words: &str, column: Column) -> Strip {
    let mut passage = Passage::new(column.look);
    passage.push(flow.shaper, words, Voice::beside(column.look, Mark::Repeat));
    set(&passage, column)
}

fn body_cells(
    flow: &mut Flow<'_>,
    row: ElementId,
    cells: &[Cell],
    columns: &[Column],
    header: Option<Look>,
) -> Vec<Strip> {
    let cell = |(index, (cell, column)): (usize, (&Cell, &Column))| {
        let header = header.filter(|_| index == 0);
        let element = flow.tree.add(row, if header.is_some() { Role::RowHeader } else { Role::Cell });
        flow.blocks(element, cell, Column { look: header.unwrap_or(CLOSE), ..*column })
    };
    cells.iter().zip(columns).enumerate().map(cell).collect()
}

/// How the headers of the rows look, where there are any: bold where all of them are short enough to be names,
/// as the rest where they are sentences.
fn header_look(table: &Table) -> Option<Look> {
    let long = |row: &Vec<Cell>| row.first().is_some_and(|cell| length(cell) > style::LONGEST_NAME);
    let face = if table.rows.iter().any(long) { Face::Regular } else { Face::Bold };
    table.row_headers.then_some(Look { face, ..CLOSE })
}

/// The letters of the longest paragraph.
fn length(cell: &Cell) -> usize {
    let letters = |block: &Block| match block {
        Block::Paragraph(inlines) => inlines.iter().map(|inline| inline.words().chars().count()).sum(),
        _ => 0,
    };
    cell.iter().map(letters).max().unwrap_or(0)
}

/// From the left edge of the first column to the right edge of the last.
fn whole(columns: &[Column]) -> Column {
    let (first, last) = (columns.first(), columns.last());
    let x = first.map_or(0.0, |column| column.x) - CELL_PADDING;
    let right = last.map_or(0.0, |column| column.x + column.width) + CELL_PADDING;
    Column { x, width: right - x, look: CLOSE }
}

impl Row {
    fn new(kind: Kind, cells: Vec<Strip>, column: Column) -> Self {
        let (left, width) = (column.x, column.width);
        Self { cells, kind, left, width, stays_whole: false, repeat: None, header: None, goes_on: false }
    }

    fn slab(self) -> Slab {
        let mut slab = Slab::drawn(0.0, Vec::new(), Vec::new());
        slab.holds = Holds::Row(self);
        slab
    }

    pub(super) fn height(&self) -> f32 {
        let again = self.header_again().map_or(0.0, |header| header.height);
        let tallest = self.cells.iter().map(height).fold(again, f32::max);
        tallest.max(CLOSE.leading) + 2.0 * CELL_PADDING
    }

    /// Whether it fits into a height.
    pub(super) fn fits(&self, height: f32) -> bool {
        let room = height - 2.0 * CELL_PADDING;
        CLOSE.leading <= room && self.cells.iter().all(|cell| ends(cell).all(|end| end <= room))
    }

    /// The header, where it stands again.
    fn header_again(&self) -> Option<&Repeat> {
        self.header.as_deref().filter(|_| self.goes_on)
    }

    /// The least height at which it may begin on a page: its own if it is whole, else three lines.
    pub(super) fn least(&self) -> f32 {
        let height = self.height();
        let whole = self.stays_whole || self.is_short();
        if whole { height } else { 3.0 * CLOSE.leading + 2.0 * CELL_PADDING }
    }

    pub(super) fn is_short(&self) -> bool {
        self.fits(style::SHORT_ROW)
    }

    /// Takes off the part that fits into a height; `None` if no line does. At the top of a page, where
    /// there is nowhere better, lines that are joined are parted.
    pub(super) fn split_off_top(&mut self, height: f32, at_top: bool) -> Option<Self> {
        let room = height - 2.0 * CELL_PADDING;
        let mut fitting: Vec<usize> = self.cells.iter().map(|cell| fitting(cell, room, Join::Free)).collect();
        if at_top && fitting.iter().all(|count| *count == 0) {
            fitting = self.cells.iter().map(|cell| fitting_at_least_one(cell, room)).collect();
        }
        if fitting.iter().all(|count| *count == 0) {
            return None;
        }
        let cells = self.cells.iter_mut().zip(fitting);
        let cells = cells.map(|(cell, count)| cell.drain(..count).collect()).collect();
        let upper = Self { cells, repeat: None, header: self.header.clone(), ..*self };
        self.goes_on = self.cells.first().is_none_or(Strip::is_empty);
        Some(upper)
    }

    /// Its height and what is drawn of it, as if it began at the top of a page.
    pub(super) fn drawn(self) -> (f32, Vec<Piece>, Vec<LinkArea>) {
        let height = self.height();
        let (mut pieces, mut links) = (self.ground(height), Vec::new());
        let mut header = self.header_again().map_or_else(Vec::new, |header| header.pieces.clone());
        move_all(&mut header, &mut links, Spot { x: 0.0, y: CELL_PADDING });
        pieces.append(&mut header);
        for cell in self.cells {
            let (_, mut words, mut areas) = stacked(cell);
            move_all(&mut words, &mut areas, Spot { x: 0.0, y: CELL_PADDING });
            pieces.append(&mut words);
            links.append(&mut areas);
        }
        (height, pieces, links)
    }

    /// The tint of a head and the rule under a row.
    fn ground(&self, height: f32) -> Vec<Piece> {
        let area = |y, height| Area { x: self.left, y, width: self.width, height };
        let draws = match self.kind {
            Kind::Head => vec![
                Draw::Fill(area(0.0, height), Colour::Tint),
                Draw::Fill(area(height - style::HEAD_RULE, style::HEAD_RULE), Colour::Accent),
            ],
            Kind::Body => vec![Draw::Fill(area(height - style::HAIRLINE, style::HAIRLINE), Colour::Rule)],
        };
        vec![Piece { mark: Mark::Decoration, draws }]
    }
}

fn height(strip: &Strip) -> f32 {
    ends(strip).last().unwrap_or(0.0)
}

/// Where each slab of a strip ends.
fn ends(strip: &Strip) -> impl Iterator<Item = f32> {
    let (mut y, mut below) = (0.0, None);
    strip.iter().map(move |slab| {
        y += below.map_or(0.0, |below: f32| below.max(slab.above)) + slab.height();
        below = Some(slab.below);
        y
    })
}

/// How many slabs fit into a height when none is parted from one it is joined to more strongly than `join`.
fn fitting(strip: &Strip, room: f32, join: Join) -> usize {
    let fit = ends(strip).take_while(|end| *end <= room).count();
    let may_end = |count: &usize| {
        *count == strip.len() || *count == 0 || strip.get(count - 1).is_none_or(|slab| slab.join <= join)
    };
    (0..=fit).rev().find(may_end).unwrap_or(0)
}

fn fitting_at_least_one(strip: &Strip, room: f32) -> usize {
    fitting(strip, room, Join::Lines).max(1).min(strip.len())
}

/// A strip as one drawing, with its height.
fn stacked(strip: Strip) -> (f32, Vec<Piece>, Vec<LinkArea>) {
    let tops: Vec<f32> = ends(&strip).zip(&strip).map(|(end, slab)| end - slab.height()).collect();
    let height = height(&strip);
    let (mut all, mut areas) = (Vec::new(), Vec::new());
    for (slab, y) in strip.into_iter().zip(tops) {
        let (mut pieces, mut links) = match slab.holds {
            Holds::Drawn { pieces, links, .. } => (pieces, links),
            Holds::Row(row) => {
                let (_, pieces, links) = row.drawn();
                (pieces, links)
            }
        };
        move_all(&mut pieces, &mut links, Spot { x: 0.0, y });
        all.append(&mut pieces);
        areas.append(&mut links);
    }
    (height, all, areas)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(join: Join) -> Slab {
        Slab { join, ..Slab::drawn(10.0, Vec::new(), Vec::new()) }
    }

    #[test]
    fn headers_of_rows_are_bold_while_they_are_names() {
        let face = |letters: usize| {
            let table = Table {
                caption: "A".into(),
                columns: Vec::new(),
                row_headers: true,
                rows: vec![vec![vec![Block::plain("b".repeat(letters))]], vec![vec![Block::plain("c")]]],
            };
            header_look(&table).map(|look| look.face == Face::Bold)
        };
        assert_eq!(face(style::LONGEST_NAME), Some(true));
        assert_eq!(face(style::LONGEST_NAME + 1), Some(false));
    }

    #[test]
    fn a_cell_is_not_split_between_joined_lines_until_it_must_be() {
        let cell: Strip = [Join::Free, Join::Lines, Join::Free].map(line).into();
        assert_eq!(fitting(&cell, 20.0, Join::Free), 1);
        assert_eq!(fitting(&cell, 30.0, Join::Free), 3);
        let joined: Strip = [Join::Lines, Join::Free].map(line).into();
        assert_eq!(fitting(&joined, 19.0, Join::Free), 0);
        assert_eq!(fitting_at_least_one(&joined, 19.0), 1);
    }

    #[test]
    fn both_parts_of_a_split_row_hold_all_lines_once() {
        let cells = vec![[Join::Free; 5].map(line).into(), [Join::Free; 2].map(line).into()];
        let mut row = Row::new(Kind::Body, cells, Column::PAGE);
        let upper = row.split_off_top(30.0 + 2.0 * CELL_PADDING, false).unwrap();
        assert_eq!(upper.cells.iter().map(Strip::len).collect::<Vec<_>>(), [3, 2]);
        assert_eq!(row.cells.iter().map(Strip::len).collect::<Vec<_>>(), [2, 0]);
    }
}
