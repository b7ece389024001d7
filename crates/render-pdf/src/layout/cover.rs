//! The title page.

use ags_document::Document;

use super::blocks;
use super::builder::FlowBuilder;
use super::display_list::{ContentTag, DrawOp, Fragment, Point, Rect};
use super::figure;
use super::flow::{Column, Flow, FlowItem};
use super::shaped_text::{RunStyle, ShapedText};
use crate::structure::{ElementId, Role};
use crate::style::{self, Colour, HEADER_FOOTER, TextStyle};

/// The crest placeholder, title, author, status and the blocks of the cover.
pub(super) fn flow(document: &Document, parent: ElementId, builder: &mut FlowBuilder<'_>) -> Flow {
    let mut flow = Flow::from([top(document)]);
    let crest = document.crest.as_deref().filter(|words| !words.trim().is_empty());
    flow.extend(crest.map(|words| crest_placeholder(builder, parent, words)));
    let title = if document.furniture.contents.is_some() { style::TITLE } else { style::SHORT_TITLE };
    flow.append(&mut words(builder, parent, &document.title, title));
    flow.append(&mut words(builder, parent, &document.author, style::AUTHOR));
    flow.push_back(rule());
    if let Some(status) = &document.status {
        flow.append(&mut words(builder, parent, status, style::STATUS));
    }
    if let Some(last) = flow.back_mut() {
        last.below = style::BELOW_TITLES;
    }
    flow.append(&mut blocks::flow(builder, parent, &document.cover, Column::PAGE));
    flow
}

fn words(builder: &mut FlowBuilder<'_>, parent: ElementId, words: &str, style: TextStyle) -> Flow {
    if words.trim().is_empty() {
        return Flow::new();
    }
    let element = builder.tree.add(parent, Role::Paragraph);
    builder.words(element, words, Column { style, ..Column::PAGE })
}

/// The band of colour along the top of the page.
pub(super) fn band() -> Fragment {
    let rect = Rect { x: 0.0, y: 0.0, width: style::PAGE_WIDTH, height: style::BAND };
    Fragment { tag: ContentTag::Decoration, ops: vec![DrawOp::Fill(rect, Colour::Accent)] }
}

/// The space above the content of the page.
fn top(document: &Document) -> FlowItem {
    let below = if document.furniture.contents.is_some() { style::ABOVE_COVER } else { style::BAND };
    FlowItem { below, ..FlowItem::drawn(0.0, Vec::new(), Vec::new()) }
}

/// A square where the crest goes, with its description inside if that fits.
fn crest_placeholder(builder: &mut FlowBuilder<'_>, parent: ElementId, words: &str) -> FlowItem {
    let element = builder.tree.add(parent, Role::Figure { alt: words.trim().into() });
    let tag = ContentTag::Content(builder.tree.content(element));
    let square = Rect { x: style::MARGIN, y: 0.0, width: style::CREST, height: style::CREST };
    let mut ops = vec![DrawOp::Fill(square, Colour::Tint)];
    ops.extend(figure::border(square).map(|side| DrawOp::Fill(side, Colour::Accent)));
    ops.append(&mut centred(builder, words, tag, square));
    FlowItem::drawn(square.height, vec![Fragment { tag, ops }], Vec::new())
}

/// Text in the middle of a rectangle; none where it does not fit.
fn centred(builder: &mut FlowBuilder<'_>, words: &str, tag: ContentTag, rect: Rect) -> Vec<DrawOp> {
    let mut shaped = ShapedText::new(HEADER_FOOTER);
    shaped.push(builder.shaper, words, RunStyle::new(HEADER_FOOTER, tag));
    let room = rect.width - 2.0 * style::CELL_PADDING;
    let lines = shaped.lines(room);
    let height: f32 = lines.iter().map(|_| HEADER_FOOTER.leading).sum();
    if shaped.widest_word(0.0) > room || height > rect.height - 2.0 * style::CELL_PADDING {
        return Vec::new();
    }
    let tops =
        std::iter::successors(Some((rect.height - height) / 2.0), |top| Some(top + HEADER_FOOTER.leading));
    let mut ops = Vec::new();
    for (line, top) in lines.into_iter().zip(tops) {
        let by = Point { x: rect.x + (rect.width - line.width) / 2.0, y: rect.y + top };
        for mut op in line.fragments.into_iter().flat_map(|fragment| fragment.ops) {
            op.translate(by);
            ops.push(op);
        }
    }
    ops
}

/// A short rule between the author and what follows.
fn rule() -> FlowItem {
    let (width, height) = style::COVER_RULE;
    let rect = Rect { x: style::MARGIN, y: 0.0, width, height };
    let fragment = Fragment { tag: ContentTag::Decoration, ops: vec![DrawOp::Fill(rect, Colour::Accent)] };
    FlowItem { above: style::AUTHOR.above, ..FlowItem::drawn(height, vec![fragment], Vec::new()) }
}
