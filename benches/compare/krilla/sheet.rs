//! A page, and what is drawn on it.

use ::krilla::geom::Rect;
use ::krilla::tagging::ArtifactType;

use super::words::Piece;

pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
pub const LEFT: f32 = 70.0;
pub const RIGHT: f32 = WIDTH - LEFT;

#[derive(Clone)]
pub struct Draw {
    pub owner: Owner,
    pub colour: [u8; 3],
    pub ink: Ink,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Owner {
    Leaf(usize),
    /// It means nothing: a line, a ground, or words that are read elsewhere.
    Nobody(ArtifactType),
}

#[derive(Clone)]
pub enum Ink {
    Words { at: (f32, f32), piece: Piece },
    Area(Rect),
}

/// A rectangle of the page, at least a hair wide and tall.
pub fn area(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect::from_xywh(x, y, width.max(0.1), height.max(0.1)).expect("it has a width and a height")
}
