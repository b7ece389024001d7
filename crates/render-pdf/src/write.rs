//! Writing: pages, tags and metadata as the bytes of a PDF file.

pub(crate) mod attachments;
mod content;
mod file;
mod font_map;
mod metadata;
mod object;
mod outline;
pub(crate) mod string_length;
mod tags;

use ags_document::Document as Source;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};

use crate::error::RenderError;
use crate::layout::Layout;
use crate::style;
use font_map::FontMap;
use object::integer;
use tags::Tags;

/// The sRGB profile, for the output intent.
const SRGB: &[u8] = include_bytes!("../icc/sRGB-v2-magic.icc");

/// The file of a laid-out document.
pub(crate) fn write(source: &Source, layout: &Layout) -> Result<Vec<u8>, RenderError> {
    let fonts = FontMap::of(layout)?;
    let mut document = pages(layout, fonts);
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for page in &pages {
        set_size(&mut document, *page);
    }
    let tags = tags::write(&mut document, layout, &pages);
    let outline = outline::write(&mut document, &layout.bookmarks, &pages);
    catalog(&mut document, source, &tags, outline)?;
    file::bytes(document).map_err(|error| RenderError::Write(error.to_string()))
}

/// The pages without tags.
fn pages(layout: &Layout, fonts: FontMap) -> Document {
    let mut document = PdfDocument::new("");
    let a4 = |operations| PdfPage::new(Mm(210.0), Mm(297.0), operations);
    let mut pages: Vec<PdfPage> =
        layout.pages.iter().map(|page| a4(content::operations(page, layout, &fonts))).collect();
    pages.push(a4(fonts.glyph_manifest_page()));
    document.with_pages(pages);
    fonts.embed(&mut document);
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    let mut document = document.to_lopdf_document(&options, &mut Vec::new());
    remove_last_page(&mut document);
    document
}

/// Removes the last page, which only printpdf needs.
fn remove_last_page(document: &mut Document) {
    let pages = document.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    let Ok(Object::Dictionary(pages)) = pages.and_then(|pages| document.get_object_mut(pages)) else {
        return;
    };
    let Ok(children) = pages.get_mut(b"Kids").and_then(Object::as_array_mut) else { return };
    let last = children.pop();
    let count = children.len();
    pages.set("Count", integer(count));
    let Some(Object::Reference(last)) = last else { return };
    let Some(Object::Dictionary(page)) = document.objects.remove(&last) else { return };
    for part in [page.get(b"Contents"), page.get(b"Resources")] {
        if let Ok(Object::Reference(part)) = part {
            document.objects.remove(part);
        }
    }
}

/// Gives a page the size of A4.
fn set_size(document: &mut Document, page: ObjectId) {
    if let Ok(page) = document.get_dictionary_mut(page) {
        page.remove(b"TrimBox");
        page.remove(b"CropBox");
        let size = [0.0, 0.0, style::PAGE_WIDTH, style::PAGE_HEIGHT];
        page.set("MediaBox", size.map(Object::Real).to_vec());
    }
}

/// Fills the catalogue and the information dictionary.
fn catalog(
    document: &mut Document,
    source: &Source,
    tags: &Tags,
    outline: Option<ObjectId>,
) -> Result<(), RenderError> {
    let mut entries = dictionary! {
        "Lang" => Object::string_literal(source.language.as_str()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => tags.root,
        "Metadata" => document.add_object(packet(source)),
        "OutputIntents" => vec![output_intent(document).into()],
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageLayout" => "SinglePage",
    };
    if let Some(outline) = outline {
        entries.set("Outlines", outline);
        entries.set("PageMode", "UseOutlines");
    }
    if !tags.fields.is_empty() {
        let fields: Vec<Object> = tags.fields.iter().copied().map(Object::Reference).collect();
        // The first flag: the document has a field for a signature.
        entries.set("AcroForm", document.add_object(dictionary! { "Fields" => fields, "SigFlags" => 1 }));
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

/// The XMP packet, uncompressed so that it is readable without PDF software.
fn packet(source: &Source) -> Stream {
    let packet =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, metadata::packet(source));
    packet.with_compression(false)
}

/// The output intent, which defines the colours that numbers stand for.
fn output_intent(document: &mut Document) -> Dictionary {
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => profile,
    }
}
