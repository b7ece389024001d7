//! Figures: the shapes of a drawing as fills and words, whole on one page with their caption.

use ags_document::{Align, Figure, Fill, Shape};

use super::flow::{Column, Flow, Join, Slab, Strip};
use super::line::{Passage, Voice};
use super::{Area, Draw, Mark, Piece, Spot};
use crate::font::Face;
use crate::structure::{ElementId, Role};
use crate::style::{self, CAPTION, CLOSE, Colour, Look};

/// The caption of a figure and, joined to it, the drawing.
pub(super) fn slabs(flow: &mut Flow<'_>, parent: ElementId, figure: &Figure, column: Column) -> Strip {
    let element = flow.tree.add(parent, Role::Figure { alt: figure.alt.clone() });
    let caption = flow.tree.add(element, Role::Caption);
    let mut strip = flow.words(caption, &figure.caption, Column { look: CAPTION, ..column });
    for slab in &mut strip {
        slab.join = Join::Lines;
    }
    let mark = Mark::Content(flow.tree.content(element));
    let mut draws = Vec::new();
    for shape in &figure.drawing.shapes {
        draws.append(&mut drawn(flow, shape, column, mark));
    }
    let drawing = Slab::drawn(f32::from(figure.drawing.height), vec![Piece { mark, draws }], Vec::new());
    strip.push_back(Slab { above: style::BELOW_CAPTION, below: style::BELOW_TABLE, ..drawing });
    strip
}

/// A shape, from the upper left corner of the drawing at the left of a column.
fn drawn(flow: &mut Flow<'_>, shape: &Shape, column: Column, mark: Mark) -> Vec<Draw> {
    let at = |x: u16, y: u16| Spot { x: column.x + f32::from(x), y: f32::from(y) };
    match shape {
        Shape::Area { x, y, width, height, fill } => {
            let Spot { x, y } = at(*x, *y);
            filled(Area { x, y, width: f32::from(*width), height: f32::from(*height) }, *fill)
        }
        Shape::Rule { x, y, across, down } => {
            let Spot { x, y } = at(*x, *y);
            let (width, height) = (f32::from(*across), f32::from(*down));
            let thick = style::HAIRLINE;
            vec![Draw::Fill(Area { x, y, width: width.max(thick), height: height.max(thick) }, Colour::Rule)]
        }
        Shape::Words { x, y, align, strong, text } => {
            let face = if *strong { Face::Bold } else { Face::Regular };
            let mut passage = Passage::new(Look { face, ..CLOSE });
            passage.push(flow.shaper, text, Voice::beside(Look { face, ..CLOSE }, mark));
            words(&passage, *align, at(*x, *y), column)
        }
        _ => Vec::new(),
    }
}

/// A fill, and the edge of one that is not full.
fn filled(area: Area, fill: Fill) -> Vec<Draw> {
    let ground = match fill {
        Fill::Full => Some(Colour::Accent),
        Fill::Light => Some(Colour::Tint),
        Fill::Empty => None,
    };
    let mut draws: Vec<Draw> = ground.map(|colour| Draw::Fill(area, colour)).into_iter().collect();
    if fill != Fill::Full {
        draws.extend(edge(area).map(|side| Draw::Fill(side, Colour::Accent)));
    }
    draws
}

/// The four sides of an area, inside it.
pub(super) fn edge(area: Area) -> [Area; 4] {
    let Area { x, y, width, height } = area;
    let thick = style::EDGE.min(width / 2.0).min(height / 2.0);
    [
        Area { height: thick, ..area },
        Area { y: y + height - thick, height: thick, ..area },
        Area { width: thick, ..area },
        Area { x: x + width - thick, width: thick, ..area },
    ]
}

/// Words on one line, moved as little as keeps them in the column.
fn words(passage: &Passage, align: Align, at: Spot, column: Column) -> Vec<Draw> {
    let Some(line) = passage.lines(f32::MAX).into_iter().next() else { return Vec::new() };
    let begins = at.x
        - match align {
            Align::Start => 0.0,
            Align::Middle => line.width / 2.0,
            Align::End => line.width,
        };
    let last = (column.x + column.width - line.width).max(column.x);
    let by = Spot { x: begins.clamp(column.x, last), y: at.y - passage.baseline() };
    let mut draws: Vec<Draw> = line.pieces.into_iter().flat_map(|piece| piece.draws).collect();
    for draw in &mut draws {
        draw.moved(by);
    }
    draws
}
