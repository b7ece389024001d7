//! The file format: streams are deflated, every other object is written into object streams, and a cross-reference
//! stream follows.
//!
//! lopdf can write this too, but copies every object and writes it three times on the way.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::object::integer;

/// On a statement of 36 pages this level takes three tenths of the time of the default; the file is a tenth larger.
const DEFLATE: Compression = Compression::new(2);

/// How many objects share a stream: software unpacks all of them to read one.
const OBJECTS_PER_STREAM: usize = 200;

/// The version, and four bytes above 127 that mark the file as binary.
const HEADER: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

/// The bytes of a document. Its identifier is a digest of all bytes before it, so that equal documents give equal
/// files.
pub(super) fn bytes(document: Document) -> io::Result<Vec<u8>> {
    let Document { objects, trailer, max_id, .. } = document;
    let mut file = FileWriter { bytes: HEADER.to_vec(), xref: Vec::new(), next_id: max_id + 1 };
    let mut others = Vec::with_capacity(objects.len());
    for ((id, _), object) in objects {
        match object {
            Object::Stream(stream) => file.stream(id, stream)?,
            other => others.push((id, other)),
        }
    }
    for objects in others.chunks(OBJECTS_PER_STREAM) {
        file.object_stream(objects)?;
    }
    file.end(&trailer)
}

/// An entry of the cross-reference stream.
#[derive(Clone, Copy)]
enum XrefEntry {
    /// No object has this number.
    Free,
    /// The byte offset of an object.
    Offset(usize),
    /// The number of an object stream, and the index of the object in it.
    Compressed(u32, usize),
}

struct FileWriter {
    bytes: Vec<u8>,
    /// The entry of each object, by its number.
    xref: Vec<XrefEntry>,
    /// The number of the next object added here.
    next_id: u32,
}

impl FileWriter {
    fn set_xref(&mut self, id: u32, entry: XrefEntry) {
        let id = id as usize;
        if self.xref.len() <= id {
            self.xref.resize(id + 1, XrefEntry::Free);
        }
        if let Some(known) = self.xref.get_mut(id) {
            *known = entry;
        }
    }

    fn new_id(&mut self) -> u32 {
        self.next_id += 1;
        self.next_id - 1
    }

    fn stream(&mut self, id: u32, stream: Stream) -> io::Result<()> {
        let Stream { mut dict, mut content, allows_compression, .. } = stream;
        if allows_compression && !dict.has(b"Filter") {
            let mut deflated = ZlibEncoder::new(Vec::with_capacity(content.len() / 3), DEFLATE);
            deflated.write_all(&content)?;
            content = deflated.finish()?;
            dict.set("Filter", "FlateDecode");
        }
        dict.set("Length", integer(content.len()));
        self.set_xref(id, XrefEntry::Offset(self.bytes.len()));
        writeln!(self.bytes, "{id} 0 obj")?;
        write_dictionary(&mut self.bytes, &dict)?;
        self.bytes.extend_from_slice(b"\nstream\n");
        self.bytes.extend_from_slice(&content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
        Ok(())
    }

    /// Writes objects other than streams into an object stream.
    fn object_stream(&mut self, objects: &[(u32, Object)]) -> io::Result<()> {
        let stream = self.new_id();
        let (mut index, mut content) = (Vec::new(), Vec::with_capacity(128 * objects.len()));
        for (number, (id, object)) in objects.iter().enumerate() {
            write!(index, "{id} {} ", content.len())?;
            write_object(&mut content, object)?;
            content.push(b'\n');
            self.set_xref(*id, XrefEntry::Compressed(stream, number));
        }
        let dictionary = dictionary! { "Type" => "ObjStm", "N" => integer(objects.len()), "First" => integer(index.len()) };
        index.append(&mut content);
        self.stream(stream, Stream::new(dictionary, index))
    }

    /// Writes the cross-reference stream, which is also the trailer.
    fn end(mut self, trailer: &Dictionary) -> io::Result<Vec<u8>> {
        let id = self.new_id();
        let start = self.bytes.len();
        self.set_xref(id, XrefEntry::Offset(start));
        let digest = Sha256::digest(&self.bytes).into_iter().take(16).collect();
        let identifier = Object::String(digest, StringFormat::Hexadecimal);
        let mut dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => integer(self.xref.len()),
            "W" => vec![1.into(), 4.into(), 2.into()],
            "ID" => vec![identifier.clone(), identifier],
        };
        for key in ["Root", "Info"] {
            if let Ok(value) = trailer.get(key.as_bytes()) {
                dictionary.set(key, value.clone());
            }
        }
        let entries = self.xref.iter().flat_map(|entry| encoded(*entry)).collect();
        self.stream(id, Stream::new(dictionary, entries))?;
        write!(self.bytes, "startxref\n{start}\n%%EOF\n")?;
        Ok(self.bytes)
    }
}

/// A cross-reference entry: a byte for its type, then fields of four bytes and two.
fn encoded(entry: XrefEntry) -> impl Iterator<Item = u8> {
    let (kind, wide, narrow) = match entry {
        XrefEntry::Free => (0, 0, u16::MAX),
        XrefEntry::Offset(byte) => (1, u32::try_from(byte).unwrap_or(u32::MAX), 0),
        XrefEntry::Compressed(stream, number) => (2, stream, u16::try_from(number).unwrap_or(u16::MAX)),
    };
    std::iter::once(kind).chain(wide.to_be_bytes()).chain(narrow.to_be_bytes())
}

fn write_object(out: &mut Vec<u8>, object: &Object) -> io::Result<()> {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => write!(out, "{value}")?,
        Object::Integer(value) => write!(out, "{value}")?,
        Object::Real(value) => write!(out, "{value}")?,
        Object::Name(name) => write_name(out, name)?,
        Object::String(bytes, StringFormat::Literal) => write_literal(out, bytes),
        Object::String(bytes, StringFormat::Hexadecimal) => write_hexadecimal(out, bytes)?,
        Object::Array(objects) => {
            out.push(b'[');
            for (number, object) in objects.iter().enumerate() {
                if number > 0 {
                    out.push(b' ');
                }
                write_object(out, object)?;
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary)?,
        Object::Stream(_) => return Err(io::Error::other("a stream cannot be inside another object")),
        Object::Reference((id, generation)) => write!(out, "{id} {generation} R")?,
    }
    Ok(())
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) -> io::Result<()> {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(out, key)?;
        out.push(b' ');
        write_object(out, value)?;
    }
    out.extend_from_slice(b">>");
    Ok(())
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) -> io::Result<()> {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"#()<>[]{}/%".contains(byte) {
            out.push(*byte);
        } else {
            write!(out, "#{byte:02X}")?;
        }
    }
    Ok(())
}

fn write_literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

fn write_hexadecimal(out: &mut Vec<u8>, bytes: &[u8]) -> io::Result<()> {
    out.push(b'<');
    for byte in bytes {
        write!(out, "{byte:02X}")?;
    }
    out.push(b'>');
    Ok(())
}

#[cfg(test)]
mod tests {
    use lopdf::ObjectId;

    use super::*;

    fn written(object: &Object) -> String {
        let mut out = Vec::new();
        write_object(&mut out, object).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn delimiters_of_strings_and_names_are_escaped() {
        assert_eq!(written(&Object::string_literal("a (b) \\ \r\n")), "(a \\(b\\) \\\\ \\r\n)");
        assert_eq!(written(&"application/json #1".into()), "/application#2Fjson#20#231");
        assert_eq!(written(&Object::String(vec![0, 0xAF], StringFormat::Hexadecimal)), "<00AF>");
    }

    #[test]
    fn nested_objects_are_written_as_the_format_says() {
        let object: Object = dictionary! {
            "A" => vec![1.into(), Object::Real(-0.5), Object::Null, true.into()],
            "B" => dictionary! { "C" => (7, 0) },
        }
        .into();
        assert_eq!(written(&object), "<</A [1 -0.5 null true]/B <</C 7 0 R>>>>");
    }

    #[test]
    fn two_hundred_and_one_objects_are_read_back_from_two_object_streams() {
        let mut document = Document::new();
        let ids: Vec<ObjectId> = (0..=200_i64).map(|number| document.add_object(number)).collect();
        let root = document.add_object(dictionary! { "Type" => "Catalog" });
        document.trailer.set("Root", root);
        let read = Document::load_mem(&bytes(document).unwrap()).unwrap();
        for (number, id) in (0..).zip(ids) {
            assert_eq!(read.get_object(id).unwrap().as_i64().unwrap(), number);
        }
        assert_eq!(read.trailer.get(b"Root").unwrap().as_reference().unwrap(), root);
    }
}
