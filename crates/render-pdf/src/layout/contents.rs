//! The list of contents: headings with the numbers of their pages, each a link.

use std::rc::Rc;

use ags_document::Document;

use super::flow::{Column, Flow, Holds, Strip, set};
use super::line::{Passage, Voice};
use super::page::{Pages, Sheet};
use super::{Area, Bookmark, Draw, Link, LinkArea, Mark, Piece, Spot, Target, TooMuch};
use crate::structure::{ElementId, Role, Tree};
use crate::style::{self, Colour, Listing, Look};

/// The bookmark of the contents itself, the first of all.
pub(super) fn bookmark(document: &Document) -> Bookmark {
    Bookmark { level: 1, title: document.furniture.contents.clone(), page: 0, y: 0.0 }
}

/// Drops the bookmark of the contents where there are no contents.
pub(super) fn without_lone(mut bookmarks: Vec<Bookmark>) -> Vec<Bookmark> {
    if bookmarks.len() == 1 {
        bookmarks.clear();
    }
    bookmarks
}

/// The first way to set the contents that leaves no page almost empty, and how many pages they take, whatever
/// the numbers in them. Where every way leaves one, the first.
pub(super) fn set_well(
    document: &Document,
    flow: &mut Flow<'_>,
    sheet: Sheet,
) -> Result<(Listing, usize), TooMuch> {
    let mut first = None;
    for listing in style::LISTINGS {
        let tree = std::mem::replace(&mut flow.tree, Tree::new());
        let strip = strip(document, Tree::ROOT, listing, flow);
        flow.tree = tree;
        let pages = Pages::of(strip, sheet)?;
        let count = pages.filled.len();
        if count <= 1 || pages.last_filled() >= style::LEAST_LISTED * sheet.text.height {
            return Ok((listing, count));
        }
        first.get_or_insert((listing, count));
    }
    Ok(first.unwrap_or((style::LISTINGS[0], 0)))
}

/// The contents, with the page numbers that the bookmarks have.
pub(super) fn strip(document: &Document, parent: ElementId, listing: Listing, flow: &mut Flow<'_>) -> Strip {
    let entries = entries(&flow.bookmarks, listing.depth);
    if entries.is_empty() {
        return Strip::new();
    }
    let heading = flow.tree.add(parent, Role::Heading(1));
    let column = Column { look: style::heading(1), ..Column::PAGE };
    let mut strip = flow.words(heading, &document.furniture.contents, column);
    if let Some(first) = strip.front_mut() {
        first.bookmark = Some(0);
    }
    let mut lists = Lists { open: vec![flow.tree.add(parent, Role::Contents)], items: Vec::new() };
    for entry in &entries {
        let item = lists.item(entry.level, &mut flow.tree);
        strip.append(&mut entry.strip(item, listing, flow));
    }
    strip
}

/// A heading in the contents.
struct Entry {
    level: u8,
    title: String,
    bookmark: usize,
    /// The number of its page, from 1.
    page: usize,
}

fn entries(bookmarks: &[Bookmark], depth: u8) -> Vec<Entry> {
    let headings = bookmarks.iter().enumerate().skip(1);
    let listed = headings.filter(|(_, heading)| heading.level <= depth);
    listed
        .map(|(bookmark, Bookmark { level, title, page, .. })| Entry {
            level: *level,
            title: title.clone(),
            bookmark,
            page: page + 1,
        })
        .collect()
}

/// The lists that are open, one for each level, and the last item of each.
struct Lists {
    open: Vec<ElementId>,
    items: Vec<ElementId>,
}

impl Lists {
    /// A new item in the list of a level; the list of a lower level stands in the last item above it.
    fn item(&mut self, level: u8, tree: &mut Tree) -> ElementId {
        let above = usize::from(level) - 1;
        self.open.truncate(above + 1);
        self.items.truncate(above);
        while let (true, Some(&item)) = (self.open.len() <= above, self.items.last()) {
            self.open.push(tree.add(item, Role::Contents));
        }
        let list = self.open.last().copied().unwrap_or(Tree::ROOT);
        let item = tree.add(list, Role::ContentsEntry);
        self.items.push(item);
        item
    }
}

impl Entry {
    /// The lines of the entry: its title, dots, and the number of the page at the end of the last line.
    fn strip(&self, item: ElementId, listing: Listing, flow: &mut Flow<'_>) -> Strip {
        let (look, indent) = match self.level {
            1 => (listing.first, 0.0),
            level => (listing.further, f32::from(level - 1) * style::CONTENTS_INDENT),
        };
        let width = style::TEXT_WIDTH - indent - style::CONTENTS_NUMBERS;
        let column = Column { x: style::MARGIN + indent, width, look };
        let voice = self.voice(item, flow, look);
        let mut title = Passage::new(look);
        title.push(flow.shaper, &self.title, voice.clone());
        title.push(flow.shaper, " ", voice.clone());
        let title_width = title.lines(width).last().map_or(0.0, |line| line.width);
        let mut strip = set(&title, column);
        let mut number = Passage::new(look);
        number.push(flow.shaper, &self.page.to_string(), voice);
        if let Some(Holds::Drawn { pieces, links, .. }) = strip.back_mut().map(|slab| &mut slab.holds) {
            let from = column.x + title_width + 6.0;
            end_with_number(pieces, links, &number, from);
        }
        strip
    }

    fn voice(&self, item: ElementId, flow: &mut Flow<'_>, look: Look) -> Voice {
        let reference = flow.tree.add(item, Role::Reference);
        let element = flow.tree.add(reference, Role::Link);
        let content = flow.tree.content(element);
        let words = format!("{}, {}", self.title, self.page);
        let link = Link { words, target: Target::Bookmark(self.bookmark) };
        Voice { link: Some((element, Rc::new(link))), ..Voice::of(look, content) }
    }
}

/// Sets the number at the right edge of the text, and dots from the title to it.
fn end_with_number(pieces: &mut Vec<Piece>, links: &mut [LinkArea], number: &Passage, from: f32) {
    let right = style::MARGIN + style::TEXT_WIDTH;
    let Some(line) = number.lines(f32::MAX).into_iter().next() else { return };
    let x = right - line.width;
    let dots = x - 6.0 - from;
    if dots > 0.0 {
        let draws = vec![Draw::Dots(Spot { x: from, y: number.baseline() - 1.0 }, dots, Colour::Quiet)];
        pieces.push(Piece { mark: Mark::Decoration, draws });
    }
    for mut piece in line.pieces {
        piece.draws.iter_mut().for_each(|draw| draw.moved(Spot { x, y: 0.0 }));
        pieces.push(piece);
    }
    if let Some(LinkArea { area: Area { x, width, .. }, .. }) = links.last_mut() {
        *width = right - *x;
    }
}
