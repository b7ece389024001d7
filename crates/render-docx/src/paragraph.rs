//! Paragraphs and their runs of words.

use ags_document::Inline;

use crate::links::Links;
use crate::lists;
use crate::words;
use crate::xml::{Element, element, value};

/// How a paragraph looks and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    /// The id of its style.
    pub(crate) style: &'static str,
    pub(crate) keep_next: bool,
    pub(crate) keep_lines: bool,
    /// The label before it.
    pub(crate) label: Option<Label>,
    /// How far it stands in, in twentieths of a point, where neither style nor label say it.
    pub(crate) left: Option<usize>,
}

/// The label of an item of a list.
#[derive(Clone, Copy)]
pub(crate) struct Label {
    pub(crate) numbering: usize,
    /// From 0.
    pub(crate) level: usize,
}

impl Look {
    pub(crate) fn of(style: &'static str) -> Self {
        Self { style, keep_next: false, keep_lines: false, label: None, left: None }
    }

    /// A paragraph that looks like this and holds nothing yet.
    pub(crate) fn paragraph<'a>(self) -> Element<'a> {
        self.paragraph_with(None)
    }

    /// The same, and the last of a section.
    pub(crate) fn paragraph_with(self, section: Option<Element<'_>>) -> Element<'_> {
        let keep_next = self.keep_next.then(|| element("w:keepNext"));
        let keep_lines = self.keep_lines.then(|| element("w:keepLines"));
        let label = self.label.map(|label| {
            element("w:numPr").holding([
                value("w:ilvl", label.level.to_string()),
                value("w:numId", label.numbering.to_string()),
            ])
        });
        let hanging = if self.label.is_some() { lists::INDENT } else { 0 };
        let indent = self.left.map(|left| lists::indent(left, hanging));
        let properties = element("w:pPr")
            .holding([value("w:pStyle", self.style)])
            .holding(keep_next)
            .holding(keep_lines)
            .holding(label)
            .holding(indent)
            .holding(section);
        element("w:p").holding([properties])
    }

    /// A paragraph of plain words.
    pub(crate) fn saying<'a>(self, said: &str) -> Element<'a> {
        self.paragraph().holding([run(None, words::line(said))])
    }
}

/// The runs of a paragraph; none where nothing can be seen.
pub(crate) fn runs<'a>(inlines: &[Inline], links: &mut Links) -> Vec<Element<'a>> {
    let written = words::paragraph(inlines.iter().map(Inline::words));
    let said = inlines.iter().zip(written).filter(|(_, words)| !words.is_empty());
    said.map(|(inline, words)| match inline {
        Inline::Strong(_) => run(Some(value("w:rStyle", "Strong")), words),
        Inline::Mark(_) => run(Some(value("w:rStyle", "Mark")), words),
        Inline::Foreign { language, .. } => {
            let language = value("w:lang", language.clone()).with("w:eastAsia", language.clone());
            run(Some(language), words)
        }
        Inline::Link { target, .. } => element("w:hyperlink")
            .with("r:id", links.to(target))
            .with("w:history", "1")
            .holding([run(Some(value("w:rStyle", "Hyperlink")), words)]),
        _ => run(None, words),
    })
    .collect()
}

pub(crate) fn run<'a>(
    property: Option<Element<'a>>,
    words: impl Into<std::borrow::Cow<'a, str>>,
) -> Element<'a> {
    let properties = property.map(|property| element("w:rPr").holding([property]));
    let words = element("w:t").with("xml:space", "preserve").saying(words);
    element("w:r").holding(properties).holding([words])
}
