//! What stands at the top and the bottom of every page.

use ags_document::Document;

use crate::paragraph::{Look, run};
use crate::words;
use crate::xml::{Element, element};

/// A header: the status of the document, and running words where there are any.
pub(crate) fn header<'a>(document: &Document, running: &str) -> Element<'a> {
    let status = document.status.as_deref().filter(|status| !status.trim().is_empty());
    let status = status.map(|status| Look::of("HeaderStatus").saying(status));
    // A header must have a paragraph.
    let running =
        (status.is_none() || !running.trim().is_empty()).then(|| Look::of("Header").saying(running));
    part("w:hdr").holding(status).holding(running)
}

/// The footer, with fields for the number of the page and the number of pages.
pub(crate) fn footer<'a>(document: &Document) -> Element<'a> {
    let words = words::line(&document.furniture.footer);
    part("w:ftr").holding([Look::of("Footer").paragraph().holding(fields(&words))])
}

fn part<'a>(name: &'static str) -> Element<'a> {
    element(name).with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
}

/// The words with a field in each place of a number.
fn fields<'a>(words: &str) -> Vec<Element<'a>> {
    const PLACES: [(&str, &str); 2] = [("{page}", "PAGE"), ("{pages}", "NUMPAGES")];
    let mut written = Vec::new();
    let mut rest = words;
    let first = |rest: &str| {
        PLACES.into_iter().filter_map(|(place, field)| Some((rest.find(place)?, place, field))).min()
    };
    while let Some((at, place, field)) = first(rest) {
        let (before, after) = rest.split_at(at);
        written.extend((!before.is_empty()).then(|| run(None, before.to_owned())));
        written.push(element("w:fldSimple").with("w:instr", field).holding([run(None, "1")]));
        rest = after.strip_prefix(place).unwrap_or_default();
    }
    written.extend((!rest.is_empty()).then(|| run(None, rest.to_owned())));
    written
}
