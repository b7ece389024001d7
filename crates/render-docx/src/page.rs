//! The main document part: title page, contents and body.

use ags_document::Document;

use crate::contents;
use crate::draft::{Context, Draft};
use crate::page_size::{HEIGHT, MARGIN, WIDTH};
use crate::paragraph::ParagraphStyle;
use crate::xml::{XmlElement, element, value};

/// The namespaces of the main document part.
const NAMESPACES: [(&str, &str); 7] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
];

/// The title page and the contents, which are one section, and the body, which begins on a new page
/// unless the document has no contents.
pub(crate) fn text<'a>(document: &Document, draft: &mut Draft) -> XmlElement<'a> {
    let mut front = title(document);
    front.extend(draft.blocks(&document.cover, Context::page()));
    front.extend(contents::list(document));
    let short = document.furniture.contents.is_none();
    if !short {
        front.push(ParagraphStyle::of("Blank").paragraph_with(Some(front_section())));
    }
    let mut body = draft.blocks(&document.body, Context::page());
    // Word needs a paragraph after a table, and would add one on opening.
    body.push(ParagraphStyle::of("Blank").paragraph());
    body.push(if short { front_section() } else { section() });
    let text = element("w:body").children(front).children(body);
    let root = element("w:document");
    NAMESPACES.into_iter().fold(root, |root, (name, namespace)| root.with(name, namespace)).children([text])
}

/// The crest, the title, the author and the status, where there are any.
fn title<'a>(document: &Document) -> Vec<XmlElement<'a>> {
    let lines = [
        ("Crest", document.crest.as_deref()),
        ("Title", Some(document.title.as_str())),
        ("Subtitle", Some(&document.author)),
        ("Status", document.status.as_deref()),
    ];
    let present = lines.into_iter().filter_map(|(style, words)| Some((style, words?)));
    present
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(style, words)| ParagraphStyle::of(style).text(words))
        .collect()
}

/// The section of the title page, whose first page has its own header and footer.
fn front_section<'a>() -> XmlElement<'a> {
    let headers_and_footers = [
        ("w:headerReference", "default", "header"),
        ("w:headerReference", "first", "headerFirst"),
        ("w:footerReference", "default", "footer"),
        ("w:footerReference", "first", "footerFirst"),
    ];
    let references =
        headers_and_footers.map(|(name, pages, part)| element(name).with("w:type", pages).with("r:id", part));
    element("w:sectPr").children(references).children(page_size()).children([element("w:titlePg")])
}

/// The section of the body, with the headers and footers of the section before it.
fn section<'a>() -> XmlElement<'a> {
    element("w:sectPr").children([value("w:type", "nextPage")]).children(page_size())
}

fn page_size<'a>() -> [XmlElement<'a>; 2] {
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
