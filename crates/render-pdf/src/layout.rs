//! A document as pages: pieces of text and drawing, each with its place and its tag.
//!
//! Lengths are points of 1/72 inch, from the left edge and from the top edge of the page downwards. Nothing
//! here knows how a PDF file is written.

mod columns;
mod contents;
mod cover;
mod figure;
mod flow;
mod furniture;
mod line;
mod page;
mod table;

use std::rc::Rc;

use ags_document::Document;

use crate::font::{self, Face, Glyph, Shaper};
use crate::structure::{ContentId, ElementId, Role, Tree};
use crate::style::{Colour, Palette};
use flow::{Column, Flow};
use furniture::Furniture;
use page::{Pages, Sheet};

/// A document laid out.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: Tree,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) palette: Palette,
}

/// Everything on one page, in reading order.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) links: Vec<LinkArea>,
}

/// What is drawn under one tag.
#[derive(Clone)]
pub(crate) struct Piece {
    pub(crate) mark: Mark,
    pub(crate) draws: Vec<Draw>,
}

/// What a piece is to a reader who hears the document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mark {
    /// Words of the document.
    Content(ContentId),
    /// The running header.
    Header,
    /// The footer.
    Footer,
    /// What is repeated because the page ended, such as the head of a table.
    Repeat,
    /// Rules, boxes and dots.
    Decoration,
}

/// A place on a page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Spot {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// The four sides of an area on a page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Area {
    pub(crate) x: f32,
    /// Of the upper side.
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

#[derive(Clone)]
pub(crate) enum Draw {
    Text(Run),
    /// A filled rectangle.
    Fill(Area, Colour),
    /// Dots from a spot to the right, over a length.
    Dots(Spot, f32, Colour),
}

/// Words of one look on one line.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) colour: Colour,
    /// Where the line that the letters stand on begins.
    pub(crate) at: Spot,
    pub(crate) text: Rc<str>,
    /// In the order of the text; their starts are bytes of it.
    pub(crate) glyphs: Vec<Glyph>,
}

/// An area of a page that leads somewhere.
#[derive(Clone)]
pub(crate) struct LinkArea {
    pub(crate) element: ElementId,
    pub(crate) area: Area,
    pub(crate) link: Rc<Link>,
}

/// Where a link leads, and the words that say so to whoever does not see it.
pub(crate) struct Link {
    pub(crate) words: String,
    pub(crate) target: Target,
}

pub(crate) enum Target {
    /// An absolute address.
    Address(String),
    /// A bookmark, by its number.
    Bookmark(usize),
}

/// A heading, or the heading over the contents, with the place it came to stand at.
pub(crate) struct Bookmark {
    /// From 1 to 6.
    pub(crate) level: u8,
    pub(crate) title: String,
    /// The number of its page, from 0.
    pub(crate) page: usize,
    /// The top of the heading.
    pub(crate) y: f32,
}

/// The pages would be more than can be made.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TooMuch {
    Pages,
    /// Header and footer leave too little of the page.
    Furniture,
}

impl Piece {
    /// The smallest area that holds all that is drawn; `None` if nothing is.
    pub(crate) fn area(&self) -> Option<Area> {
        self.draws.iter().map(Draw::area).reduce(Area::with)
    }
}

impl Draw {
    fn area(&self) -> Area {
        match self {
            Self::Text(run) => run.area(),
            Self::Fill(area, _) => *area,
            Self::Dots(Spot { x, y }, width, _) => Area { x: *x, y: *y, width: *width, height: 0.0 },
        }
    }

    fn moved(&mut self, by: Spot) {
        match self {
            Self::Text(Run { at, .. }) | Self::Dots(at, ..) => {
                at.x += by.x;
                at.y += by.y;
            }
            Self::Fill(area, _) => area.moved(by),
        }
    }
}

impl Run {
    /// From the top of its tallest letters to the bottom of its deepest.
    fn area(&self) -> Area {
        let width: i64 = self.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        let y = self.at.y - font::RISE * self.size;
        let width = font::points(width, self.size);
        Area { x: self.at.x, y, width, height: (font::RISE + font::FALL) * self.size }
    }
}

impl Area {
    /// The smallest area that holds both.
    fn with(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }

    fn moved(&mut self, by: Spot) {
        self.x += by.x;
        self.y += by.y;
    }
}

/// Lays out a document that has no fault.
pub(crate) fn layout(document: &Document, shaper: &mut Shaper, most_pages: usize) -> Result<Layout, TooMuch> {
    let mut flow = Flow::new(shaper, document);
    let [cover, contents, body] = [(); 3].map(|()| flow.tree.add(Tree::ROOT, Role::Section));
    let furniture = Furniture::measure(document, &mut flow)?;
    let sheet = Sheet { text: furniture.text_area(), most_pages };

    let cover = Pages::of(cover::strip(document, cover, &mut flow), sheet)?;
    let body = Pages::of(flow.blocks(body, &document.body, Column::PAGE), sheet)?;
    let (listing, contents_pages) = contents::set_well(document, &mut flow, sheet)?;
    flow.bookmarked(&body.found, cover.filled.len() + contents_pages);
    let contents = Pages::of(contents::strip(document, contents, listing, &mut flow), sheet)?;
    flow.bookmarked(&contents.found, cover.filled.len());

    let mut pages = cover.filled;
    pages.extend(contents.filled.into_iter().chain(body.filled));
    if pages.len() > most_pages {
        return Err(TooMuch::Pages);
    }
    if let Some(title_page) = pages.first_mut() {
        title_page.pieces.insert(0, cover::band());
    }
    furniture.print(&mut pages, &mut flow);
    let palette = Palette { accent: document.accent };
    Ok(Layout { pages, tree: flow.tree, bookmarks: contents::without_lone(flow.bookmarks), palette })
}
