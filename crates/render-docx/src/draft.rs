//! The state of a document that is being written, and the context of its blocks.

use crate::hyperlinks::Hyperlinks;
use crate::numbering::{INDENT, Numberings};
use crate::paragraph::{ListLabel, ParagraphStyle};

/// The state that a block leaves to those after it.
pub(crate) struct Draft {
    /// The accent, as six hexadecimal digits.
    pub(crate) accent: String,
    pub(crate) links: Hyperlinks,
    pub(crate) lists: Numberings,
    /// How many headings are written.
    pub(crate) headings: usize,
    drawing_ids: usize,
}

/// What blocks inherit from where they are.
#[derive(Clone, Copy)]
pub(crate) struct Context {
    /// The style of the last paragraph, and of those before it.
    pub(crate) last: &'static str,
    pub(crate) style: &'static str,
    pub(crate) keep: Keep,
    /// How many lists they are nested in.
    pub(crate) level: usize,
    /// The indent of lists beyond that of their numbering, in twentieths of a point.
    pub(crate) inset: usize,
}

/// What is kept on one page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Nothing beyond what the styles keep.
    Auto,
    /// All of it.
    UntilLast,
    /// All of it, with what follows.
    Throughout,
}

impl Context {
    /// The context of the page.
    pub(crate) fn page() -> Self {
        Self { last: "Normal", style: "Normal", keep: Keep::Auto, level: 0, inset: 0 }
    }

    /// The context of a cell of a row in this context. The cells are side by side, so that if the row is kept with the
    /// next, so is every paragraph in it.
    pub(crate) fn cell(self, style: &'static str) -> Self {
        let keep = if self.keep == Keep::Throughout { Keep::Throughout } else { Keep::Auto };
        Self { last: style, style, keep, level: 0, inset: 0 }
    }

    /// This context, for a block that is not the last in it.
    pub(crate) fn before_another(self) -> Self {
        let keep = if self.keep == Keep::Auto { Keep::Auto } else { Keep::Throughout };
        Self { last: self.style, keep, ..self }
    }

    /// Each of several blocks or rows, with its context.
    pub(crate) fn for_each<T>(self, items: &[T]) -> impl Iterator<Item = (&T, Self)> {
        let last = items.len().saturating_sub(1);
        let context = move |index| if index == last { self } else { self.before_another() };
        items.iter().enumerate().map(move |(index, item)| (item, context(index)))
    }

    pub(crate) fn style(self, style: &'static str) -> ParagraphStyle {
        let keep_lines = self.keep != Keep::Auto;
        ParagraphStyle { keep_next: self.keep == Keep::Throughout, keep_lines, ..ParagraphStyle::of(style) }
    }

    pub(crate) fn in_list(self) -> Self {
        let style = if self.style == "Normal" { "ListParagraph" } else { self.style };
        let last = if self.last == "Normal" { "ListParagraph" } else { self.last };
        Self { last, style, ..self }
    }

    /// The style of a paragraph, with a label if it begins a list item.
    pub(crate) fn paragraph(self, label: Option<ListLabel>) -> ParagraphStyle {
        let levels = self.level + usize::from(label.is_some());
        let has_indent = levels == 0 || (label.is_some() && self.inset == 0);
        let left = (!has_indent).then_some(self.inset + INDENT * levels);
        ParagraphStyle { label, left, ..self.style(self.last) }
    }
}

impl Draft {
    pub(crate) fn new(accent: String) -> Self {
        Self {
            accent,
            links: Hyperlinks::default(),
            lists: Numberings::default(),
            headings: 0,
            drawing_ids: 0,
        }
    }

    /// The id of a further drawing or shape; from 1.
    pub(crate) fn drawing_id(&mut self) -> String {
        self.drawing_ids += 1;
        self.drawing_ids.to_string()
    }
}
