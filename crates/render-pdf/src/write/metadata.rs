//! Metadata: the information dictionary and the XMP packet.

use ags_document::Document;
use chrono::{Datelike, NaiveDate};
use lopdf::{Dictionary, Object, dictionary};
use xmp_writer::{DateTime, LangId, Namespace, Timezone, XmpWriter};

use super::object::text;

const PRODUCER: &str = concat!("render-pdf ", env!("CARGO_PKG_VERSION"));

/// The information dictionary.
pub(super) fn info(source: &Document) -> Dictionary {
    let date = date(source.date);
    dictionary! {
        "Title" => text(&one_line(&source.title)),
        "Author" => text(&one_line(&source.author)),
        "Subject" => text(&one_line(&source.subject)),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// Midnight UTC at the start of a day, as a PDF date string.
pub(super) fn date(date: NaiveDate) -> Object {
    Object::string_literal(date.format("D:%Y%m%d000000Z").to_string())
}

/// The XMP packet: the information dictionary, and the claim to conform to PDF/A-3a and PDF/UA-1.
pub(super) fn packet(source: &Document) -> Vec<u8> {
    let (title, author, subject) =
        (one_line(&source.title), one_line(&source.author), one_line(&source.subject));
    let mut xmp = XmpWriter::new();
    xmp.format("application/pdf");
    xmp.title([(None::<LangId<'_>>, title.as_str())]);
    xmp.creator([author.as_str()]);
    xmp.description([(None::<LangId<'_>>, subject.as_str())]);
    xmp.language([LangId(&source.language)]);
    xmp.creator_tool(PRODUCER);
    xmp.producer(PRODUCER);
    xmp.create_date(midnight(source.date));
    xmp.modify_date(midnight(source.date));
    xmp.pdfa_part(3);
    xmp.pdfa_conformance("A");
    xmp.pdfua_part(1);
    let mut schemas = xmp.extension_schemas();
    let mut schema = schemas.add_schema();
    schema.namespace(Namespace::PdfUAId);
    let mut properties = schema.properties();
    let mut part = properties.add_property();
    part.category(true)
        .description("Part of ISO 14289 that the file keeps to")
        .name("part")
        .value_type("Integer");
    drop(part);
    drop(properties);
    drop(schema);
    drop(schemas);
    xmp.finish(None).into_bytes()
}

/// Text with line breaks and other white space replaced by single spaces.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Midnight UTC at the start of a day.
fn midnight(date: NaiveDate) -> DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(date.year()).unwrap_or(1);
    DateTime::new(year, small(date.month()), small(date.day()), 0, 0, 0, Timezone::Utc)
}
