//! Text as items of a flow, with the structure elements it belongs to.

use std::rc::Rc;

use ags_document::Inline;

use super::display_list::{Bookmark, Control, ControlKind, Point, translate_all};
use super::flow::{Column, Flow, FlowItem, KeepWithNext};
use super::page::BookmarkPosition;
use super::shaped_text::{Line, RunStyle, ShapedText};
use crate::font::{Face, Shaper};
use crate::structure::{ContentId, ElementId, Role, StructureTree};
use crate::style::{Colour, TextStyle};

/// What is needed to turn text into items of a flow.
pub(super) struct FlowBuilder<'a> {
    pub(super) shaper: &'a mut Shaper,
    pub(super) tree: StructureTree,
    pub(super) bookmarks: Vec<Bookmark>,
    /// Follows the caption of a table on a further page.
    pub(super) continued: &'a str,
}

impl<'a> FlowBuilder<'a> {
    /// A builder whose first bookmark is that of the contents.
    pub(super) fn new(shaper: &'a mut Shaper, contents: Bookmark, continued: &'a str) -> Self {
        Self { shaper, tree: StructureTree::new(), bookmarks: vec![contents], continued }
    }

    /// Records the positions of bookmarks, on pages counted from `first_page`.
    pub(super) fn place_bookmarks(&mut self, positions: &[BookmarkPosition], first_page: usize) {
        for position in positions {
            if let Some(bookmark) = self.bookmarks.get_mut(position.bookmark) {
                bookmark.page = first_page + position.page;
                bookmark.y = position.y;
            }
        }
    }

    /// Plain text of an element, in the style of the column.
    pub(super) fn words(&mut self, element: ElementId, words: &str, column: Column) -> Flow {
        let content = self.tree.content(element);
        let mut shaped = ShapedText::new(column.style);
        shaped.push(self.shaper, words, RunStyle::for_content(column.style, content));
        lines(&shaped, column)
    }

    /// The width of text on one line.
    pub(super) fn width(&mut self, words: &str, style: TextStyle) -> f32 {
        let mut shaped = ShapedText::new(style);
        shaped.push(self.shaper, words, RunStyle::for_content(style, ContentId(0)));
        shaped.lines(f32::MAX).first().map_or(0.0, |line| line.width)
    }

    pub(super) fn paragraph(&mut self, parent: ElementId, inlines: &[Inline], column: Column) -> Flow {
        if inlines.iter().all(|inline| inline.words().trim().is_empty()) {
            return Flow::new();
        }
        let element = self.tree.add(parent, Role::Paragraph);
        lines(&self.shape(element, inlines, column.style), column)
    }

    /// The text of a paragraph, with the elements inside it.
    fn shape(&mut self, paragraph: ElementId, inlines: &[Inline], style: TextStyle) -> ShapedText {
        let mut shaped = ShapedText::new(style);
        let mut own = None;
        for inline in inlines {
            let run_style = match inline {
                Inline::Link { text, target } => self.link(paragraph, text, target, style),
                Inline::Foreign { language, .. } => {
                    let element = self.tree.add(paragraph, Role::Foreign(language.clone()));
                    RunStyle::for_content(style, self.tree.content(element))
                }
                _ => {
                    let content = *own.get_or_insert_with(|| self.tree.content(paragraph));
                    own_run_style(inline, style, content)
                }
            };
            if matches!(inline, Inline::Link { .. } | Inline::Foreign { .. }) {
                own = None;
            }
            shaped.push(self.shaper, inline.words(), run_style);
        }
        shaped
    }

    fn link(&mut self, paragraph: ElementId, text: &str, target: &str, style: TextStyle) -> RunStyle {
        let element = self.tree.add(paragraph, Role::Link);
        let content = self.tree.content(element);
        let link = Control { description: text.trim().into(), kind: ControlKind::Uri(target.into()) };
        let link = Some((element, Rc::new(link)));
        RunStyle { colour: Colour::Link, link, ..RunStyle::for_content(style, content) }
    }
}

/// The run style of text that belongs to the paragraph itself.
fn own_run_style(inline: &Inline, style: TextStyle, content: ContentId) -> RunStyle {
    let plain = RunStyle::for_content(style, content);
    match inline {
        Inline::Strong(_) => RunStyle { face: Face::Bold, ..plain },
        Inline::Mark(_) => RunStyle { face: Face::Bold, colour: Colour::Mark, ..plain },
        _ => plain,
    }
}

/// The lines of shaped text; neither the first nor the last is left alone on a page.
pub(super) fn lines(shaped: &ShapedText, column: Column) -> Flow {
    let lines = shaped.lines(column.width);
    let count = lines.len();
    let item = |(index, line): (usize, Line)| {
        let mut item = positioned(line, column);
        item.above = if index == 0 { column.style.above } else { 0.0 };
        let (from_first, from_last) = (index, count - index - 1);
        if from_last > 0 && (from_first == 0 || from_last == 1) {
            item.keep_with_next = KeepWithNext::Lines;
        }
        item
    };
    lines.into_iter().enumerate().map(item).collect()
}

/// A line at the left of a column.
fn positioned(line: Line, column: Column) -> FlowItem {
    let Line { mut fragments, mut annotations, .. } = line;
    translate_all(&mut fragments, &mut annotations, Point { x: column.x, y: 0.0 });
    FlowItem::drawn(column.style.leading, fragments, annotations)
}
