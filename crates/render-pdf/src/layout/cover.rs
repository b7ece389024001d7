//! The title page.

use ags::document::Document;

use super::flow::{Column, Flow, Slab, Strip};
use super::{Area, Draw, Mark, Piece};
use crate::structure::{ElementId, Role};
use crate::style::{self, Look};

/// Author, title, status and what else the cover says.
pub(super) fn strip(document: &Document, parent: ElementId, flow: &mut Flow<'_>) -> Strip {
    let mut strip = Strip::from([band()]);
    strip.append(&mut words(flow, parent, &document.title, style::TITLE));
    strip.append(&mut words(flow, parent, &document.author, style::AUTHOR));
    strip.push_back(rule());
    if let Some(status) = &document.status {
        strip.append(&mut words(flow, parent, status, style::STATUS));
    }
    if let Some(last) = strip.back_mut() {
        last.below = 24.0;
    }
    strip.append(&mut flow.blocks(parent, &document.cover, Column::PAGE));
    strip
}

fn words(flow: &mut Flow<'_>, parent: ElementId, words: &str, look: Look) -> Strip {
    if words.trim().is_empty() {
        return Strip::new();
    }
    let element = flow.tree.add(parent, Role::Paragraph);
    flow.words(element, words, Column { look, ..Column::PAGE })
}

/// The band of colour along the top of the page.
fn band() -> Slab {
    let above_text = style::FURNITURE_MARGIN + style::FURNITURE.leading + style::FURNITURE_GAP;
    let area = Area { x: 0.0, y: -above_text, width: style::PAGE_WIDTH, height: 16.0 };
    decoration(1.0, Draw::Fill(area, style::ACCENT))
}

/// A short rule between the author and what follows.
fn rule() -> Slab {
    let area = Area { x: style::MARGIN, y: 0.0, width: 96.0, height: 3.0 };
    Slab { above: 20.0, below: 4.0, ..decoration(3.0, Draw::Fill(area, style::ACCENT)) }
}

fn decoration(height: f32, draw: Draw) -> Slab {
    Slab::drawn(height, vec![Piece { mark: Mark::Decoration, draws: vec![draw] }], Vec::new())
}
