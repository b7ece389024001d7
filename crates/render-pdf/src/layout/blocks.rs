//! The blocks of a document as a flow.

use ags_document::Block;

use super::builder::FlowBuilder;
use super::display_list::Bookmark;
use super::flow::{Column, Content, Flow, FlowItem, KeepWithNext};
use super::{figure, signatures, table};
use crate::structure::{ElementId, Role};
use crate::style::{self, COMPACT};

/// The blocks of an element, in a column.
pub(super) fn flow(
    builder: &mut FlowBuilder<'_>,
    parent: ElementId,
    blocks: &[Block],
    column: Column,
) -> Flow {
    let mut flow = Flow::new();
    let mut previous: Option<&Block> = None;
    for (block, next) in blocks.iter().zip(blocks.iter().skip(1).map(Some).chain([None])) {
        let mut items = self::block(builder, parent, block, column);
        let lone_line = items.len() == 1 && matches!(previous, Some(Block::Heading { .. }));
        if introduces(block, next) || (lone_line && continues(next)) {
            keep_last_with_next(&mut items);
        }
        flow.append(&mut items);
        previous = Some(block);
    }
    flow
}

fn block(builder: &mut FlowBuilder<'_>, parent: ElementId, block: &Block, column: Column) -> Flow {
    match block {
        Block::Heading { level, text } => heading(builder, parent, *level, text, column),
        Block::Paragraph(inlines) => builder.paragraph(parent, inlines, column),
        Block::Bullets(items) => list(builder, parent, &Role::BulletedList, items, column),
        Block::Numbered(items) => list(builder, parent, &Role::NumberedList, items, column),
        Block::Table(table) => table::flow(builder, parent, table, column, flow),
        Block::Figure(figure) => figure::flow(builder, parent, figure, column),
        Block::Note { label, blocks } => note(builder, parent, label, blocks, column),
        Block::Together(blocks) => together(flow(builder, parent, blocks, column)),
        Block::Signatures(signatures) => signatures::flow(builder, parent, signatures, column),
        _ => Flow::new(),
    }
}

/// Keeps all of a flow on one page.
fn together(mut flow: Flow) -> Flow {
    let inner = flow.len().saturating_sub(1);
    for item in flow.iter_mut().take(inner) {
        item.keep_with_next = item.keep_with_next.max(KeepWithNext::Together);
    }
    if let Some(FlowItem { content: Content::Row(row), .. }) = flow.back_mut() {
        row.stays_whole = true;
    }
    flow
}

/// A heading, with a bookmark that leads to it.
fn heading(builder: &mut FlowBuilder<'_>, parent: ElementId, level: u8, text: &str, column: Column) -> Flow {
    let style = style::heading(level);
    let element = builder.tree.add(parent, Role::Heading(level));
    let mut flow = builder.words(element, text, Column { style, ..column });
    for item in &mut flow {
        item.keep_with_next = KeepWithNext::Heading;
    }
    if let Some(first) = flow.front_mut() {
        first.bookmark = Some(builder.bookmarks.len());
    }
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    builder.bookmarks.push(Bookmark { level, title, page: 0, y: 0.0 });
    flow
}

fn list(
    builder: &mut FlowBuilder<'_>,
    parent: ElementId,
    role: &Role,
    items: &[Vec<Block>],
    column: Column,
) -> Flow {
    let label = |number: usize| match role {
        Role::NumberedList => format!("{number}. "),
        _ => "• ".into(),
    };
    let indent = style::LIST_INDENT.max(builder.width(&label(items.len()), column.style) + 8.0);
    let list = builder.tree.add(parent, role.clone());
    let mut flow = Flow::new();
    for (index, item) in items.iter().enumerate() {
        let mut lines = list_item(builder, list, &label(index + 1), item, column, indent);
        if (index == 1 && flow.len() == 1) || (index + 1 == items.len() && lines.len() == 1) {
            keep_last_with_next(&mut flow);
        }
        flow.append(&mut lines);
    }
    if let Some(last) = flow.back_mut() {
        last.below = last.below.max(column.style.above);
    }
    flow
}

fn list_item(
    builder: &mut FlowBuilder<'_>,
    list: ElementId,
    label: &str,
    blocks: &[Block],
    column: Column,
    indent: f32,
) -> Flow {
    let item = builder.tree.add(list, Role::Item);
    let element = builder.tree.add(item, Role::ItemLabel);
    let compact = Column { style: column.style.compact(), ..column };
    let label = builder.words(element, label, compact);
    let body = builder.tree.add(item, Role::ItemBody);
    if let Some(beside) = column.indented(indent) {
        return labelled(label, flow(builder, body, blocks, beside));
    }
    let keep_with_next = KeepWithNext::Lines;
    let mut below: Flow = label.into_iter().map(|line| FlowItem { keep_with_next, ..line }).collect();
    below.append(&mut flow(builder, body, blocks, compact));
    below
}

fn note(
    builder: &mut FlowBuilder<'_>,
    parent: ElementId,
    label: &str,
    blocks: &[Block],
    column: Column,
) -> Flow {
    let element = builder.tree.add(parent, Role::Note);
    let column = column.boxed();
    let heading = builder.tree.add(element, Role::Paragraph);
    let mut note = builder.words(heading, label, Column { style: style::NOTE_LABEL, ..column });
    keep_last_with_next(&mut note);
    note.append(&mut flow(builder, element, blocks, Column { style: COMPACT, ..column }));
    for item in &mut note {
        item.note = Some(element);
    }
    if let Some(last) = note.back_mut() {
        last.below = style::AROUND_NOTE;
    }
    note
}

/// A flow with a label to the left of its first line.
fn labelled(label: Flow, mut flow: Flow) -> Flow {
    let Some(FlowItem { content: Content::Drawn { fragments, .. }, .. }) = flow.front_mut() else {
        return label;
    };
    for item in label.into_iter().rev() {
        if let Content::Drawn { fragments: text, .. } = item.content {
            fragments.splice(0..0, text);
        }
    }
    flow
}

/// Whether a block introduces the next, as a paragraph does a list, a table or the signatures.
fn introduces(block: &Block, next: Option<&Block>) -> bool {
    matches!(block, Block::Paragraph(_))
        && matches!(
            next,
            Some(
                Block::Bullets(_)
                    | Block::Numbered(_)
                    | Block::Table(_)
                    | Block::Figure(_)
                    | Block::Signatures(_)
            )
        )
}

/// Whether the next block continues under the same heading.
fn continues(next: Option<&Block>) -> bool {
    !matches!(next, None | Some(Block::Heading { .. }))
}

fn keep_last_with_next(flow: &mut Flow) {
    if let Some(last) = flow.back_mut() {
        last.keep_with_next = KeepWithNext::Lines;
    }
}
