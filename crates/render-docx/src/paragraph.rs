//! Paragraphs and their runs.

use ags_document::{Inline, white_space};

use crate::hyperlinks::Hyperlinks;
use crate::numbering;
use crate::xml::{XmlElement, element, value};

/// The properties of a paragraph.
#[derive(Clone, Copy)]
pub(crate) struct ParagraphStyle {
    /// The id of its style.
    pub(crate) style: &'static str,
    pub(crate) keep_next: bool,
    pub(crate) keep_lines: bool,
    /// The label before it.
    pub(crate) label: Option<ListLabel>,
    /// Its indent, in twentieths of a point, if neither the style nor the label defines it.
    pub(crate) left: Option<usize>,
}

/// The label of a list item.
#[derive(Clone, Copy)]
pub(crate) struct ListLabel {
    pub(crate) numbering: usize,
    /// From 0.
    pub(crate) level: usize,
}

impl ParagraphStyle {
    pub(crate) fn of(style: &'static str) -> Self {
        Self { style, keep_next: false, keep_lines: false, label: None, left: None }
    }

    /// A paragraph of this style without content.
    pub(crate) fn paragraph<'a>(self) -> XmlElement<'a> {
        self.paragraph_with(None)
    }

    /// The same, and the last of a section.
    pub(crate) fn paragraph_with(self, section: Option<XmlElement<'_>>) -> XmlElement<'_> {
        let keep_next = self.keep_next.then(|| element("w:keepNext"));
        let keep_lines = self.keep_lines.then(|| element("w:keepLines"));
        let label = self.label.map(|label| {
            element("w:numPr").children([
                value("w:ilvl", label.level.to_string()),
                value("w:numId", label.numbering.to_string()),
            ])
        });
        let hanging = if self.label.is_some() { numbering::INDENT } else { 0 };
        let indent = self.left.map(|left| numbering::indent(left, hanging));
        let properties = element("w:pPr")
            .children([value("w:pStyle", self.style)])
            .children(keep_next)
            .children(keep_lines)
            .children(label)
            .children(indent)
            .children(section);
        element("w:p").children([properties])
    }

    /// A paragraph of plain text.
    pub(crate) fn text<'a>(self, text: &str) -> XmlElement<'a> {
        self.paragraph().children([run(None, white_space::collapse(text))])
    }
}

/// The runs of a paragraph; empty if it has no text.
pub(crate) fn runs<'a>(inlines: &[Inline], links: &mut Hyperlinks) -> Vec<XmlElement<'a>> {
    let written = white_space::collapse_runs(inlines.iter().map(Inline::words));
    let visible = inlines.iter().zip(written).filter(|(_, words)| !words.is_empty());
    visible
        .map(|(inline, words)| match inline {
            Inline::Strong(_) => run(Some(value("w:rStyle", "Strong")), words),
            Inline::Mark(_) => run(Some(value("w:rStyle", "Mark")), words),
            Inline::Foreign { language, .. } => {
                let language = value("w:lang", language.clone()).with("w:eastAsia", language.clone());
                run(Some(language), words)
            }
            Inline::Link { target, .. } => element("w:hyperlink")
                .with("r:id", links.to(target))
                .with("w:history", "1")
                .children([run(Some(value("w:rStyle", "Hyperlink")), words)]),
            _ => run(None, words),
        })
        .collect()
}

pub(crate) fn run<'a>(
    property: Option<XmlElement<'a>>,
    words: impl Into<std::borrow::Cow<'a, str>>,
) -> XmlElement<'a> {
    let properties = property.map(|property| element("w:rPr").children([property]));
    let words = element("w:t").with("xml:space", "preserve").text(words);
    element("w:r").children(properties).children([words])
}
