//! Figures as SVG, with their text as text.

use std::fmt::Write as _;

use ags_document::{Align, Drawing, Figure, Fill, Shape};
use maud::{Markup, html};

use crate::anchor::Anchors;

/// The drawing is an image whose name is the alternative text. Text of 12 points in it is as large as the text of the
/// page; on a narrower page it shrinks to three quarters of that, and then the frame scrolls.
pub(crate) fn figure(figure: &Figure, anchors: &mut Anchors) -> Markup {
    let id = anchors.unique(&figure.caption);
    let Drawing { width, height, shapes } = &figure.drawing;
    html! {
        figure.frame aria-labelledby=(id) tabindex="0" {
            figcaption id=(id) { (figure.caption) }
            svg role="img" aria-label=(figure.alt) viewBox={ "0 0 " (width) " " (height) }
                style={ "--width:calc(" (width) "rem/12)" } {
                @for shape in shapes { (self::shape(shape)) }
            }
        }
    }
}

fn shape(shape: &Shape) -> Markup {
    match shape {
        Shape::Area { x, y, width, height, fill } => {
            let class = match fill {
                Fill::Full => "full",
                Fill::Light => "light",
                Fill::Empty => "empty",
            };
            html! { rect class=(class) x=(x) y=(y) width=(width) height=(height) {} }
        }
        Shape::Rule { x, y, across, down } => html! { path d={ "M" (x) " " (y) "l" (across) " " (down) } {} },
        Shape::Squares { .. } => {
            let [x, y, width, height] = shape.ground().unwrap_or_default();
            let mut path = String::new();
            for [x, y, width, height] in shape.black() {
                let _ = write!(path, "M{x} {y}h{width}v{height}h-{width}z");
            }
            html! {
                path.white d={ "M" (x) " " (y) "h" (width) "v" (height) "h-" (width) "z" } {}
                path.black d=(path) {}
            }
        }
        Shape::Words { x, y, align, strong, text } => {
            let anchor = match align {
                Align::Start => None,
                Align::Middle => Some("middle"),
                Align::End => Some("end"),
            };
            html! { text.strong[*strong] x=(x) y=(y) text-anchor=[anchor] { (text) } }
        }
        // A kind of shape that this version does not know.
        _ => html! {},
    }
}
