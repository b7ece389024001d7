//! A parsed PDF file: its attachments, and the text on its pages and in its structure tree.

use lopdf::Object;

use crate::error::PdfError;
use crate::page_text::{self, MarkedText, TextKind};
use crate::pdf_file::{PdfFile, entries};
use crate::tagged_text::{self, TaggedText};

/// How deep the name tree of embedded files may be nested.
const MAX_DEPTH: usize = 16;
/// The most attachments read, inclusive.
const MAX_FILES: usize = 1_000;

/// A parsed PDF file.
///
/// Parsing needs only the bytes, and no bytes cause a panic. A page whose content stream cannot be parsed has no text.
pub struct ParsedPdf {
    pub(crate) file: PdfFile,
    pub(crate) marked: Vec<Vec<MarkedText>>,
    pub(crate) tagged_texts: Vec<TaggedText>,
    attachments: Vec<EmbeddedFile>,
}

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

impl ParsedPdf {
    /// Parses a file.
    ///
    /// # Errors
    /// - [`PdfError::Malformed`], [`PdfError::NoPage`] and [`PdfError::Encrypted`] for bytes that are not a
    ///   readable PDF;
    /// - [`PdfError::TooLarge`], [`PdfError::DecompressedTooLarge`] and [`PdfError::LimitExceeded`] for a file beyond
    ///   the limits.
    pub fn parse(bytes: &[u8]) -> Result<Self, PdfError> {
        let file = PdfFile::read(bytes)?;
        let marked: Vec<Vec<MarkedText>> = (file.pages().iter())
            .map(|page| {
                entries(file.object(*page)).and_then(|page| page_text::read(&file, page)).unwrap_or_default()
            })
            .collect();
        let tagged_texts = tagged_text::tagged_texts(&file, &marked);
        let attachments = attachments(&file);
        Ok(Self { file, marked, tagged_texts, attachments })
    }

    /// The number of pages; at least one.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.marked.len()
    }

    /// The embedded files, in the order of their list.
    #[must_use]
    pub fn attachments(&self) -> &[EmbeddedFile] {
        &self.attachments
    }

    /// The text in reading order, as assistive technology presents it: figures by their alternative text.
    pub fn reading_order(&self) -> impl Iterator<Item = &str> {
        self.tagged_texts
            .iter()
            .map(|tagged| tagged.actual_text.as_str())
            .filter(|actual_text| !actual_text.trim().is_empty())
    }

    /// The text of the document on a page, from 0, in the order in which it is drawn.
    #[must_use]
    pub fn text(&self, page: usize) -> String {
        self.page_text(page, |kind| matches!(kind, TextKind::Content(_)))
    }

    /// The artifacts on a page, from 0: header, footer and repeated text.
    #[must_use]
    pub fn artifact_text(&self, page: usize) -> String {
        self.page_text(page, |kind| *kind == TextKind::Artifact)
    }

    /// The unmarked text on a page, from 0; a tagged file has none.
    #[must_use]
    pub fn unmarked_text(&self, page: usize) -> String {
        self.page_text(page, |kind| *kind == TextKind::Unmarked)
    }

    fn page_text(&self, page: usize, wanted: fn(&TextKind) -> bool) -> String {
        let marked = self.marked.get(page).into_iter().flatten().filter(|text| wanted(&text.kind));
        marked.map(|text| text.glyph_text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// An entry of the information dictionary, as in `Title` or `Producer`.
    #[must_use]
    pub fn information(&self, key: &str) -> Option<String> {
        let information = self.file.dictionary(self.file.trailer(), "Info")?;
        self.file.text(information, key)
    }

    pub(crate) fn attachment(&self, name: &str) -> Option<&EmbeddedFile> {
        self.attachments.iter().find(|file| file.name == name)
    }
}

/// The files in the name tree and in the list of associated files, each once.
fn attachments(file: &PdfFile) -> Vec<EmbeddedFile> {
    let Some(catalog) = file.catalog() else { return Vec::new() };
    let names = file.dictionary(catalog, "Names").and_then(|names| names.get(b"EmbeddedFiles").ok());
    let mut specifications = Vec::new();
    let mut open: Vec<(&Object, usize)> = names.map(|names| (names, 0)).into_iter().collect();
    while let Some((node, depth)) = open.pop() {
        let Some(node) = entries(file.get(node)) else { continue };
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
    for associated in file.items(catalog, "AF") {
        if !specifications.contains(&associated) {
            specifications.push(associated);
        }
    }
    specifications.into_iter().take(MAX_FILES).filter_map(|one| embedded_file(file, one)).collect()
}

fn embedded_file(file: &PdfFile, specification: &Object) -> Option<EmbeddedFile> {
    let specification = entries(file.get(specification))?;
    let name = file.text(specification, "UF").or_else(|| file.text(specification, "F"))?;
    let streams = file.dictionary(specification, "EF")?;
    let stream = match file.at(streams, "UF") {
        stream @ Object::Stream(_) => stream,
        _ => file.at(streams, "F"),
    };
    let stream = stream.as_stream().ok()?;
    let named = |object: &Object| {
        object.as_name().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
    };
    Some(EmbeddedFile {
        name,
        media_type: named(file.at(&stream.dict, "Subtype")),
        description: file.text(specification, "Desc").unwrap_or_default(),
        relationship: named(file.at(specification, "AFRelationship")),
        content: file.content(stream).unwrap_or_default(),
    })
}
