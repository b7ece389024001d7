//! An electronic seal made by hand: its digest holds, its signature is a row of zeros.

use sha2::{Digest, Sha256};

use crate::base::Base;
use crate::update::Update;
use tests::plain_pdf::{Plain, position};

/// Room for the numbers of `/ByteRange`.
const RANGE: &str = "/ByteRange [0000000000 0000000000 0000000000 0000000000]";
/// How many bytes `/Contents` has.
const ROOM: usize = 2048;

/// The entries of what a widget draws.
const BOX: &str = "/Type /XObject /Subtype /Form /BBox [0 0 480 160]";

/// A seal, and what else its revision does.
pub struct Seal {
    /// The page of its widget, from 1.
    pub page: usize,
    /// The rectangle of its widget.
    pub rectangle: &'static str,
    /// What the widget draws, in a box of 480 by 160; a field that it fills keeps its own where there is nothing.
    pub appearance: &'static str,
    /// More entries of the widget.
    pub widget: &'static str,
    /// More entries of the signature dictionary, before `/Contents`.
    pub signature: &'static str,
    /// More entries of the form.
    pub form: &'static str,
    /// The field of the file that it fills, by its name; none for one that it adds.
    pub field: Option<&'static str>,
    /// What else the revision changes.
    pub also: fn(&mut Plain),
    /// The gap and the end of what is sealed, changed: start and end of the gap, end of the file.
    pub range: fn([usize; 3]) -> [usize; 4],
    /// The content of `/Contents`, from the digest of what is sealed.
    pub contents: fn(&[u8]) -> Vec<u8>,
}

impl Seal {
    /// A seal that is not shown and changes nothing else.
    pub const PLAIN: Self = Self {
        page: 1,
        rectangle: "0 0 0 0",
        appearance: "",
        widget: "",
        signature: "",
        form: "",
        field: None,
        also: |_| (),
        range: |[start, end, length]| [0, start, end, length - end],
        contents: container,
    };

    /// Seals an issued file, or bytes made from it.
    pub fn on(&self, base: &Base, file: &[u8]) -> Vec<u8> {
        let (before, mut plain) = (base.plain(), base.plain());
        // The numbers of the file's own streams are used as well.
        plain.objects.insert(tests::plain_pdf::size(file), b"null".to_vec());
        let first = plain.next();
        if self.field.is_none() {
            (self.also)(&mut plain);
        }
        let zeros = "00".repeat(ROOM);
        let Self { rectangle, widget, signature, form, .. } = self;
        let value = plain.add(format!(
            "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20221201000000Z) {signature} {RANGE} /Contents <{zeros}>>>"
        ));
        if let Some(name) = self.field {
            self.fill_field(&mut plain, name, value);
            return self.written(file, &before, plain, first);
        }
        let look = plain.add_stream(BOX, self.appearance.as_bytes());
        let page = plain.page(self.page);
        let field = plain.add(format!(
            "<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal1) /F 132 /P {page} 0 R /Rect [{rectangle}] /V {value} 0 R /AP <</N {look} 0 R>> {widget}>>"
        ));
        add_annotation(&mut plain, page, field);
        let catalog = plain.find("/Type /Catalog");
        plain.extend(catalog, &format!("/AcroForm <</Fields [{field} 0 R] /SigFlags 3 {form}>>"));
        self.written(file, &before, plain, first)
    }

    /// Fills a field of the file with a signature, and does what else the revision does.
    fn fill_field(&self, plain: &mut Plain, name: &str, value: u32) {
        let field = plain.find(&format!("/T ({name})"));
        if !self.appearance.is_empty() {
            let look = plain.add_stream(BOX, self.appearance.as_bytes());
            let before = plain.reference(field, "N");
            plain.replace(field, &format!("/N {before} 0 R"), format!("/N {look} 0 R"));
        }
        plain.extend(field, &format!("/V {value} 0 R {}", self.widget));
        let acro_form = plain.find("/SigFlags");
        if position(&plain.objects[&acro_form], b"/SigFlags 1").is_some() {
            plain.replace(acro_form, "/SigFlags 1", "/SigFlags 3");
        }
        plain.extend(acro_form, self.form);
        (self.also)(plain);
    }

    /// The revision of what changed, with its seal.
    fn written(&self, file: &[u8], before: &Plain, plain: Plain, first: u32) -> Vec<u8> {
        let changed = |(id, body): &(u32, Vec<u8>)| {
            *id >= first || before.objects.get(id).is_some_and(|old| old != body)
        };
        let objects = plain.objects.into_iter().filter(changed).collect();
        self.fill(Update { file, trailer: plain.trailer, objects }.with_stream())
    }

    /// Fills in what is sealed and its digest.
    fn fill(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        let Some(range) = position(&bytes, RANGE.as_bytes()) else { return bytes };
        let start = range + position(&bytes[range..], b"/Contents ").unwrap() + b"/Contents ".len();
        let end = start + 2 * ROOM + 2;
        let numbers = (self.range)([start, end, bytes.len()]);
        let written = numbers.map(|number| format!("{number:010}")).join(" ");
        bytes[range + 12..range + 12 + written.len()].copy_from_slice(written.as_bytes());
        let part = |at: usize, length: usize| bytes.get(at..at + length).unwrap_or_default();
        let sealed = [part(numbers[0], numbers[1]), part(numbers[2], numbers[3])].concat();
        let contents = (self.contents)(&Sha256::digest(sealed));
        let digits: String = contents.iter().map(|byte| format!("{byte:02x}")).collect();
        bytes[start + 1..=start + digits.len()].copy_from_slice(digits.as_bytes());
        bytes
    }
}

/// Adds an annotation to a page.
pub fn add_annotation(file: &mut Plain, page: u32, annotation: u32) {
    if let Some(start) = position(&file.objects[&page], b"/Annots [") {
        let body = &file.objects[&page][start..];
        let annotations = String::from_utf8(body[..position(body, b"]").unwrap()].to_vec()).unwrap();
        file.replace(page, &annotations, format!("{annotations} {annotation} 0 R"));
    } else {
        file.extend(page, &format!("/Annots [{annotation} 0 R]"));
    }
}

/// A CMS container with a digest, after RFC 5652.
pub fn container(digest: &[u8]) -> Vec<u8> {
    const DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1];
    const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2];
    const SHA_256: &[u8] = &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
    const CONTENT_TYPE: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 3];
    const MESSAGE_DIGEST: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 4];
    const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1];
    let (sequence, set, identifier) = (0x30, 0x31, 0x06);
    let attribute =
        |name: &[u8], value: Vec<u8>| der(sequence, &[der(identifier, &[name.to_vec()]), der(set, &[value])]);
    let algorithm = |name: &[u8]| der(sequence, &[der(identifier, &[name.to_vec()]), vec![5, 0]]);
    let one = || vec![2, 1, 1];
    let name = der(sequence, &[der(identifier, &[vec![0x55, 4, 3]]), der(0x0C, &[b"Clerk".to_vec()])]);
    let issuer = der(sequence, &[der(sequence, &[der(set, &[name])]), one()]);
    let attributes = der(
        0xA0,
        &[
            attribute(CONTENT_TYPE, der(identifier, &[DATA.to_vec()])),
            attribute(MESSAGE_DIGEST, der(4, &[digest.to_vec()])),
        ],
    );
    let about_signer =
        [one(), issuer, algorithm(SHA_256), attributes, algorithm(RSA), der(4, &[vec![0; 256]])];
    let content = der(sequence, &[der(identifier, &[DATA.to_vec()])]);
    let signed = der(
        sequence,
        &[one(), der(set, &[algorithm(SHA_256)]), content, der(set, &[der(sequence, &about_signer)])],
    );
    der(sequence, &[der(identifier, &[SIGNED_DATA.to_vec()]), der(0xA0, &[signed])])
}

/// A value of DER.
fn der(tag: u8, parts: &[Vec<u8>]) -> Vec<u8> {
    let content = parts.concat();
    let length = u16::try_from(content.len()).unwrap();
    let [high, low] = length.to_be_bytes();
    let head = match length {
        0..=127 => vec![tag, low],
        128..=255 => vec![tag, 0x81, low],
        _ => vec![tag, 0x82, high, low],
    };
    [head, content].concat()
}
