//! The files embedded in a PDF (ISO 32000-1:2008, 7.11).

use crate::pdf::{Object, PdfFile};

/// The most files that are read, inclusive.
const MAX_FILES: usize = 1_000;
/// How deep a name tree may be.
const MAX_DEPTH: usize = 16;

/// A file embedded in the PDF.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmbeddedFile {
    /// Its name, as in `statement.json`.
    pub name: String,
    /// Its media type; empty if none is given.
    pub media_type: String,
    /// Its description; empty if none is given.
    pub description: String,
    /// Its relationship to the document, as in `Source`; empty if none is given.
    pub relationship: String,
    /// Its content, decompressed.
    pub content: Vec<u8>,
}

/// The file with a name, the first of several; `None` if there is none.
pub(crate) fn find<'a>(files: &'a [EmbeddedFile], name: &str) -> Option<&'a EmbeddedFile> {
    files.iter().find(|file| file.name == name)
}

/// The files in the name tree and in the list of associated files, each once.
pub(crate) fn attachments(file: &PdfFile<'_>) -> Vec<EmbeddedFile> {
    let Some(catalog) = file.catalog() else { return Vec::new() };
    let names = file.dictionary(catalog, "Names").map(|names| names.get("EmbeddedFiles"));
    let mut specifications: Vec<&Object> = Vec::new();
    let mut open: Vec<(&Object, usize)> = names.map(|names| (names, 0)).into_iter().collect();
    while let Some((node, depth)) = open.pop() {
        let Some(node) = file.get(node).entries().filter(|_| file.budget().step(1)) else { continue };
        specifications.extend(file.items(node, "Names").chunks_exact(2).filter_map(|pair| pair.last()));
        if depth < MAX_DEPTH && specifications.len() < MAX_FILES {
            open.extend(
                file.items(node, "Kids").iter().rev().take(MAX_FILES).map(|child| (child, depth + 1)),
            );
        }
        if open.len() > MAX_FILES {
            break;
        }
    }
    for associated in file.items(catalog, "AF").iter().take(MAX_FILES) {
        if !specifications.iter().take(MAX_FILES).any(|known| *known == associated) {
            specifications.push(associated);
        }
    }
    specifications.into_iter().take(MAX_FILES).filter_map(|one| embedded_file(file, one)).collect()
}

fn embedded_file(file: &PdfFile<'_>, specification: &Object) -> Option<EmbeddedFile> {
    let specification = file.get(specification).entries()?;
    let name = file.text(specification, "UF").or_else(|| file.text(specification, "F"))?;
    let streams = file.dictionary(specification, "EF")?;
    let stream = match file.at(streams, "UF") {
        stream @ Object::Stream(_) => stream,
        _ => file.at(streams, "F"),
    };
    let stream = stream.as_stream()?;
    let named = |object: &Object| {
        object.as_name().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
    };
    Some(EmbeddedFile {
        name,
        media_type: named(file.at(&stream.dictionary, "Subtype")),
        description: file.text(specification, "Desc").unwrap_or_default(),
        relationship: named(file.at(specification, "AFRelationship")),
        content: file.content(stream).unwrap_or_default().into_owned(),
    })
}
