//! Figures: the shapes of a drawing as fills and text, on one page with their caption.

use ags_document::{Align, Figure, Fill, Shape};

use super::builder::FlowBuilder;
use super::display_list::{ContentTag, DrawOp, Fragment, Point, Rect};
use super::flow::{Column, Flow, FlowItem, KeepWithNext};
use super::shaped_text::{RunStyle, ShapedText};
use crate::font::Face;
use crate::structure::{ElementId, Role};
use crate::style::{self, CAPTION, COMPACT, Colour, TextStyle};

/// The caption of a figure and, kept with it, the drawing.
pub(super) fn flow(
    builder: &mut FlowBuilder<'_>,
    parent: ElementId,
    figure: &Figure,
    column: Column,
) -> Flow {
    let element = builder.tree.add(parent, Role::Figure { alt: figure.alt.clone() });
    let caption = builder.tree.add(element, Role::Caption);
    let mut flow = builder.words(caption, &figure.caption, Column { style: CAPTION, ..column });
    for item in &mut flow {
        item.keep_with_next = KeepWithNext::Lines;
    }
    let tag = ContentTag::Content(builder.tree.content(element));
    let mut ops = Vec::new();
    for shape in &figure.drawing.shapes {
        ops.append(&mut drawn(builder, shape, column, tag));
    }
    let drawing = FlowItem::drawn(f32::from(figure.drawing.height), vec![Fragment { tag, ops }], Vec::new());
    flow.push_back(FlowItem { above: style::BELOW_CAPTION, below: style::BELOW_TABLE, ..drawing });
    flow
}

/// A shape, from the upper left corner of the drawing at the left of a column.
fn drawn(builder: &mut FlowBuilder<'_>, shape: &Shape, column: Column, tag: ContentTag) -> Vec<DrawOp> {
    let at = |x: u16, y: u16| Point { x: column.x + f32::from(x), y: f32::from(y) };
    match shape {
        Shape::Area { x, y, width, height, fill } => {
            let Point { x, y } = at(*x, *y);
            filled(Rect { x, y, width: f32::from(*width), height: f32::from(*height) }, *fill)
        }
        Shape::Rule { x, y, across, down } => {
            let Point { x, y } = at(*x, *y);
            let (width, height) = (f32::from(*across), f32::from(*down));
            let thick = style::HAIRLINE;
            vec![DrawOp::Fill(
                Rect { x, y, width: width.max(thick), height: height.max(thick) },
                Colour::Rule,
            )]
        }
        Shape::Squares { .. } => {
            let rect = |[x, y, width, height]: [u16; 4]| {
                let Point { x, y } = at(x, y);
                Rect { x, y, width: f32::from(width), height: f32::from(height) }
            };
            let ground = shape.ground().map(|ground| DrawOp::Fill(rect(ground), Colour::White));
            let black = shape.black().into_iter().map(|black| DrawOp::Fill(rect(black), Colour::Black));
            ground.into_iter().chain(black).collect()
        }
        Shape::Words { x, y, align, strong, text } => {
            let face = if *strong { Face::Bold } else { Face::Regular };
            let mut shaped = ShapedText::new(TextStyle { face, ..COMPACT });
            shaped.push(builder.shaper, text, RunStyle::new(TextStyle { face, ..COMPACT }, tag));
            words(&shaped, *align, at(*x, *y), column)
        }
        _ => Vec::new(),
    }
}

/// A fill, with a border unless it is full.
fn filled(rect: Rect, fill: Fill) -> Vec<DrawOp> {
    let ground = match fill {
        Fill::Full => Some(Colour::Accent),
        Fill::Light => Some(Colour::Tint),
        Fill::Empty => None,
    };
    let mut ops: Vec<DrawOp> = ground.map(|colour| DrawOp::Fill(rect, colour)).into_iter().collect();
    if fill != Fill::Full {
        ops.extend(border(rect).map(|side| DrawOp::Fill(side, Colour::Accent)));
    }
    ops
}

/// The four sides of an area, inside it.
pub(super) fn border(rect: Rect) -> [Rect; 4] {
    let Rect { x, y, width, height } = rect;
    let thick = style::BORDER.min(width / 2.0).min(height / 2.0);
    [
        Rect { height: thick, ..rect },
        Rect { y: y + height - thick, height: thick, ..rect },
        Rect { width: thick, ..rect },
        Rect { x: x + width - thick, width: thick, ..rect },
    ]
}

/// Text on one line, moved only as far as needed to stay in the column.
fn words(shaped: &ShapedText, align: Align, at: Point, column: Column) -> Vec<DrawOp> {
    let Some(line) = shaped.lines(f32::MAX).into_iter().next() else { return Vec::new() };
    let begins = at.x
        - match align {
            Align::Start => 0.0,
            Align::Middle => line.width / 2.0,
            Align::End => line.width,
        };
    let last = (column.x + column.width - line.width).max(column.x);
    let by = Point { x: begins.clamp(column.x, last), y: at.y - shaped.baseline() };
    let mut ops: Vec<DrawOp> = line.fragments.into_iter().flat_map(|fragment| fragment.ops).collect();
    for op in &mut ops {
        op.translate(by);
    }
    ops
}
