//! Drawings: areas, lines and words, each with its position.

use serde::Serialize;

/// A drawing with its caption and its alternative text.
///
/// A table next to it has the numbers it shows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Figure {
    /// What the figure shows; never empty in a document that renders.
    pub caption: String,
    /// What a reader would see in it, for one who does not; never empty in a document that renders.
    pub alt: String,
    /// The drawing.
    pub drawing: Drawing,
}

/// A drawing in units of a point, 1/72 inch, from its upper left corner to the right and downwards.
///
/// All words are of 12 points. A renderer may scale the whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Drawing {
    /// How wide it is; from 1 to [`Drawing::WIDEST`].
    pub width: u16,
    /// How tall it is; from 1 to [`Drawing::TALLEST`].
    pub height: u16,
    /// What is drawn, the first below the others; the words are read in this order.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// The width of the text on a page of A4.
    pub const WIDEST: u16 = 450;
    /// What fits on one page of A4 with its caption.
    pub const TALLEST: u16 = 490;
    /// The most characters of words on one line, inclusive: what fits in 450 points even in the widest letters.
    pub const LONGEST_WORDS: usize = 36;
}

/// A part of a drawing; all of it is inside the drawing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Shape {
    /// A rectangle.
    Area {
        /// Its left edge.
        x: u16,
        /// Its upper edge.
        y: u16,
        /// How wide it is.
        width: u16,
        /// How tall it is.
        height: u16,
        /// How it is filled.
        fill: Fill,
    },
    /// A thin rule from the left to the right or downwards, to guide the eye.
    Rule {
        /// Where it begins.
        x: u16,
        /// Where it begins.
        y: u16,
        /// How far it goes to the right; 0 for one that goes down.
        across: u16,
        /// How far it goes down; 0 for one that goes to the right.
        down: u16,
    },
    /// Black squares on a white ground, as of a QR code: the same in every colour scheme.
    Squares {
        /// The left edge of the first in a row.
        x: u16,
        /// The upper edge of the first row.
        y: u16,
        /// The side of a square.
        side: u16,
        /// The rows from the top, each from the left: whether a square is black.
        rows: Vec<Vec<bool>>,
    },
    /// Words on one line; never empty in a document that renders, and at most [`Drawing::LONGEST_WORDS`] long.
    Words {
        /// Where they begin, end or have their middle.
        x: u16,
        /// The baseline of the letters.
        y: u16,
        /// Which part of them is at `x`.
        align: Align,
        /// Whether they are bold.
        strong: bool,
        /// The words.
        text: String,
    },
}

impl Shape {
    /// The rectangle of [`Shape::Squares`]: its left and upper edge, its width and its height; `None` for another shape.
    /// Sides that are too long for a drawing are cut off.
    #[must_use]
    pub fn ground(&self) -> Option<[u16; 4]> {
        let Self::Squares { x, y, side, rows } = self else { return None };
        let length = |count: usize| u16::try_from(count).unwrap_or(u16::MAX).saturating_mul(*side);
        let longest = rows.iter().map(Vec::len).max().unwrap_or(0);
        Some([*x, *y, length(longest), length(rows.len())])
    }

    /// The black squares of [`Shape::Squares`], those beside each other joined: each as its left and upper edge, its width
    /// and its height.
    #[must_use]
    pub fn black(&self) -> Vec<[u16; 4]> {
        let Self::Squares { x, y, side, rows } = self else { return Vec::new() };
        let along = |from: u16, count: usize| {
            u16::try_from(count).unwrap_or(u16::MAX).saturating_mul(*side).saturating_add(from)
        };
        let mut black = Vec::new();
        for (row, squares) in rows.iter().enumerate() {
            let mut column = 0;
            for run in squares.chunk_by(PartialEq::eq) {
                if run.first() == Some(&true) {
                    black.push([along(*x, column), along(*y, row), along(0, run.len()), *side]);
                }
                column += run.len();
            }
        }
        black
    }
}

/// How an area is filled. The fills differ in lightness and in their edges, so that they can be distinguished without colour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// With the accent.
    Full,
    /// With a light tint, and an edge of the accent.
    Light,
    /// Not at all, with an edge of the accent.
    Empty,
}

/// Which part of a line of words is at its position.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}
