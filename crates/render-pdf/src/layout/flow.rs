//! A flow: lines, drawings and table rows one below the other, not yet divided into pages.

use std::collections::VecDeque;
use std::rc::Rc;

use super::display_list::{Annotation, ContentTag, DrawOp, Fragment, Point, Rect, translate_all};
use crate::structure::ElementId;
use crate::style::{self, BODY, CELL, CELL_PADDING, Colour, TextStyle};

/// The items of a flow, from top to bottom.
pub(super) type Flow = VecDeque<FlowItem>;

/// A part of a flow that is never divided, or a table row, which may be.
pub(super) struct FlowItem {
    /// Space above, dropped at the top of a page.
    pub(super) above: f32,
    /// Space below, dropped at the bottom of a page.
    pub(super) below: f32,
    pub(super) keep_with_next: KeepWithNext,
    /// The note it belongs to.
    pub(super) note: Option<ElementId>,
    /// The bookmark that leads to it.
    pub(super) bookmark: Option<usize>,
    pub(super) content: Content,
}

pub(super) enum Content {
    /// Lines and drawings, positioned as if the item began at the upper left corner of a page.
    Drawn {
        height: f32,
        fragments: Vec<Fragment>,
        annotations: Vec<Annotation>,
    },
    Row(Row),
}

/// How strongly an item is kept on the same page as the next. Where a page is too short, the weakest gives way first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum KeepWithNext {
    /// A page may break after it.
    Auto,
    /// Blocks that stay together.
    Together,
    /// The first two and the last two lines of a paragraph; a list or table and the paragraph that introduces it.
    Lines,
    /// A heading and what follows.
    Heading,
}

impl KeepWithNext {
    /// The next stronger.
    pub(super) fn stronger(self) -> Option<Self> {
        match self {
            Self::Auto => Some(Self::Together),
            Self::Together => Some(Self::Lines),
            Self::Lines => Some(Self::Heading),
            Self::Heading => None,
        }
    }
}

impl FlowItem {
    pub(super) fn drawn(height: f32, fragments: Vec<Fragment>, annotations: Vec<Annotation>) -> Self {
        Self::new(Content::Drawn { height, fragments, annotations })
    }

    pub(super) fn row(row: Row) -> Self {
        Self::new(Content::Row(row))
    }

    fn new(content: Content) -> Self {
        Self {
            above: 0.0,
            below: 0.0,
            keep_with_next: KeepWithNext::Auto,
            note: None,
            bookmark: None,
            content,
        }
    }

    pub(super) fn height(&self) -> f32 {
        match &self.content {
            Content::Drawn { height, .. } => *height,
            Content::Row(row) => row.height(),
        }
    }

    /// The least height that must be free for it to begin on a page.
    pub(super) fn min_height(&self) -> f32 {
        match &self.content {
            Content::Drawn { height, .. } => *height,
            Content::Row(row) => row.min_height(),
        }
    }
}

/// The column in which blocks are set.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) width: f32,
    /// The style of its paragraphs.
    pub(super) style: TextStyle,
}

impl Column {
    /// The whole width of the text.
    pub(super) const PAGE: Self = Self { x: style::MARGIN, width: style::TEXT_WIDTH, style: BODY };

    /// The column to the right of bullets or numbers; `None` if it would be too narrow.
    pub(super) fn indented(self, by: f32) -> Option<Self> {
        let width = self.width - by;
        (width >= style::NARROWEST_TEXT).then_some(Self {
            x: self.x + by,
            width,
            style: self.style.compact(),
        })
    }

    /// The column inside the box of a note.
    pub(super) fn boxed(self) -> Self {
        let by = style::NOTE_INSET;
        Self { x: self.x + by, width: self.width - 2.0 * by, ..self }
    }
}

/// A table row, or the part of one that is on a page.
pub(super) struct Row {
    cells: Vec<Flow>,
    kind: RowKind,
    left: f32,
    width: f32,
    /// Whether it stays on one page if one is long enough.
    pub(super) stays_whole: bool,
    /// What is repeated above it where it begins a page.
    pub(super) repeat: Option<Rc<RepeatedContent>>,
    /// Its header, to be repeated on a further page.
    pub(super) header: Option<Rc<RepeatedContent>>,
    /// Whether its header was on an earlier page.
    continued: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    Head,
    Body,
}

/// What is repeated on a further page: the caption and head of a table, or the header of a row.
pub(super) struct RepeatedContent {
    pub(super) height: f32,
    pub(super) fragments: Vec<Fragment>,
}

impl Row {
    pub(super) fn new(kind: RowKind, cells: Vec<Flow>, column: Column) -> Self {
        let (left, width) = (column.x, column.width);
        Self { cells, kind, left, width, stays_whole: false, repeat: None, header: None, continued: false }
    }

    fn height(&self) -> f32 {
        let header = self.repeated_header().map_or(0.0, |header| header.height);
        let tallest = self.cells.iter().map(height).fold(header, f32::max);
        tallest.max(CELL.leading) + 2.0 * CELL_PADDING
    }

    /// Whether it fits into a height.
    pub(super) fn fits(&self, height: f32) -> bool {
        let room = height - 2.0 * CELL_PADDING;
        CELL.leading <= room && self.cells.iter().all(|cell| ends(cell).all(|end| end <= room))
    }

    /// The header, where it is repeated.
    fn repeated_header(&self) -> Option<&RepeatedContent> {
        self.header.as_deref().filter(|_| self.continued)
    }

    /// The least height at which it may begin on a page: all of it if it stays whole, else three lines.
    fn min_height(&self) -> f32 {
        let height = self.height();
        let whole = self.stays_whole || self.is_short();
        if whole { height } else { 3.0 * CELL.leading + 2.0 * CELL_PADDING }
    }

    pub(super) fn is_short(&self) -> bool {
        self.fits(style::SHORT_ROW)
    }

    /// Splits off the part that fits into a height; `None` if no line does. At the top of a page, where no other
    /// page would have more room, even lines that should stay together are separated.
    pub(super) fn split_off_top(&mut self, height: f32, at_top: bool) -> Option<Self> {
        let room = height - 2.0 * CELL_PADDING;
        let mut fitting: Vec<usize> =
            self.cells.iter().map(|cell| fitting(cell, room, KeepWithNext::Auto)).collect();
        if at_top && fitting.iter().all(|count| *count == 0) {
            fitting = self.cells.iter().map(|cell| fitting_at_least_one(cell, room)).collect();
        }
        if fitting.iter().all(|count| *count == 0) {
            return None;
        }
        let cells = self.cells.iter_mut().zip(fitting);
        let cells = cells.map(|(cell, count)| cell.drain(..count).collect()).collect();
        let upper = Self { cells, repeat: None, header: self.header.clone(), ..*self };
        self.continued = self.cells.first().is_none_or(Flow::is_empty);
        Some(upper)
    }

    /// Its height and what is drawn of it, as if it began at the top of a page.
    pub(super) fn drawn(self) -> (f32, Vec<Fragment>, Vec<Annotation>) {
        let height = self.height();
        let (mut fragments, mut annotations) = (self.background(height), Vec::new());
        let mut header = self.repeated_header().map_or_else(Vec::new, |header| header.fragments.clone());
        translate_all(&mut header, &mut annotations, Point { x: 0.0, y: CELL_PADDING });
        fragments.append(&mut header);
        for cell in self.cells {
            let (_, mut text, mut cell_annotations) = stacked(cell);
            translate_all(&mut text, &mut cell_annotations, Point { x: 0.0, y: CELL_PADDING });
            fragments.append(&mut text);
            annotations.append(&mut cell_annotations);
        }
        (height, fragments, annotations)
    }

    /// The tint of a head and the rule under a row.
    fn background(&self, height: f32) -> Vec<Fragment> {
        let rect = |y, height| Rect { x: self.left, y, width: self.width, height };
        let ops = match self.kind {
            RowKind::Head => vec![
                DrawOp::Fill(rect(0.0, height), Colour::Tint),
                DrawOp::Fill(rect(height - style::HEAD_RULE, style::HEAD_RULE), Colour::Accent),
            ],
            RowKind::Body => {
                vec![DrawOp::Fill(rect(height - style::HAIRLINE, style::HAIRLINE), Colour::Rule)]
            }
        };
        vec![Fragment { tag: ContentTag::Decoration, ops }]
    }
}

pub(super) fn height(flow: &Flow) -> f32 {
    ends(flow).last().unwrap_or(0.0)
}

/// Where each item of a flow ends.
pub(super) fn ends(flow: &Flow) -> impl Iterator<Item = f32> {
    let (mut y, mut below) = (0.0, None);
    flow.iter().map(move |item| {
        y += below.map_or(0.0, |below: f32| below.max(item.above)) + item.height();
        below = Some(item.below);
        y
    })
}

/// How many items fit into a height when none is separated from one it is kept with more strongly than `keep`.
fn fitting(flow: &Flow, room: f32, keep: KeepWithNext) -> usize {
    let fit = ends(flow).take_while(|end| *end <= room).count();
    let may_end = |count: &usize| {
        *count == flow.len()
            || *count == 0
            || flow.get(count - 1).is_none_or(|item| item.keep_with_next <= keep)
    };
    (0..=fit).rev().find(may_end).unwrap_or(0)
}

fn fitting_at_least_one(flow: &Flow, room: f32) -> usize {
    fitting(flow, room, KeepWithNext::Lines).max(1).min(flow.len())
}

/// A flow as one drawing, with its height.
pub(super) fn stacked(flow: Flow) -> (f32, Vec<Fragment>, Vec<Annotation>) {
    let tops: Vec<f32> = ends(&flow).zip(&flow).map(|(end, item)| end - item.height()).collect();
    let height = height(&flow);
    let (mut all, mut all_annotations) = (Vec::new(), Vec::new());
    for (item, y) in flow.into_iter().zip(tops) {
        let (mut fragments, mut annotations) = match item.content {
            Content::Drawn { fragments, annotations, .. } => (fragments, annotations),
            Content::Row(row) => {
                let (_, fragments, annotations) = row.drawn();
                (fragments, annotations)
            }
        };
        translate_all(&mut fragments, &mut annotations, Point { x: 0.0, y });
        all.append(&mut fragments);
        all_annotations.append(&mut annotations);
    }
    (height, all, all_annotations)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(keep_with_next: KeepWithNext) -> FlowItem {
        FlowItem { keep_with_next, ..FlowItem::drawn(10.0, Vec::new(), Vec::new()) }
    }

    #[test]
    fn a_cell_is_not_split_between_lines_kept_together_until_it_must_be() {
        let cell: Flow = [KeepWithNext::Auto, KeepWithNext::Lines, KeepWithNext::Auto].map(line).into();
        assert_eq!(fitting(&cell, 20.0, KeepWithNext::Auto), 1);
        assert_eq!(fitting(&cell, 30.0, KeepWithNext::Auto), 3);
        let kept: Flow = [KeepWithNext::Lines, KeepWithNext::Auto].map(line).into();
        assert_eq!(fitting(&kept, 19.0, KeepWithNext::Auto), 0);
        assert_eq!(fitting_at_least_one(&kept, 19.0), 1);
    }

    #[test]
    fn both_parts_of_a_split_row_have_all_lines_once() {
        let cells = vec![[KeepWithNext::Auto; 5].map(line).into(), [KeepWithNext::Auto; 2].map(line).into()];
        let mut row = Row::new(RowKind::Body, cells, Column::PAGE);
        let upper = row.split_off_top(30.0 + 2.0 * CELL_PADDING, false).unwrap();
        assert_eq!(upper.cells.iter().map(Flow::len).collect::<Vec<_>>(), [3, 2]);
        assert_eq!(row.cells.iter().map(Flow::len).collect::<Vec<_>>(), [2, 0]);
    }
}
