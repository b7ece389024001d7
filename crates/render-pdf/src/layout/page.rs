//! A strip cut into pages.

use super::flow::{Holds, Join, Slab, Strip, move_all};
use super::table::{Repeat, Row};
use super::{Area, Draw, LinkArea, Mark, Page, Piece, Spot, TooMuch};
use crate::structure::ElementId;
use crate::style::{self, Colour};

/// What all pages of a document have in common.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    /// Where the text stands.
    pub(super) text: Area,
    /// How many pages there may be.
    pub(super) most_pages: usize,
}

/// Where a bookmark came to stand.
pub(super) struct Found {
    pub(super) bookmark: usize,
    /// From 0.
    pub(super) page: usize,
    pub(super) y: f32,
}

/// Pages that are being filled.
pub(super) struct Pages {
    pub(super) filled: Vec<Page>,
    pub(super) found: Vec<Found>,
    sheet: Sheet,
    cursor: Cursor,
    open_note: Option<OpenNote>,
}

/// How far a page is filled.
#[derive(Clone, Copy)]
struct Cursor {
    y: f32,
    /// What the last slab leaves free below.
    below: f32,
    /// Nothing but repeats stands on the page.
    at_top: bool,
    note: Option<ElementId>,
}

/// The box of a note on the page that is being filled.
struct OpenNote {
    top: f32,
    /// The number of the first piece in it.
    first_piece: usize,
}

impl Cursor {
    fn top(y: f32) -> Self {
        Self { y, below: 0.0, at_top: true, note: None }
    }

    /// Moves to where a slab begins.
    fn enter(&mut self, slab: &Slab) {
        let changes = self.note != slab.note;
        if changes {
            self.y = self.end();
        }
        if !self.at_top {
            self.y += self.below.max(slab.above);
        }
        if changes && slab.note.is_some() {
            self.y += style::NOTE_PADDING;
        }
        self.note = slab.note;
    }

    /// The bottom of what stands on the page, the padding of a note included.
    fn end(&self) -> f32 {
        self.y + if self.note.is_some() { style::NOTE_PADDING } else { 0.0 }
    }
}

impl Pages {
    /// The pages of a strip; none when the strip is empty.
    pub(super) fn of(strip: Strip, sheet: Sheet) -> Result<Self, TooMuch> {
        let cursor = Cursor::top(sheet.text.y);
        let mut pages = Self { filled: Vec::new(), found: Vec::new(), sheet, cursor, open_note: None };
        if !strip.is_empty() {
            pages.turn()?;
            pages.place(strip, Join::Together)?;
            pages.close_note();
        }
        Ok(pages)
    }

    /// Places a strip so that slabs joined at least so strongly share a page, as far as pages are long enough.
    fn place(&mut self, strip: Strip, join: Join) -> Result<(), TooMuch> {
        let bottom = self.bottom();
        for chain in chains(strip, join) {
            let fits_here = after(&chain, self.cursor) <= bottom;
            let fits_a_page = after(&chain, Cursor::top(self.sheet.text.y)) <= bottom;
            if !fits_here && fits_a_page {
                self.turn()?;
            } else if let (false, Some(stronger)) = (fits_here, join.stronger()) {
                self.place(chain, stronger)?;
                continue;
            }
            for slab in chain {
                self.put(slab)?;
            }
        }
        Ok(())
    }

    /// How much of the last page is filled.
    pub(super) fn last_filled(&self) -> f32 {
        self.cursor.end() - self.sheet.text.y
    }

    fn bottom(&self) -> f32 {
        self.sheet.text.y + self.sheet.text.height
    }

    /// Begins a new page.
    fn turn(&mut self) -> Result<(), TooMuch> {
        self.close_note();
        if self.filled.len() >= self.sheet.most_pages {
            return Err(TooMuch::Pages);
        }
        self.filled.push(Page::default());
        self.cursor = Cursor::top(self.sheet.text.y);
        Ok(())
    }

    /// Places a slab here, or on the next page if it does not fit.
    fn put(&mut self, slab: Slab) -> Result<(), TooMuch> {
        let mut cursor = self.cursor;
        cursor.enter(&slab);
        if !self.cursor.at_top && cursor.end() + slab.least() > self.bottom() {
            self.turn()?;
        }
        self.open(&slab);
        let page = self.filled.len().saturating_sub(1);
        self.found.extend(slab.bookmark.map(|bookmark| Found { bookmark, page, y: self.cursor.y }));
        match slab.holds {
            Holds::Drawn { height, pieces, links } => self.draw(height, pieces, links),
            Holds::Row(row) => self.row(row)?,
        }
        self.cursor.below = slab.below;
        Ok(())
    }

    /// Moves to where a slab begins, and opens the box of its note.
    fn open(&mut self, slab: &Slab) {
        let changes = self.cursor.note != slab.note;
        if changes {
            self.close_note();
        }
        self.cursor.enter(slab);
        if changes && slab.note.is_some() {
            let first_piece = self.filled.last().map_or(0, |page| page.pieces.len());
            self.open_note = Some(OpenNote { top: self.cursor.y - style::NOTE_PADDING, first_piece });
        }
    }

    /// Draws the box of the note that is open under what it holds on this page.
    fn close_note(&mut self) {
        let (Some(note), Some(page)) = (self.open_note.take(), self.filled.last_mut()) else { return };
        let Area { x, width, .. } = self.sheet.text;
        let outer = Area { x, y: note.top, width, height: self.cursor.end() - note.top };
        let bar = Area { width: style::NOTE_BAR, ..outer };
        let fills = [(outer, Colour::Tint), (bar, Colour::Accent)];
        let draws = fills.map(|(area, colour)| Draw::Fill(area, colour)).into();
        page.pieces.insert(note.first_piece, Piece { mark: Mark::Decoration, draws });
    }

    /// Draws pieces here.
    fn draw(&mut self, height: f32, mut pieces: Vec<Piece>, mut links: Vec<LinkArea>) {
        move_all(&mut pieces, &mut links, Spot { x: 0.0, y: self.cursor.y });
        if let Some(page) = self.filled.last_mut() {
            for mut piece in pieces {
                match page.pieces.last_mut() {
                    Some(last) if last.mark == piece.mark => last.draws.append(&mut piece.draws),
                    _ => page.pieces.push(piece),
                }
            }
            page.links.append(&mut links);
        }
        self.cursor.y += height;
        self.cursor.at_top = false;
    }

    /// Draws a row of a table, on as many pages as it takes.
    fn row(&mut self, mut row: Row) -> Result<(), TooMuch> {
        loop {
            self.repeat(row.repeat.as_deref());
            let room = self.bottom() - self.cursor.y;
            if row.fits(room) {
                break;
            }
            let at_top = self.cursor.at_top;
            let upper = if at_top || !row.is_short() { row.split_off_top(room, at_top) } else { None };
            if let Some(upper) = upper {
                let (height, pieces, links) = upper.drawn();
                self.draw(height, pieces, links);
            }
            self.turn()?;
        }
        let (height, pieces, links) = row.drawn();
        self.draw(height, pieces, links);
        Ok(())
    }

    /// Repeats the head of a table at the top of a page.
    fn repeat(&mut self, repeat: Option<&Repeat>) {
        if let Some(Repeat { height, pieces }) = repeat.filter(|_| self.cursor.at_top) {
            self.draw(*height, pieces.clone(), Vec::new());
            self.cursor.at_top = true;
        }
    }
}

/// The strip cut wherever slabs are joined less strongly than `join`.
fn chains(strip: Strip, join: Join) -> Vec<Strip> {
    let mut chains = Vec::new();
    let mut chain = Strip::new();
    for slab in strip {
        let ends = slab.join < join;
        chain.push_back(slab);
        if ends {
            chains.push(std::mem::take(&mut chain));
        }
    }
    if !chain.is_empty() {
        chains.push(chain);
    }
    chains
}

/// Where a page ends once a chain stands on it; of a last slab that can be split, only the least counts.
fn after(chain: &Strip, mut cursor: Cursor) -> f32 {
    let last = chain.len().saturating_sub(1);
    for (index, slab) in chain.iter().enumerate() {
        if let (true, Holds::Row(Row { repeat: Some(repeat), .. })) = (cursor.at_top, &slab.holds) {
            cursor.y += repeat.height;
        }
        cursor.enter(slab);
        cursor.y += if index < last { slab.height() } else { slab.least() };
        cursor.below = slab.below;
        cursor.at_top = false;
    }
    cursor.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: Sheet =
        Sheet { text: Area { x: 0.0, y: 100.0, width: 400.0, height: 100.0 }, most_pages: 50 };

    /// A strip of slabs, each given by its height and its join.
    fn strip(slabs: &[(f32, Join)]) -> Strip {
        let slab = |&(height, join): &(f32, Join)| {
            let draws = vec![Draw::Dots(Spot { x: 0.0, y: 0.0 }, height, Colour::Ink)];
            let piece = Piece { mark: Mark::Decoration, draws };
            Slab { join, ..Slab::drawn(height, vec![piece], Vec::new()) }
        };
        slabs.iter().map(slab).collect()
    }

    /// The heights of the slabs on each page.
    fn pages(strip: Strip) -> Vec<Vec<f32>> {
        let height = |draw: &Draw| if let Draw::Dots(_, height, _) = draw { *height } else { 0.0 };
        let page =
            |page: &Page| page.pieces.iter().flat_map(|piece| piece.draws.iter().map(height)).collect();
        Pages::of(strip, SHEET).unwrap().filled.iter().map(page).collect()
    }

    #[test]
    fn a_page_that_is_just_full_holds_its_slabs_and_a_point_more_goes_on() {
        assert_eq!(pages(strip(&[(60.0, Join::Free), (40.0, Join::Free)])), [vec![60.0, 40.0]]);
        assert_eq!(pages(strip(&[(60.0, Join::Free), (41.0, Join::Free)])), [vec![60.0], vec![41.0]]);
    }

    #[test]
    fn joined_slabs_go_to_the_next_page_together() {
        let slabs = [(60.0, Join::Free), (20.0, Join::Lines), (30.0, Join::Free)];
        assert_eq!(pages(strip(&slabs)), [vec![60.0], vec![20.0, 30.0]]);
    }

    #[test]
    fn what_stays_together_gives_way_before_lines_do() {
        let slabs = [
            (30.0, Join::Together),
            (30.0, Join::Together),
            (30.0, Join::Lines),
            (30.0, Join::Together),
            (30.0, Join::Free),
        ];
        assert_eq!(pages(strip(&slabs)), [vec![30.0, 30.0], vec![30.0, 30.0, 30.0]]);
    }

    #[test]
    fn a_chain_longer_than_a_page_is_broken_where_the_page_ends() {
        let slabs = [(40.0, Join::Lines); 4];
        assert_eq!(pages(strip(&slabs)), [vec![40.0, 40.0], vec![40.0, 40.0]]);
    }

    #[test]
    fn a_heading_stays_with_what_follows_even_in_a_chain_longer_than_a_page() {
        let slabs = [(40.0, Join::Lines), (40.0, Join::Lines), (20.0, Join::Heading), (40.0, Join::Free)];
        assert_eq!(pages(strip(&slabs)), [vec![40.0, 40.0], vec![20.0, 40.0]]);
    }

    #[test]
    fn space_above_is_dropped_at_the_top_of_a_page() {
        let mut slabs = strip(&[(60.0, Join::Free), (60.0, Join::Free)]);
        for slab in &mut slabs {
            slab.above = 50.0;
        }
        let pages = Pages::of(slabs, SHEET).unwrap();
        let first = |page: &Page| page.pieces[0].draws.len();
        assert_eq!(pages.filled.iter().map(first).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn a_note_has_a_box_on_every_page_it_reaches() {
        let mut slabs = strip(&[(40.0, Join::Free); 4]);
        for slab in &mut slabs {
            slab.note = Some(ElementId(1));
        }
        let pages = Pages::of(slabs, SHEET).unwrap();
        assert_eq!(pages.filled.len(), 2);
        for page in &pages.filled {
            assert!(matches!(page.pieces[0].draws[..], [Draw::Fill(..), Draw::Fill(..)]));
        }
    }

    #[test]
    fn more_pages_than_allowed_are_refused() {
        let slabs = |count| strip(&vec![(100.0, Join::Free); count]);
        assert!(Pages::of(slabs(50), SHEET).is_ok());
        assert_eq!(Pages::of(slabs(51), SHEET).err(), Some(TooMuch::Pages));
    }
}
