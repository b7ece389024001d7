//! What the file says of itself.

use std::io;

use ags_document::Document;

use crate::words;
use crate::xml::{Element, element};

/// Title, author, subject, language and date. The file was made on the day the document speaks for.
pub(crate) fn part(document: &Document) -> io::Result<Vec<u8>> {
    let day = document.date.format("%Y-%m-%dT00:00:00Z").to_string();
    let dated = |name| element(name).with("xsi:type", "dcterms:W3CDTF").saying(day.clone());
    let said = |name, words: &str| element(name).saying(words::line(words));
    let properties: Element<'_> = element("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .holding([
            said("dc:title", &document.title),
            said("dc:creator", &document.author),
            said("dc:subject", &document.subject),
            said("dc:language", &document.language),
            dated("dcterms:created"),
            dated("dcterms:modified"),
        ]);
    properties.part()
}
