//! The blocks of the document, in reading order.

use std::slice;

use ags_document::{Block, Inline};
use maud::{Markup, html};

use crate::anchor::Anchors;
use crate::contents::Heading;
use crate::{figure, table};

/// What the blocks drawn so far leave to those that follow.
pub(crate) struct Blocks<'a> {
    /// The headings still to come.
    pub(crate) headings: slice::Iter<'a, Heading<'a>>,
    pub(crate) anchors: Anchors,
}

impl Blocks<'_> {
    pub(crate) fn draw(&mut self, blocks: &[Block]) -> Markup {
        html! { @for block in blocks { (self.block(block)) } }
    }

    fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(inlines) => html! { p { (words(inlines)) } },
            Block::Bullets(items) => html! { ul { (self.items(items)) } },
            Block::Numbered(items) => html! { ol { (self.items(items)) } },
            Block::Table(table) => table::table(table, self),
            Block::Figure(figure) => figure::figure(figure, &mut self.anchors),
            Block::Note { label, blocks } => self.note(label, blocks),
            Block::Together(blocks) => html! { div.together { (self.draw(blocks)) } },
            // A later kind of block is drawn here before the tree knows it.
            _ => html! {},
        }
    }

    fn heading(&mut self, level: u8, words: &str) -> Markup {
        let id = self.headings.next().map(|heading| heading.anchor.as_str());
        match level {
            1 => html! { h1 id=[id] { (words) } },
            2 => html! { h2 id=[id] { (words) } },
            3 => html! { h3 id=[id] { (words) } },
            4 => html! { h4 id=[id] { (words) } },
            5 => html! { h5 id=[id] { (words) } },
            _ => html! { h6 id=[id] { (words) } },
        }
    }

    fn items(&mut self, items: &[Vec<Block>]) -> Markup {
        html! { @for item in items { li { (self.closely(item)) } } }
    }

    /// The blocks of a list item or a cell: a paragraph that stands alone there needs no element of its own.
    pub(crate) fn closely(&mut self, blocks: &[Block]) -> Markup {
        match blocks {
            [Block::Paragraph(inlines)] => words(inlines),
            blocks => self.draw(blocks),
        }
    }

    fn note(&mut self, label: &str, blocks: &[Block]) -> Markup {
        let id = self.anchors.give(label);
        html! {
            div.note role="note" aria-labelledby=(id) {
                p.label id=(id) { (label) }
                (self.draw(blocks))
            }
        }
    }
}

/// The words of a paragraph.
fn words(inlines: &[Inline]) -> Markup {
    html! { @for inline in inlines { (run(inline)) } }
}

fn run(inline: &Inline) -> Markup {
    match inline {
        Inline::Strong(words) => html! { strong { (words) } },
        Inline::Mark(words) => html! { span.mark { (words) } },
        Inline::Link { text, target } => html! { a href=(target) { (text) } },
        Inline::Foreign { language, text } => html! { span lang=(language) dir="auto" { (text) } },
        other => html! { (other.words()) },
    }
}
