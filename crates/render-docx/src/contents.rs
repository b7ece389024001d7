//! The list of contents: a field whose result names the headings, each a link.

use ags_document::Document;

use crate::blocks;
use crate::paragraph::{Look, run};
use crate::words;
use crate::xml::{Element, element, value};

/// Headings down to this level stand in the contents.
const DEPTH: u8 = 2;
/// The field that gives this list anew: headings of the levels 1 and 2, as links, without the numbers of
/// pages where there are no pages.
const FIELD: &str = "TOC \\o \"1-2\" \\h \\z";

/// The bookmark of a heading, counted from 0 over the headings of every level.
pub(crate) fn bookmark(heading: usize) -> String {
    format!("_Toc{:09}", heading + 1)
}

/// The list under its heading; nothing where the document has no headings.
pub(crate) fn list<'a>(document: &Document) -> Option<Element<'a>> {
    let headings = blocks::headings(&document.body).into_iter().enumerate();
    let listed: Vec<_> = headings.filter(|(_, (level, _))| *level <= DEPTH).collect();
    let last = listed.len().checked_sub(1)?;
    let entries = listed.into_iter().enumerate().map(|(index, (heading, (level, text)))| {
        Look::of(if level == 1 { "TOC1" } else { "TOC2" })
            .paragraph()
            .holding((index == 0).then(begin).into_iter().flatten())
            .holding([link(heading, text)])
            .holding((index == last).then(|| mark("end")))
    });
    let gallery = element("w:docPartObj")
        .holding([value("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")]);
    let content = element("w:sdtContent")
        .holding([Look::of("TOCHeading").saying(&document.furniture.contents)])
        .holding(entries);
    Some(element("w:sdt").holding([element("w:sdtPr").holding([gallery]), content]))
}

fn link<'a>(heading: usize, text: &str) -> Element<'a> {
    let words = run(None, words::line(text));
    element("w:hyperlink").with("w:anchor", bookmark(heading)).with("w:history", "1").holding([words])
}

/// The beginning of the field, up to its result.
fn begin<'a>() -> [Element<'a>; 3] {
    let code = element("w:instrText").with("xml:space", "preserve").saying(FIELD);
    [mark("begin"), element("w:r").holding([code]), mark("separate")]
}

fn mark<'a>(kind: &'static str) -> Element<'a> {
    element("w:r").holding([element("w:fldChar").with("w:fldCharType", kind)])
}
