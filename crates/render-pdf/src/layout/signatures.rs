//! Places for signatures: lines to write on, and the words beside them.

use std::rc::Rc;

use ags_document::{Signature, SignaturePlace, Signatures};

use super::builder::{self, FlowBuilder};
use super::display_list::{
    Annotation, ContentTag, Control, ControlKind, DrawOp, Fragment, Point, Rect, translate_all,
};
use super::flow::{Column, Content, Flow, KeepWithNext};
use super::shaped_text::{RunStyle, ShapedText};
use crate::structure::{ElementId, Role};
use crate::style::{self, COMPACT, Colour, SIGNATURE_BODY, SIGNATURE_OFFICE};

/// The places of a block, each kept on one page, and all of them together where a page is long enough.
pub(super) fn flow(
    builder: &mut FlowBuilder<'_>,
    parent: ElementId,
    signatures: &Signatures,
    column: Column,
) -> Flow {
    let labels = [&signatures.signed, &signatures.name, &signatures.date];
    let widest = labels.map(|label| builder.width(label, COMPACT)).into_iter().fold(0.0, f32::max);
    let indent = (widest + style::BESIDE_LABEL).min(column.width / 2.0);
    let column = Column { style: COMPACT, ..column };
    let label = Column { width: indent, ..column };
    let value = Column { x: column.x + indent, width: column.width - indent, ..column };
    let mut flow = Flow::new();
    for place in &signatures.places {
        let element = builder.tree.add(parent, Role::SignaturePlace);
        let mut lines = heading(builder, element, place, column);
        let mut writer = PlaceWriter { builder, element, label, value };
        lines.append(&mut match &place.signature {
            Signature::Made(words) => writer.filled(&signatures.signed, words),
            Signature::Field(name) => writer.room(&signatures.signed, Some(name)),
            Signature::Room => writer.room(&signatures.signed, None),
        });
        let widths = [style::SIGNATURE_LINE, style::DATE_LINE];
        for ((label, words), width) in place.beside(signatures).into_iter().zip(widths) {
            lines.append(&mut match words {
                Some(words) => writer.filled(label, words),
                None => writer.blank(label, style::WRITING_ROOM, width).0,
            });
        }
        let last = lines.len().saturating_sub(1);
        for (index, item) in lines.iter_mut().enumerate() {
            item.keep_with_next = if index < last { KeepWithNext::Lines } else { KeepWithNext::Together };
        }
        flow.append(&mut lines);
    }
    if let Some(last) = flow.back_mut() {
        last.keep_with_next = KeepWithNext::Auto;
        last.below = style::BELOW_TABLE;
    }
    flow
}

/// The body and the office.
fn heading(builder: &mut FlowBuilder<'_>, place: ElementId, words: &SignaturePlace, column: Column) -> Flow {
    let mut flow = Flow::new();
    for (words, style) in
        words.body.iter().map(|body| (body, SIGNATURE_BODY)).chain([(&words.office, SIGNATURE_OFFICE)])
    {
        let element = builder.tree.add(place, Role::Paragraph);
        let above = if flow.is_empty() { style::ABOVE_SIGNATURE } else { 0.0 };
        let mut lines = builder.words(element, words, Column { style, ..column });
        if let Some(first) = lines.front_mut() {
            first.above = above;
        }
        flow.append(&mut lines);
    }
    flow
}

/// Writes the lines of one place.
struct PlaceWriter<'a, 'b> {
    builder: &'a mut FlowBuilder<'b>,
    element: ElementId,
    label: Column,
    value: Column,
}

impl PlaceWriter<'_, '_> {
    /// A label, and words beside it.
    fn filled(&mut self, label: &str, words: &str) -> Flow {
        let paragraph = self.builder.tree.add(self.element, Role::Paragraph);
        let mut flow = self.label(paragraph, label);
        let mut beside = self.builder.words(paragraph, words, self.value).into_iter();
        for item in &mut flow {
            let Some(next) = beside.next() else { break };
            if let (Content::Drawn { fragments, .. }, Content::Drawn { fragments: words, .. }) =
                (&mut item.content, next.content)
            {
                fragments.extend(words);
            }
        }
        flow.extend(beside);
        flow
    }

    /// A label, room for a signature over a line, and the field that is there, by its accessible name.
    fn room(&mut self, label: &str, field: Option<&String>) -> Flow {
        let (mut flow, paragraph) = self.blank(label, style::SIGNATURE_ROOM, style::SIGNATURE_LINE);
        let Some(name) = field else { return flow };
        let element = self.builder.tree.add(paragraph, Role::Field);
        if let Some(Content::Drawn { height, annotations, .. }) =
            flow.back_mut().map(|item| &mut item.content)
        {
            let width = style::SIGNATURE_LINE.min(self.value.width);
            let rect = Rect { x: self.value.x, y: 0.0, width, height: *height - style::BELOW_LINE };
            let control = Control { description: name.trim().into(), kind: ControlKind::SignatureField };
            annotations.push(Annotation { element, rect, control: Rc::new(control) });
        }
        flow
    }

    /// A label, and a line to write on; with the paragraph of the label.
    fn blank(&mut self, label: &str, room: f32, width: f32) -> (Flow, ElementId) {
        let paragraph = self.builder.tree.add(self.element, Role::Paragraph);
        let mut flow = self.label(paragraph, label);
        if let Some(Content::Drawn { height, fragments, annotations }) =
            flow.back_mut().map(|item| &mut item.content)
        {
            translate_all(fragments, annotations, Point { x: 0.0, y: room - *height });
            *height = room;
            let line = Rect {
                x: self.value.x,
                y: room - style::BELOW_LINE,
                width: width.min(self.value.width),
                height: style::HAIRLINE,
            };
            let ops = vec![DrawOp::Fill(line, Colour::Muted)];
            fragments.push(Fragment { tag: ContentTag::Decoration, ops });
        }
        (flow, paragraph)
    }

    fn label(&mut self, paragraph: ElementId, label: &str) -> Flow {
        let content = self.builder.tree.content(paragraph);
        let mut shaped = ShapedText::new(self.label.style);
        for words in [label, " "] {
            shaped.push(self.builder.shaper, words, RunStyle::for_content(self.label.style, content));
        }
        builder::lines(&shaped, self.label)
    }
}
