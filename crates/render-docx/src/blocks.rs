//! The blocks of a document as paragraphs, tables and drawings.

use ags_document::{Block, Inline, white_space};

use crate::draft::{Context, Draft, Keep};
use crate::numbering::{LEVELS, Numberings};
use crate::paragraph::{ListLabel, ParagraphStyle, run, runs};
use crate::xml::{XmlElement, element};
use crate::{contents, figure, signatures, table};

impl Draft {
    pub(crate) fn blocks<'a>(&mut self, blocks: &[Block], context: Context) -> Vec<XmlElement<'a>> {
        let mut written = Vec::new();
        for (block, context) in context.for_each(blocks) {
            match block {
                Block::Heading { level, text } => written.push(self.heading(*level, text, context)),
                Block::Paragraph(inlines) => written.extend(self.paragraph(inlines, context.paragraph(None))),
                Block::Bullets(items) => {
                    written.append(&mut self.list(items, Numberings::bullets(), context));
                }
                Block::Numbered(items) => {
                    let numbering = self.lists.numbered(context.level.min(LEVELS - 1));
                    written.append(&mut self.list(items, numbering, context));
                }
                Block::Table(table) => {
                    written.extend(table::table(table, context, |cell, context| self.blocks(cell, context)));
                }
                Block::Figure(figure) => written.extend(figure::figure(figure, context, self)),
                Block::Note { label, blocks } => written.append(&mut self.note(label, blocks, context)),
                Block::Together(inner) => {
                    let keep = if context.keep == Keep::Auto { Keep::UntilLast } else { context.keep };
                    written.append(&mut self.blocks(inner, Context { keep, ..context }));
                }
                Block::Signatures(signatures) => {
                    written.append(&mut signatures::signatures(signatures, context));
                }
                _ => {}
            }
        }
        written
    }

    fn heading<'a>(&mut self, level: u8, text: &str, context: Context) -> XmlElement<'a> {
        let style = match level {
            1 => "Heading1",
            2 => "Heading2",
            3 => "Heading3",
            4 => "Heading4",
            5 => "Heading5",
            _ => "Heading6",
        };
        let id = self.headings.to_string();
        let name = contents::bookmark(self.headings);
        self.headings += 1;
        context.style(style).paragraph().children([
            element("w:bookmarkStart").with("w:id", id.clone()).with("w:name", name),
            run(None, white_space::collapse(text)),
            element("w:bookmarkEnd").with("w:id", id),
        ])
    }

    /// A paragraph, unless it has no text.
    fn paragraph<'a>(&mut self, inlines: &[Inline], style: ParagraphStyle) -> Option<XmlElement<'a>> {
        let runs = runs(inlines, &mut self.links);
        (!runs.is_empty()).then(|| style.paragraph().children(runs))
    }

    fn list<'a>(&mut self, items: &[Vec<Block>], numbering: usize, context: Context) -> Vec<XmlElement<'a>> {
        let context = context.in_list();
        let label = ListLabel { numbering, level: context.level.min(LEVELS - 1) };
        let mut written = Vec::new();
        for (item, context) in context.for_each(items) {
            written.append(&mut self.item(item, label, context));
        }
        written
    }

    /// An item: its label is on its first paragraph, or on an empty one if it begins with another block.
    fn item<'a>(&mut self, item: &[Block], label: ListLabel, context: Context) -> Vec<XmlElement<'a>> {
        let (first, rest) = match item {
            [Block::Paragraph(inlines), rest @ ..] => (inlines.as_slice(), rest),
            _ => (&[][..], item),
        };
        let first_context = if rest.is_empty() { context } else { context.before_another() };
        let first = first_context.paragraph(Some(label)).paragraph().children(runs(first, &mut self.links));
        let inside = Context { level: context.level + 1, ..context };
        let mut written = vec![first];
        written.append(&mut self.blocks(rest, inside));
        written
    }

    fn note<'a>(&mut self, label: &str, blocks: &[Block], context: Context) -> Vec<XmlElement<'a>> {
        let mut written = vec![context.before_another().style("NoteLabel").text(label)];
        let inside = Context { style: "Note", last: "NoteEnd", inset: 280, ..context };
        written.append(&mut self.blocks(blocks, inside));
        written
    }
}
