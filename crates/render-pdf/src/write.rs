//! Pages and tags as the bytes of a PDF file.

pub(crate) mod attachments;
mod content;
mod letters;
mod metadata;
mod outline;

use std::io::{self, Write};

use ags::document::Document as Source;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use crate::error::RenderError;
use crate::layout::{Bookmark, Layout};
use crate::{style, tag};
use letters::Letters;

/// The sRGB colours, for the output intent.
const SRGB: &[u8] = include_bytes!("../icc/sRGB-v2-magic.icc");

/// Smaller files than the default level at little cost.
const DEFLATE: Compression = Compression::new(6);

/// The file of a document laid out.
pub(crate) fn write(source: &Source, layout: &Layout) -> Result<Vec<u8>, RenderError> {
    let letters = Letters::of(layout)?;
    let mut document = pages(layout, letters);
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for page in &pages {
        size(&mut document, *page);
    }
    let tags = tag::write(&mut document, layout, &pages);
    let outline = outline::write(&mut document, &layout.bookmarks, &pages);
    catalog(&mut document, source, tags, outline)?;
    save(document).map_err(|error| RenderError::Write(error.to_string()))
}

/// The pages without tags.
fn pages(layout: &Layout, letters: Letters) -> Document {
    let mut document = PdfDocument::new("");
    let page = |page| PdfPage::new(Mm(210.0), Mm(297.0), content::operations(page, layout, &letters));
    let pages = layout.pages.iter().map(page).collect();
    document.with_pages(pages);
    letters.embed(&mut document);
    document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

/// Gives a page the size of A4.
fn size(document: &mut Document, page: ObjectId) {
    if let Ok(page) = document.get_dictionary_mut(page) {
        page.remove(b"TrimBox");
        page.remove(b"CropBox");
        let size = [0.0, 0.0, style::PAGE_WIDTH, style::PAGE_HEIGHT];
        page.set("MediaBox", size.map(Object::Real).to_vec());
    }
}

/// Says in the catalogue what the file is, to readers that show it, hear it or keep it.
fn catalog(
    document: &mut Document,
    source: &Source,
    tags: ObjectId,
    outline: Option<ObjectId>,
) -> Result<(), RenderError> {
    let mut entries = dictionary! {
        "Lang" => Object::string_literal(source.language.as_str()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => tags,
        "Metadata" => document.add_object(packet(source)),
        "OutputIntents" => vec![intent(document).into()],
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageLayout" => "SinglePage",
    };
    if let Some(outline) = outline {
        entries.set("Outlines", outline);
        entries.set("PageMode", "UseOutlines");
    }
    attachments::write(document, source, &mut entries);
    let info = document.trailer.get(b"Info").and_then(Object::as_reference);
    let info = info.unwrap_or_else(|_| document.new_object_id());
    document.set_object(info, metadata::info(source));
    document.trailer.set("Info", info);
    let catalog = document.catalog_mut().map_err(|error| RenderError::Write(error.to_string()))?;
    for (key, value) in entries {
        catalog.set(key, value);
    }
    Ok(())
}

/// What the file says about itself, readable without any PDF software.
fn packet(source: &Source) -> Stream {
    let packet =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, metadata::packet(source));
    packet.with_compression(false)
}

/// The colours that numbers stand for.
fn intent(document: &mut Document) -> Dictionary {
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => profile,
    }
}

/// The bytes of the file. Its identifier is a digest of all streams, so that equal documents are equal files.
fn save(mut document: Document) -> io::Result<Vec<u8>> {
    document.version = "1.7".into();
    let mut digest = Sha256::new();
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        digest.update(&stream.content);
        if stream.allows_compression && !stream.dict.has(b"Filter") {
            let mut deflated = ZlibEncoder::new(Vec::new(), DEFLATE);
            deflated.write_all(&stream.content)?;
            stream.set_content(deflated.finish()?);
            stream.dict.set("Filter", "FlateDecode");
        }
    }
    let digest = digest.finalize().into_iter().take(16).collect();
    let identifier = Object::String(digest, StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![identifier.clone(), identifier]);
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes)?;
    Ok(bytes)
}

/// A string that people read.
pub(crate) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// The destination of a bookmark: its page, scrolled to the heading.
pub(crate) fn top_of(bookmark: &Bookmark, pages: &[ObjectId]) -> Object {
    let page = pages.get(bookmark.page).copied().map_or(Object::Null, Object::Reference);
    let top = Object::Real((style::PAGE_HEIGHT - bookmark.y).round());
    vec![page, "XYZ".into(), 0.into(), top, Object::Null].into()
}
