//! Headers and footers.

use ags_document::{Document, white_space};

use crate::paragraph::{ParagraphStyle, run};
use crate::xml::{XmlElement, element};

/// A header: the status of the document, and the running header if there is one.
pub(crate) fn header<'a>(document: &Document, running: &str) -> XmlElement<'a> {
    let status = document.status.as_deref().filter(|status| !status.trim().is_empty());
    let status = status.map(|status| ParagraphStyle::of("HeaderStatus").text(status));
    // A header must have a paragraph.
    let running =
        (status.is_none() || !running.trim().is_empty()).then(|| ParagraphStyle::of("Header").text(running));
    part("w:hdr").children(status).children(running)
}

/// The footer, with fields for the page number and the number of pages.
pub(crate) fn footer<'a>(document: &Document) -> XmlElement<'a> {
    let words = white_space::collapse(&document.furniture.footer);
    part("w:ftr").children([ParagraphStyle::of("Footer").paragraph().children(fields(&words))])
}

fn part<'a>(name: &'static str) -> XmlElement<'a> {
    element(name).with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
}

/// The text, with a field in the place of each placeholder.
fn fields<'a>(words: &str) -> Vec<XmlElement<'a>> {
    const PLACEHOLDERS: [(&str, &str); 2] = [("{page}", "PAGE"), ("{pages}", "NUMPAGES")];
    let mut written = Vec::new();
    let mut rest = words;
    let first = |rest: &str| {
        PLACEHOLDERS
            .into_iter()
            .filter_map(|(placeholder, field)| Some((rest.find(placeholder)?, placeholder, field)))
            .min()
    };
    while let Some((at, placeholder, field)) = first(rest) {
        let (before, after) = rest.split_at(at);
        written.extend((!before.is_empty()).then(|| run(None, before.to_owned())));
        written.push(element("w:fldSimple").with("w:instr", field).children([run(None, "1")]));
        rest = after.strip_prefix(placeholder).unwrap_or_default();
    }
    written.extend((!rest.is_empty()).then(|| run(None, rest.to_owned())));
    written
}
