//! Pagination: a flow divided into pages.

use super::display_list::{Annotation, ContentTag, DrawOp, Fragment, Page, Point, Rect, translate_all};
use super::flow::{Content, Flow, FlowItem, KeepWithNext, RepeatedContent, Row};
use crate::structure::ElementId;
use crate::style::{self, Colour};

/// A document is too large to be laid out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum LimitExceeded {
    Pages,
    /// Header and footer leave too little of the page.
    HeaderFooter,
}

/// What all pages of a document have in common.
#[derive(Clone, Copy)]
pub(super) struct PageSetup {
    /// The area of the text.
    pub(super) text: Rect,
    /// How many pages there may be.
    pub(super) max_pages: usize,
}

/// The final position of a bookmark.
pub(super) struct BookmarkPosition {
    pub(super) bookmark: usize,
    /// From 0.
    pub(super) page: usize,
    pub(super) y: f32,
}

/// Pages that are being filled.
pub(super) struct Pages {
    pub(super) filled: Vec<Page>,
    pub(super) bookmarks: Vec<BookmarkPosition>,
    pub(super) setup: PageSetup,
    cursor: Cursor,
    open_note: Option<OpenNote>,
}

/// How far a page is filled.
#[derive(Clone, Copy)]
struct Cursor {
    y: f32,
    /// What the last item leaves free below.
    below: f32,
    /// The page has no content but what is repeated.
    at_top: bool,
    note: Option<ElementId>,
}

/// The box of a note on the page that is being filled.
struct OpenNote {
    top: f32,
    /// The index of the first fragment in it.
    first_fragment: usize,
}

impl Cursor {
    fn top(y: f32) -> Self {
        Self { y, below: 0.0, at_top: true, note: None }
    }

    /// Moves to where an item begins.
    fn enter(&mut self, item: &FlowItem) {
        let changes = self.note != item.note;
        if changes {
            self.y = self.end();
        }
        if !self.at_top {
            self.y += self.below.max(item.above);
        }
        if changes && item.note.is_some() {
            self.y += style::NOTE_PADDING;
        }
        self.note = item.note;
    }

    /// The bottom of the content, including the padding of a note.
    fn end(&self) -> f32 {
        self.y + if self.note.is_some() { style::NOTE_PADDING } else { 0.0 }
    }
}

impl Pages {
    /// The pages of a flow; none when the flow is empty.
    pub(super) fn of(flow: Flow, setup: PageSetup) -> Result<Self, LimitExceeded> {
        let cursor = Cursor::top(setup.text.y);
        let mut pages = Self { filled: Vec::new(), bookmarks: Vec::new(), setup, cursor, open_note: None };
        pages.append(flow)?;
        Ok(pages)
    }

    /// Places a flow after what the pages have, on a first page where there is none.
    pub(super) fn append(&mut self, flow: Flow) -> Result<(), LimitExceeded> {
        if flow.is_empty() {
            return Ok(());
        }
        if self.filled.is_empty() {
            self.new_page()?;
        }
        self.place(flow, KeepWithNext::Together)?;
        self.close_note();
        Ok(())
    }

    /// Whether all of a flow fits on the last page, below what it has.
    pub(super) fn has_room(&self, flow: &Flow) -> bool {
        after(flow, self.cursor) <= self.bottom()
    }

    /// Places a flow so that items kept together at least this strongly share a page, if a page is long enough.
    fn place(&mut self, flow: Flow, keep: KeepWithNext) -> Result<(), LimitExceeded> {
        let bottom = self.bottom();
        for chain in chains(flow, keep) {
            let fits_here = after(&chain, self.cursor) <= bottom;
            let fits_a_page = after(&chain, Cursor::top(self.setup.text.y)) <= bottom;
            if !fits_here && fits_a_page {
                self.new_page()?;
            } else if let (false, Some(stronger)) = (fits_here, keep.stronger()) {
                self.place(chain, stronger)?;
                continue;
            }
            for item in chain {
                self.place_item(item)?;
            }
        }
        Ok(())
    }

    /// How much of the last page is filled.
    pub(super) fn last_filled(&self) -> f32 {
        self.cursor.end() - self.setup.text.y
    }

    fn bottom(&self) -> f32 {
        self.setup.text.y + self.setup.text.height
    }

    /// Begins a new page.
    pub(super) fn new_page(&mut self) -> Result<(), LimitExceeded> {
        self.close_note();
        if self.filled.len() >= self.setup.max_pages {
            return Err(LimitExceeded::Pages);
        }
        self.filled.push(Page::default());
        self.cursor = Cursor::top(self.setup.text.y);
        Ok(())
    }

    /// Places an item here, or on the next page if it does not fit.
    fn place_item(&mut self, item: FlowItem) -> Result<(), LimitExceeded> {
        let mut cursor = self.cursor;
        cursor.enter(&item);
        if !self.cursor.at_top && cursor.end() + item.min_height() > self.bottom() {
            self.new_page()?;
        }
        self.open(&item);
        let page = self.filled.len().saturating_sub(1);
        self.bookmarks.extend(item.bookmark.map(|bookmark| BookmarkPosition {
            bookmark,
            page,
            y: self.cursor.y,
        }));
        match item.content {
            Content::Drawn { height, fragments, annotations } => self.draw(height, fragments, annotations),
            Content::Row(row) => self.row(row)?,
        }
        self.cursor.below = item.below;
        Ok(())
    }

    /// Moves to where an item begins, and opens the box of its note.
    fn open(&mut self, item: &FlowItem) {
        let changes = self.cursor.note != item.note;
        if changes {
            self.close_note();
        }
        self.cursor.enter(item);
        if changes && item.note.is_some() {
            let first_fragment = self.filled.last().map_or(0, |page| page.fragments.len());
            self.open_note = Some(OpenNote { top: self.cursor.y - style::NOTE_PADDING, first_fragment });
        }
    }

    /// Draws the box of the open note behind its content on this page.
    fn close_note(&mut self) {
        let (Some(note), Some(page)) = (self.open_note.take(), self.filled.last_mut()) else { return };
        let Rect { x, width, .. } = self.setup.text;
        let outer = Rect { x, y: note.top, width, height: self.cursor.end() - note.top };
        let bar = Rect { width: style::NOTE_BAR, ..outer };
        let fills = [(outer, Colour::Tint), (bar, Colour::Accent)];
        let ops = fills.map(|(rect, colour)| DrawOp::Fill(rect, colour)).into();
        page.fragments.insert(note.first_fragment, Fragment { tag: ContentTag::Decoration, ops });
    }

    /// Draws fragments here.
    fn draw(&mut self, height: f32, mut fragments: Vec<Fragment>, mut annotations: Vec<Annotation>) {
        translate_all(&mut fragments, &mut annotations, Point { x: 0.0, y: self.cursor.y });
        if let Some(page) = self.filled.last_mut() {
            for mut fragment in fragments {
                match page.fragments.last_mut() {
                    Some(last) if last.tag == fragment.tag => last.ops.append(&mut fragment.ops),
                    _ => page.fragments.push(fragment),
                }
            }
            page.annotations.append(&mut annotations);
        }
        self.cursor.y += height;
        self.cursor.at_top = false;
    }

    /// Draws a table row, on as many pages as it takes.
    fn row(&mut self, mut row: Row) -> Result<(), LimitExceeded> {
        loop {
            self.repeat(row.repeat.as_deref());
            let room = self.bottom() - self.cursor.y;
            if row.fits(room) {
                break;
            }
            let at_top = self.cursor.at_top;
            let upper = if at_top || !row.is_short() { row.split_off_top(room, at_top) } else { None };
            if let Some(upper) = upper {
                let (height, fragments, annotations) = upper.drawn();
                self.draw(height, fragments, annotations);
            }
            self.new_page()?;
        }
        let (height, fragments, annotations) = row.drawn();
        self.draw(height, fragments, annotations);
        Ok(())
    }

    /// Repeats the head of a table at the top of a page.
    fn repeat(&mut self, repeat: Option<&RepeatedContent>) {
        if let Some(RepeatedContent { height, fragments }) = repeat.filter(|_| self.cursor.at_top) {
            self.draw(*height, fragments.clone(), Vec::new());
            self.cursor.at_top = true;
        }
    }
}

/// The flow cut after each item that is kept with the next less strongly than `keep`.
fn chains(flow: Flow, keep: KeepWithNext) -> Vec<Flow> {
    let mut chains = Vec::new();
    let mut chain = Flow::new();
    for item in flow {
        let ends = item.keep_with_next < keep;
        chain.push_back(item);
        if ends {
            chains.push(std::mem::take(&mut chain));
        }
    }
    if !chain.is_empty() {
        chains.push(chain);
    }
    chains
}

/// Where the content of a page ends once a chain is on it; of a last item that can be split, only its least height
/// counts.
fn after(chain: &Flow, mut cursor: Cursor) -> f32 {
    let last = chain.len().saturating_sub(1);
    for (index, item) in chain.iter().enumerate() {
        if let (true, Content::Row(Row { repeat: Some(repeat), .. })) = (cursor.at_top, &item.content) {
            cursor.y += repeat.height;
        }
        cursor.enter(item);
        cursor.y += if index < last { item.height() } else { item.min_height() };
        cursor.below = item.below;
        cursor.at_top = false;
    }
    cursor.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETUP: PageSetup =
        PageSetup { text: Rect { x: 0.0, y: 100.0, width: 400.0, height: 100.0 }, max_pages: 50 };

    /// A flow of items, each given by its height and how strongly it is kept with the next.
    fn flow(items: &[(f32, KeepWithNext)]) -> Flow {
        let item = |&(height, keep_with_next): &(f32, KeepWithNext)| {
            let ops = vec![DrawOp::Dots(Point { x: 0.0, y: 0.0 }, height, Colour::Text)];
            let fragment = Fragment { tag: ContentTag::Decoration, ops };
            FlowItem { keep_with_next, ..FlowItem::drawn(height, vec![fragment], Vec::new()) }
        };
        items.iter().map(item).collect()
    }

    /// The heights of the items on each page.
    fn pages(flow: Flow) -> Vec<Vec<f32>> {
        let height = |op: &DrawOp| if let DrawOp::Dots(_, height, _) = op { *height } else { 0.0 };
        let page = |page: &Page| {
            page.fragments.iter().flat_map(|fragment| fragment.ops.iter().map(height)).collect()
        };
        Pages::of(flow, SETUP).unwrap().filled.iter().map(page).collect()
    }

    #[test]
    fn a_page_that_is_just_full_keeps_its_items_and_one_point_more_goes_to_the_next() {
        assert_eq!(
            pages(flow(&[(60.0, KeepWithNext::Auto), (40.0, KeepWithNext::Auto)])),
            [vec![60.0, 40.0]]
        );
        assert_eq!(
            pages(flow(&[(60.0, KeepWithNext::Auto), (41.0, KeepWithNext::Auto)])),
            [vec![60.0], vec![41.0]]
        );
    }

    #[test]
    fn items_kept_with_the_next_go_to_the_next_page_together() {
        let items = [(60.0, KeepWithNext::Auto), (20.0, KeepWithNext::Lines), (30.0, KeepWithNext::Auto)];
        assert_eq!(pages(flow(&items)), [vec![60.0], vec![20.0, 30.0]]);
    }

    #[test]
    fn what_stays_together_gives_way_before_lines_do() {
        let items = [
            (30.0, KeepWithNext::Together),
            (30.0, KeepWithNext::Together),
            (30.0, KeepWithNext::Lines),
            (30.0, KeepWithNext::Together),
            (30.0, KeepWithNext::Auto),
        ];
        assert_eq!(pages(flow(&items)), [vec![30.0, 30.0], vec![30.0, 30.0, 30.0]]);
    }

    #[test]
    fn a_chain_longer_than_a_page_is_broken_where_the_page_ends() {
        let items = [(40.0, KeepWithNext::Lines); 4];
        assert_eq!(pages(flow(&items)), [vec![40.0, 40.0], vec![40.0, 40.0]]);
    }

    #[test]
    fn a_heading_stays_with_what_follows_even_in_a_chain_longer_than_a_page() {
        let items = [
            (40.0, KeepWithNext::Lines),
            (40.0, KeepWithNext::Lines),
            (20.0, KeepWithNext::Heading),
            (40.0, KeepWithNext::Auto),
        ];
        assert_eq!(pages(flow(&items)), [vec![40.0, 40.0], vec![20.0, 40.0]]);
    }

    #[test]
    fn space_above_is_dropped_at_the_top_of_a_page() {
        let mut items = flow(&[(60.0, KeepWithNext::Auto), (60.0, KeepWithNext::Auto)]);
        for item in &mut items {
            item.above = 50.0;
        }
        let pages = Pages::of(items, SETUP).unwrap();
        let first = |page: &Page| page.fragments[0].ops.len();
        assert_eq!(pages.filled.iter().map(first).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn a_note_has_a_box_on_every_page_it_reaches() {
        let mut items = flow(&[(40.0, KeepWithNext::Auto); 4]);
        for item in &mut items {
            item.note = Some(ElementId(1));
        }
        let pages = Pages::of(items, SETUP).unwrap();
        assert_eq!(pages.filled.len(), 2);
        for page in &pages.filled {
            assert!(matches!(page.fragments[0].ops[..], [DrawOp::Fill(..), DrawOp::Fill(..)]));
        }
    }

    #[test]
    fn more_pages_than_allowed_are_rejected() {
        let items = |count| flow(&vec![(100.0, KeepWithNext::Auto); count]);
        assert!(Pages::of(items(50), SETUP).is_ok());
        assert_eq!(Pages::of(items(51), SETUP).err(), Some(LimitExceeded::Pages));
    }
}
