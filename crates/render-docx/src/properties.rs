//! Core properties.

use std::io;

use ags_document::{Document, white_space};

use crate::xml::{XmlElement, element};

/// Title, author, subject, language and date: the document's own date, as the time of creation and of change.
pub(crate) fn part(document: &Document) -> io::Result<Vec<u8>> {
    let day = document.date.format("%Y-%m-%dT00:00:00Z").to_string();
    let dated = |name| element(name).with("xsi:type", "dcterms:W3CDTF").text(day.clone());
    let text = |name, words: &str| element(name).text(white_space::collapse(words));
    let properties: XmlElement<'_> = element("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .children([
            text("dc:title", &document.title),
            text("dc:creator", &document.author),
            text("dc:subject", &document.subject),
            text("dc:language", &document.language),
            dated("dcterms:created"),
            dated("dcterms:modified"),
        ]);
    properties.part()
}
