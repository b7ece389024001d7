//! The text from the title to the end, on its pages.

use ags_document::Document;

use crate::blocks::{Draft, Place};
use crate::contents;
use crate::paragraph::Look;
use crate::xml::{Element, element, value};

/// A4, in twentieths of a point.
const WIDTH: usize = 11_906;
const HEIGHT: usize = 16_838;
/// Left and right of the text.
const MARGIN: usize = 1_400;
pub(crate) const TEXT_WIDTH: usize = WIDTH - 2 * MARGIN;

/// The names of the namespaces that the text uses.
const NAMESPACES: [(&str, &str); 7] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
];

/// The title page and the contents, which are one section, and the body, which begins a page of its own.
pub(crate) fn text<'a>(document: &Document, draft: &mut Draft) -> Element<'a> {
    let mut front = title(document);
    front.extend(draft.blocks(&document.cover, Place::page()));
    front.extend(contents::list(document));
    front.push(Look::of("Blank").paragraph_with(Some(front_section())));
    let mut body = draft.blocks(&document.body, Place::page());
    // After a table Word needs a paragraph, which it would add on opening.
    body.push(Look::of("Blank").paragraph());
    body.push(section());
    let text = element("w:body").holding(front).holding(body);
    let root = element("w:document");
    NAMESPACES.into_iter().fold(root, |root, (name, namespace)| root.with(name, namespace)).holding([text])
}

/// The crest, the title, the author and the status, as far as there are any.
fn title<'a>(document: &Document) -> Vec<Element<'a>> {
    let lines = [
        ("Crest", document.crest.as_deref()),
        ("Title", Some(document.title.as_str())),
        ("Subtitle", Some(&document.author)),
        ("Status", document.status.as_deref()),
    ];
    let said = lines.into_iter().filter_map(|(style, words)| Some((style, words?)));
    said.filter(|(_, words)| !words.trim().is_empty())
        .map(|(style, words)| Look::of(style).saying(words))
        .collect()
}

/// The section of the title page, whose first page has a header and a footer of its own.
fn front_section<'a>() -> Element<'a> {
    let furniture = [
        ("w:headerReference", "default", "header"),
        ("w:headerReference", "first", "headerFirst"),
        ("w:footerReference", "default", "footer"),
        ("w:footerReference", "first", "footerFirst"),
    ];
    let references =
        furniture.map(|(name, pages, part)| element(name).with("w:type", pages).with("r:id", part));
    element("w:sectPr").holding(references).holding(sheet()).holding([element("w:titlePg")])
}

/// The section of the body, with the headers and footers of the one before it.
fn section<'a>() -> Element<'a> {
    element("w:sectPr").holding([value("w:type", "nextPage")]).holding(sheet())
}

fn sheet<'a>() -> [Element<'a>; 2] {
    let number = |number: usize| number.to_string();
    let size = element("w:pgSz").with("w:w", number(WIDTH)).with("w:h", number(HEIGHT));
    let margins = element("w:pgMar")
        .with("w:top", "1700")
        .with("w:right", number(MARGIN))
        .with("w:bottom", "1500")
        .with("w:left", number(MARGIN))
        .with("w:header", "680")
        .with("w:footer", "680")
        .with("w:gutter", "0");
    [size, margins]
}
