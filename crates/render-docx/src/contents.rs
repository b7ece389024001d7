//! The list of contents: a field whose result is the headings, each a link.

use ags_document::{Document, white_space};

use crate::paragraph::{ParagraphStyle, run};
use crate::xml::{XmlElement, element, value};

/// The deepest level of headings in the contents.
const DEPTH: u8 = 2;
/// The field code: headings of levels 1 and 2, as links, without page numbers in the web layout.
const FIELD: &str = "TOC \\o \"1-2\" \\h \\z";

/// The bookmark of a heading, counted from 0 over the headings of every level.
pub(crate) fn bookmark(heading: usize) -> String {
    format!("_Toc{:09}", heading + 1)
}

/// The list under its heading; nothing if the document has no headings, or no contents.
pub(crate) fn list<'a>(document: &Document) -> Option<XmlElement<'a>> {
    let title = document.furniture.contents.as_ref()?;
    let headings = document.headings().into_iter().enumerate();
    let listed: Vec<_> = headings.filter(|(_, (level, _))| *level <= DEPTH).collect();
    let last = listed.len().checked_sub(1)?;
    let entries = listed.into_iter().enumerate().map(|(index, (heading, (level, text)))| {
        ParagraphStyle::of(if level == 1 { "TOC1" } else { "TOC2" })
            .paragraph()
            .children((index == 0).then(begin).into_iter().flatten())
            .children([link(heading, text)])
            .children((index == last).then(|| mark("end")))
    });
    let gallery = element("w:docPartObj")
        .children([value("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")]);
    let content =
        element("w:sdtContent").children([ParagraphStyle::of("TOCHeading").text(title)]).children(entries);
    Some(element("w:sdt").children([element("w:sdtPr").children([gallery]), content]))
}

fn link<'a>(heading: usize, text: &str) -> XmlElement<'a> {
    let words = run(None, white_space::collapse(text));
    element("w:hyperlink").with("w:anchor", bookmark(heading)).with("w:history", "1").children([words])
}

/// The beginning of the field, up to its result.
fn begin<'a>() -> [XmlElement<'a>; 3] {
    let code = element("w:instrText").with("xml:space", "preserve").text(FIELD);
    [mark("begin"), element("w:r").children([code]), mark("separate")]
}

fn mark<'a>(kind: &'static str) -> XmlElement<'a> {
    element("w:r").children([element("w:fldChar").with("w:fldCharType", kind)])
}
