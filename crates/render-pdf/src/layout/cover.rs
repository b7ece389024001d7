//! The title page.

use ags_document::Document;

use super::figure;
use super::flow::{Column, Flow, Slab, Strip};
use super::line::{Passage, Voice};
use super::{Area, Draw, Mark, Piece, Spot};
use crate::structure::{ElementId, Role};
use crate::style::{self, Colour, FURNITURE, Look};

/// The place of the crest, title, author, status and what else the cover says.
pub(super) fn strip(document: &Document, parent: ElementId, flow: &mut Flow<'_>) -> Strip {
    let mut strip = Strip::from([top()]);
    let crest = document.crest.as_deref().filter(|words| !words.trim().is_empty());
    strip.extend(crest.map(|words| crest_place(flow, parent, words)));
    strip.append(&mut words(flow, parent, &document.title, style::TITLE));
    strip.append(&mut words(flow, parent, &document.author, style::AUTHOR));
    strip.push_back(rule());
    if let Some(status) = &document.status {
        strip.append(&mut words(flow, parent, status, style::STATUS));
    }
    if let Some(last) = strip.back_mut() {
        last.below = style::BELOW_TITLES;
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
pub(super) fn band() -> Piece {
    let area = Area { x: 0.0, y: 0.0, width: style::PAGE_WIDTH, height: style::BAND };
    Piece { mark: Mark::Decoration, draws: vec![Draw::Fill(area, Colour::Accent)] }
}

/// The room above the first of what stands on the page.
fn top() -> Slab {
    Slab { below: style::ABOVE_COVER, ..Slab::drawn(0.0, Vec::new(), Vec::new()) }
}

/// A square where the crest goes, with the words for it inside where they fit.
fn crest_place(flow: &mut Flow<'_>, parent: ElementId, words: &str) -> Slab {
    let element = flow.tree.add(parent, Role::Figure { alt: words.trim().into() });
    let mark = Mark::Content(flow.tree.content(element));
    let square = Area { x: style::MARGIN, y: 0.0, width: style::CREST, height: style::CREST };
    let mut draws = vec![Draw::Fill(square, Colour::Tint)];
    draws.extend(figure::edge(square).map(|side| Draw::Fill(side, Colour::Accent)));
    draws.append(&mut centred(flow, words, mark, square));
    Slab::drawn(square.height, vec![Piece { mark, draws }], Vec::new())
}

/// Words in the middle of an area; none where they do not fit.
fn centred(flow: &mut Flow<'_>, words: &str, mark: Mark, area: Area) -> Vec<Draw> {
    let mut passage = Passage::new(FURNITURE);
    passage.push(flow.shaper, words, Voice::beside(FURNITURE, mark));
    let room = area.width - 2.0 * style::CELL_PADDING;
    let lines = passage.lines(room);
    let height: f32 = lines.iter().map(|_| FURNITURE.leading).sum();
    if passage.widest_word(0.0) > room || height > area.height - 2.0 * style::CELL_PADDING {
        return Vec::new();
    }
    let tops = std::iter::successors(Some((area.height - height) / 2.0), |top| Some(top + FURNITURE.leading));
    let mut draws = Vec::new();
    for (line, top) in lines.into_iter().zip(tops) {
        let by = Spot { x: area.x + (area.width - line.width) / 2.0, y: area.y + top };
        for mut draw in line.pieces.into_iter().flat_map(|piece| piece.draws) {
            draw.moved(by);
            draws.push(draw);
        }
    }
    draws
}

/// A short rule between the author and what follows.
fn rule() -> Slab {
    let (width, height) = style::COVER_RULE;
    let area = Area { x: style::MARGIN, y: 0.0, width, height };
    let piece = Piece { mark: Mark::Decoration, draws: vec![Draw::Fill(area, Colour::Accent)] };
    Slab { above: style::AUTHOR.above, ..Slab::drawn(height, vec![piece], Vec::new()) }
}
