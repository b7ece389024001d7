//! Places for signatures, and what the metadata say of the author.

use std::collections::BTreeSet;

use ags::document::{Block, Signature, Signatures};
use lopdf::{Dictionary, Object};

use super::{is_tidy, read, reads_back};
use tests::pdf_reader::{Child, PdfReader};
use tests::sample::{self, heading, qr_code, signatures, with_body};

fn certification() -> PdfReader {
    read(&with_body(vec![heading(1, "Certification"), signatures("Leader of the Council")]))
}

/// The fields of the form.
fn fields(reader: &PdfReader) -> Vec<&Dictionary> {
    let catalog = reader.document.catalog().unwrap();
    let form =
        reader.document.get_dictionary(catalog.get(b"AcroForm").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(
        form.iter().map(|(key, _)| key.as_slice()).collect::<BTreeSet<_>>(),
        [&b"Fields"[..], b"SigFlags"].into()
    );
    assert_eq!(form.get(b"SigFlags").unwrap().as_i64().unwrap(), 1);
    let fields = form.get(b"Fields").unwrap().as_array().unwrap();
    fields.iter().map(|field| reader.element(field.as_reference().unwrap())).collect()
}

fn numbers(dictionary: &Dictionary, key: &[u8]) -> Vec<f32> {
    let numbers = dictionary.get(key).unwrap().as_array().unwrap();
    numbers.iter().map(|number| number.as_float().unwrap()).collect()
}

#[test]
fn a_place_is_read_as_office_signature_name_and_date() {
    let document = with_body(vec![heading(1, "Certification"), signatures("Leader")]);
    let reader = read(&document);
    is_tidy(&reader);
    reads_back(&document, &reader);
    let wanted = "    \
    Div
      P: Leader
      P: Leader
      P: Signed Leader
      P: Name Leader
      P: Date 31 May 2022
    Div
      P: Leader
      P: Signed
      P: Name
      P: Date
";
    assert!(reader.tags().contains(wanted), "{}", reader.tags());
}

#[test]
fn a_field_is_named_and_tagged_where_a_person_signs() {
    let reader = certification();
    let fields = fields(&reader);
    assert_eq!(fields.len(), 2, "one for each place that asks for it");
    for (field, name) in fields.iter().zip([&b"Signature1"[..], b"Signature2"]) {
        let text = |key: &[u8]| field.get(key).unwrap().as_str().unwrap();
        let is = |key: &[u8]| field.get(key).unwrap().as_name().unwrap();
        assert_eq!((text(b"T"), text(b"TU")), (name, &b"Signature: Leader of the Council"[..]));
        assert_eq!((is(b"FT"), is(b"Subtype")), (&b"Sig"[..], &b"Widget"[..]));
        assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 4);
        assert!(!field.has(b"V"), "it is not signed");
        let appearance =
            field.get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap().as_reference().unwrap();
        let appearance = reader.document.get_object(appearance).unwrap().as_stream().unwrap();
        let (bounds, sides) = (numbers(&appearance.dict, b"BBox"), numbers(field, b"Rect"));
        assert!((bounds[3] - 45.0).abs() < 0.1 && (bounds[2] - 300.0).abs() < 0.1, "{bounds:?}");
        assert!(
            (sides[3] - sides[1] - bounds[3]).abs() < 0.1 && (sides[2] - sides[0] - bounds[2]).abs() < 0.1
        );
    }
    let forms = reader
        .elements()
        .into_iter()
        .filter(|id| reader.element(*id).get(b"S").unwrap().as_name().unwrap() == b"Form");
    let forms: Vec<_> = forms.collect();
    assert_eq!(forms.len(), 2);
    for form in forms {
        assert!(matches!(reader.children(form)[..], [Child::Annotation(_)]));
        let paragraph = reader.element(form).get(b"P").unwrap().as_reference().unwrap();
        assert_eq!(reader.element(paragraph).get(b"S").unwrap().as_name().unwrap(), b"P");
    }
}

#[test]
fn a_field_has_no_words_under_it() {
    let document =
        with_body(vec![heading(1, "Certification"), signatures(&"Leader of the Council ".repeat(9))]);
    let reader = read(&document);
    let areas = render_pdf::content_areas(&document).unwrap();
    for (page, areas) in areas.iter().enumerate() {
        for annotation in reader.annotations(page) {
            let field = reader.element(annotation);
            if field.get(b"Subtype").unwrap().as_name().unwrap() != b"Widget" {
                continue;
            }
            let sides = numbers(field, b"Rect");
            let under = |area: &[f32; 4]| {
                area[0] < sides[2] && sides[0] < area[2] && area[1] < sides[3] && sides[1] < area[3]
            };
            assert!(!areas.iter().any(under), "page {page}: {sides:?}");
        }
    }
}

#[test]
fn places_share_a_page_where_one_is_long_enough() {
    for before in [1, 20, 25, 30, 35] {
        let mut body = vec![heading(1, "Certification")];
        body.extend((0..before).map(|number| Block::plain(format!("Line {number}."))));
        body.push(signatures("Leader"));
        let reader = read(&with_body(body));
        let pages = reader.shown.iter().filter(|page| page.iter().any(|shown| shown.text.contains("Signed")));
        assert_eq!(pages.count(), 1, "after {before} lines");
    }
}

#[test]
fn a_document_without_a_field_has_no_form() {
    let Block::Signatures(Signatures { mut places, signed, name, date }) = signatures("Leader") else {
        unreachable!()
    };
    for place in &mut places {
        place.signature = Signature::Room;
    }
    let places = Block::Signatures(Signatures { places, signed, name, date });
    for document in [sample::of_everything(), with_body(vec![heading(1, "Certification"), places])] {
        let reader = read(&document);
        assert!(!reader.document.catalog().unwrap().has(b"AcroForm"));
    }
}

#[test]
fn a_qr_code_has_its_address_as_alternative_text() {
    let reader = read(&with_body(vec![heading(1, "Verify"), qr_code()]));
    let wanted = "Figure Block alt=QR code for https://www.example.gov.uk/verify";
    assert!(reader.tags().contains(wanted), "{}", reader.tags());
}

#[test]
fn the_metadata_name_the_council_and_no_person_and_no_machine() {
    let reader = read(&sample::of_everything());
    let info = reader.document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = reader.document.get_dictionary(info).unwrap();
    let ours = concat!("render-pdf ", env!("CARGO_PKG_VERSION"));
    let date = "D:20220531000000Z";
    let wanted = [
        ("Author", "Anyshire Council"),
        ("CreationDate", date),
        ("Creator", ours),
        ("ModDate", date),
        ("Producer", ours),
        ("Subject", "How the council governed itself in 2021/22"),
        ("Title", "Annual Governance Statement 2021/22"),
    ];
    let text = |value: &Object| String::from_utf8(value.as_str().unwrap().to_vec()).unwrap();
    let found: BTreeSet<_> =
        info.iter().map(|(key, value)| (String::from_utf8(key.clone()).unwrap(), text(value))).collect();
    assert_eq!(found, wanted.map(|(key, value)| (key.to_owned(), value.to_owned())).into());
    let packet = reader.document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = &reader.document.get_object(packet).unwrap().as_stream().unwrap().content;
    let packet = String::from_utf8(packet.clone()).unwrap();
    let properties =
        packet.split(['<', ' ']).filter(|word| ["dc:", "xmp:", "pdf:"].iter().any(|it| word.starts_with(it)));
    let properties: BTreeSet<&str> = properties.filter_map(|word| word.split(['>', '/']).next()).collect();
    let wanted = [
        "dc:creator",
        "dc:description",
        "dc:format",
        "dc:language",
        "dc:title",
        "pdf:Producer",
        "xmp:CreateDate",
        "xmp:CreatorTool",
        "xmp:ModifyDate",
    ];
    assert_eq!(properties, wanted.into());
    let creator = packet.split("<dc:creator>").nth(1).unwrap().split("</dc:creator>").next().unwrap();
    assert_eq!(creator.matches("<rdf:li").count(), 1);
    assert!(creator.contains(">Anyshire Council<"), "{creator}");
}
