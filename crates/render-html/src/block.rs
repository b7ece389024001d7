//! The blocks of the document, in reading order.

use std::slice;

use ags_document::{Block, Inline};
use maud::{Markup, html};

use crate::anchor::Anchors;
use crate::contents::Heading;
use crate::{figure, signatures, table};

/// The state that a block leaves to those after it.
pub(crate) struct Blocks<'a> {
    /// The headings still to come.
    pub(crate) headings: slice::Iter<'a, Heading<'a>>,
    pub(crate) anchors: Anchors,
}

impl Blocks<'_> {
    pub(crate) fn render(&mut self, blocks: &[Block]) -> Markup {
        html! { @for block in blocks { (self.block(block)) } }
    }

    fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(inlines) => html! { p { (self::inlines(inlines)) } },
            Block::Bullets(items) => html! { ul { (self.items(items)) } },
            Block::Numbered(items) => html! { ol { (self.items(items)) } },
            Block::Table(table) => {
                let id = self.anchors.unique(&table.caption);
                table::table(table, &id, |cell| self.inside(cell))
            }
            Block::Figure(figure) => figure::figure(figure, &mut self.anchors),
            Block::Note { label, blocks } => self.note(label, blocks),
            Block::Together(blocks) => html! { div.together { (self.render(blocks)) } },
            Block::Signatures(signatures) => signatures::signatures(signatures),
            // A kind of block that this version does not know.
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
        html! { @for item in items { li { (self.inside(item)) } } }
    }

    /// The blocks of a list item or a cell, where a single paragraph needs no element of its own.
    fn inside(&mut self, blocks: &[Block]) -> Markup {
        match blocks {
            [Block::Paragraph(inlines)] => self::inlines(inlines),
            blocks => self.render(blocks),
        }
    }

    fn note(&mut self, label: &str, blocks: &[Block]) -> Markup {
        let id = self.anchors.unique(label);
        html! {
            div.note role="note" aria-labelledby=(id) {
                p.label id=(id) { (label) }
                (self.render(blocks))
            }
        }
    }
}

/// The inlines of a paragraph.
fn inlines(inlines: &[Inline]) -> Markup {
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
