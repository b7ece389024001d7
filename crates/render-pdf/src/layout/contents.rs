//! The list of contents: headings with the numbers of their pages, each a link.

use std::rc::Rc;

use ags_document::Document;

use super::builder::{self, FlowBuilder};
use super::display_list::{
    Annotation, Bookmark, ContentTag, Control, ControlKind, DrawOp, Fragment, Point, Rect,
};
use super::flow::{Column, Content, Flow};
use super::page::{LimitExceeded, Pages};
use super::shaped_text::{RunStyle, ShapedText};
use crate::structure::{ElementId, Role, StructureTree};
use crate::style::{self, Colour, ContentsStyle, TextStyle};

/// The bookmark of the contents, the first of all; where there are none, it leads to the title by its words.
pub(super) fn bookmark(document: &Document) -> Bookmark {
    let title = document.furniture.contents.as_ref().unwrap_or(&document.title);
    Bookmark { level: 1, title: title.clone(), page: 0, y: 0.0 }
}

/// Drops the bookmark of the contents where there is no other.
pub(super) fn drop_lone(mut bookmarks: Vec<Bookmark>) -> Vec<Bookmark> {
    if bookmarks.len() == 1 {
        bookmarks.clear();
    }
    bookmarks
}

/// The first style in which the contents fit below the cover, on no page of their own; else the first that leaves no page
/// almost empty, with the number of pages they take, which does not depend on the page numbers in them; else the first.
pub(super) fn choose_style(
    document: &Document,
    builder: &mut FlowBuilder<'_>,
    cover: &Pages,
) -> Result<(ContentsStyle, usize), LimitExceeded> {
    let mut on_pages = Vec::new();
    for contents_style in style::CONTENTS_STYLES {
        let tree = std::mem::replace(&mut builder.tree, StructureTree::new());
        let flow = flow(document, StructureTree::ROOT, contents_style, builder);
        builder.tree = tree;
        if cover.has_room(&flow) {
            return Ok((contents_style, 0));
        }
        let pages = Pages::of(flow, cover.setup)?;
        let count = pages.filled.len();
        let full = count <= 1 || pages.last_filled() >= style::LEAST_LAST_PAGE * cover.setup.text.height;
        on_pages.push((full, contents_style, count));
    }
    let chosen = on_pages.iter().find(|(full, ..)| *full).or(on_pages.first());
    Ok(chosen.map_or((style::CONTENTS_STYLES[0], 0), |(_, contents_style, count)| (*contents_style, *count)))
}

/// The contents, with the page numbers of the bookmarks.
pub(super) fn flow(
    document: &Document,
    parent: ElementId,
    contents_style: ContentsStyle,
    builder: &mut FlowBuilder<'_>,
) -> Flow {
    let entries = entries(&builder.bookmarks, contents_style.depth);
    let Some(title) = document.furniture.contents.as_ref().filter(|_| !entries.is_empty()) else {
        return Flow::new();
    };
    let heading = builder.tree.add(parent, Role::Heading(1));
    let column = Column { style: style::heading(1), ..Column::PAGE };
    let mut flow = builder.words(heading, title, column);
    if let Some(first) = flow.front_mut() {
        first.bookmark = Some(0);
    }
    let mut lists = OpenLists { open: vec![builder.tree.add(parent, Role::Contents)], items: Vec::new() };
    for entry in &entries {
        let item = lists.item(entry.level, &mut builder.tree);
        flow.append(&mut entry.lines(item, contents_style, builder));
    }
    flow
}

/// A heading in the contents.
struct ContentsEntry {
    level: u8,
    title: String,
    bookmark: usize,
    /// Its page number, from 1.
    page: usize,
}

fn entries(bookmarks: &[Bookmark], depth: u8) -> Vec<ContentsEntry> {
    let headings = bookmarks.iter().enumerate().skip(1);
    let listed = headings.filter(|(_, heading)| heading.level <= depth);
    listed
        .map(|(bookmark, Bookmark { level, title, page, .. })| ContentsEntry {
            level: *level,
            title: title.clone(),
            bookmark,
            page: page + 1,
        })
        .collect()
}

/// The open lists, one for each level, and the last item of each.
struct OpenLists {
    open: Vec<ElementId>,
    items: Vec<ElementId>,
}

impl OpenLists {
    /// A new item in the list of a level; a nested list is in the last item of the level above.
    fn item(&mut self, level: u8, tree: &mut StructureTree) -> ElementId {
        let above = usize::from(level) - 1;
        self.open.truncate(above + 1);
        self.items.truncate(above);
        while let (true, Some(&item)) = (self.open.len() <= above, self.items.last()) {
            self.open.push(tree.add(item, Role::Contents));
        }
        let list = self.open.last().copied().unwrap_or(StructureTree::ROOT);
        let item = tree.add(list, Role::ContentsEntry);
        self.items.push(item);
        item
    }
}

impl ContentsEntry {
    /// The lines of the entry: its title, dots, and the page number at the end of the last line.
    fn lines(&self, item: ElementId, contents_style: ContentsStyle, builder: &mut FlowBuilder<'_>) -> Flow {
        let (style, indent) = match self.level {
            1 => (contents_style.first, 0.0),
            level => (contents_style.further, f32::from(level - 1) * style::CONTENTS_INDENT),
        };
        let width = style::TEXT_WIDTH - indent - style::CONTENTS_NUMBERS;
        let column = Column { x: style::MARGIN + indent, width, style };
        let run_style = self.run_style(item, builder, style);
        let mut title = ShapedText::new(style);
        title.push(builder.shaper, &self.title, run_style.clone());
        title.push(builder.shaper, " ", run_style.clone());
        let title_width = title.lines(width).last().map_or(0.0, |line| line.width);
        let mut flow = builder::lines(&title, column);
        let mut number = ShapedText::new(style);
        number.push(builder.shaper, &self.page.to_string(), run_style);
        if let Some(Content::Drawn { fragments, annotations, .. }) =
            flow.back_mut().map(|item| &mut item.content)
        {
            let from = column.x + title_width + 6.0;
            end_with_number(fragments, annotations, &number, from);
        }
        flow
    }

    fn run_style(&self, item: ElementId, builder: &mut FlowBuilder<'_>, style: TextStyle) -> RunStyle {
        let reference = builder.tree.add(item, Role::Reference);
        let element = builder.tree.add(reference, Role::Link);
        let content = builder.tree.content(element);
        let description = format!("{}, {}", self.title, self.page);
        let link = Control { description, kind: ControlKind::Bookmark(self.bookmark) };
        RunStyle { link: Some((element, Rc::new(link))), ..RunStyle::for_content(style, content) }
    }
}

/// Puts the page number at the right edge of the text, with dots from the title to it.
fn end_with_number(
    fragments: &mut Vec<Fragment>,
    annotations: &mut [Annotation],
    number: &ShapedText,
    from: f32,
) {
    let right = style::MARGIN + style::TEXT_WIDTH;
    let Some(line) = number.lines(f32::MAX).into_iter().next() else { return };
    let x = right - line.width;
    let dots = x - 6.0 - from;
    if dots > 0.0 {
        let ops = vec![DrawOp::Dots(Point { x: from, y: number.baseline() - 1.0 }, dots, Colour::Muted)];
        fragments.push(Fragment { tag: ContentTag::Decoration, ops });
    }
    for mut fragment in line.fragments {
        fragment.ops.iter_mut().for_each(|op| op.translate(Point { x, y: 0.0 }));
        fragments.push(fragment);
    }
    if let Some(Annotation { rect: Rect { x, width, .. }, .. }) = annotations.last_mut() {
        *width = right - *x;
    }
}
