//! What is drawn on the pages: fragments of text and graphics, each with its position and its tag.
//!
//! Lengths are points of 1/72 inch, measured from the left edge of the page and from its top edge downwards.

use std::rc::Rc;

use crate::font::{self, Face, Glyph};
use crate::structure::{ContentId, ElementId};
use crate::style::{self, Colour};

/// Everything on one page, in reading order.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) fragments: Vec<Fragment>,
    pub(crate) annotations: Vec<Annotation>,
}

/// What is drawn as one marked-content sequence.
#[derive(Clone)]
pub(crate) struct Fragment {
    pub(crate) tag: ContentTag,
    pub(crate) ops: Vec<DrawOp>,
}

/// What a fragment is to assistive technology: content of the document, or a kind of artifact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ContentTag {
    /// Text of the document.
    Content(ContentId),
    /// The running header.
    Header,
    /// The footer.
    Footer,
    /// Content repeated after a page break, such as the head of a table.
    Repeat,
    /// Rules, boxes and dot leaders.
    Decoration,
}

/// A position on a page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Point {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// A rectangle on a page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Rect {
    pub(crate) x: f32,
    /// Of the upper side.
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

#[derive(Clone)]
pub(crate) enum DrawOp {
    Text(Run),
    /// A filled rectangle.
    Fill(Rect, Colour),
    /// A dotted line from a point to the right, of a given length.
    Dots(Point, f32, Colour),
}

/// Text of one style on one line.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) colour: Colour,
    /// The start of the baseline.
    pub(crate) at: Point,
    pub(crate) text: Rc<str>,
    /// In the order of the text; their starts are byte offsets into it.
    pub(crate) glyphs: Vec<Glyph>,
}

/// The part of a page that a control covers.
#[derive(Clone)]
pub(crate) struct Annotation {
    pub(crate) element: ElementId,
    pub(crate) rect: Rect,
    pub(crate) control: Rc<Control>,
}

/// What a reader can use on a page, with a description for assistive technology.
pub(crate) struct Control {
    pub(crate) description: String,
    pub(crate) kind: ControlKind,
}

/// What a control is.
pub(crate) enum ControlKind {
    /// A link to an absolute URI.
    Uri(String),
    /// A link to a bookmark, by its index.
    Bookmark(usize),
    /// A field for an electronic signature.
    SignatureField,
}

/// A heading of the body or of the contents, with its final position.
pub(crate) struct Bookmark {
    /// From 1 to 6.
    pub(crate) level: u8,
    pub(crate) title: String,
    /// The index of its page, from 0.
    pub(crate) page: usize,
    /// The top of the heading.
    pub(crate) y: f32,
}

impl Fragment {
    /// The smallest rectangle around everything drawn; `None` if nothing is.
    pub(crate) fn bounds(&self) -> Option<Rect> {
        self.ops.iter().map(DrawOp::bounds).reduce(Rect::union)
    }
}

impl DrawOp {
    pub(crate) fn bounds(&self) -> Rect {
        match self {
            Self::Text(run) => run.bounds(),
            Self::Fill(rect, _) => *rect,
            Self::Dots(Point { x, y }, width, _) => Rect { x: *x, y: *y, width: *width, height: 0.0 },
        }
    }

    pub(crate) fn translate(&mut self, by: Point) {
        match self {
            Self::Text(Run { at, .. }) | Self::Dots(at, ..) => {
                at.x += by.x;
                at.y += by.y;
            }
            Self::Fill(rect, _) => rect.translate(by),
        }
    }
}

impl Run {
    /// From the ascent to the descent of the font.
    fn bounds(&self) -> Rect {
        let width: i64 = self.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        let y = self.at.y - font::ASCENT * self.size;
        let width = font::points(width, self.size);
        Rect { x: self.at.x, y, width, height: (font::ASCENT + font::DESCENT) * self.size }
    }
}

impl Rect {
    /// The smallest rectangle around both.
    fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// Its left, lower, right and upper side, measured from the lower left corner of the page.
    pub(crate) fn to_page(self) -> [f32; 4] {
        let upper = style::PAGE_HEIGHT - self.y;
        [self.x, upper - self.height, self.x + self.width, upper]
    }

    fn translate(&mut self, by: Point) {
        self.x += by.x;
        self.y += by.y;
    }
}

pub(crate) fn translate_all(fragments: &mut [Fragment], annotations: &mut [Annotation], by: Point) {
    for op in fragments.iter_mut().flat_map(|fragment| &mut fragment.ops) {
        op.translate(by);
    }
    for link in annotations {
        link.rect.translate(by);
    }
}
