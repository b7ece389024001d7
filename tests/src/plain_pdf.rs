//! A PDF file taken apart: each object as the bytes it is written in, so that a test can change any of them.

use std::collections::BTreeMap;
use std::io::Write as _;

use lopdf::{Dictionary, Document, Object, StringFormat};

/// A file with every object written on its own and a classic cross-reference table.
#[derive(Clone)]
pub struct Plain {
    /// What stands before the first object.
    pub header: Vec<u8>,
    /// The bytes of each object, between `obj` and `endobj`, by its number.
    pub objects: BTreeMap<u32, Vec<u8>>,
    /// The entries of the trailer, without `/Size`.
    pub trailer: String,
}

impl Plain {
    /// Takes a document apart, with its streams as they are.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let container = |object: &Object| {
            object.as_stream().is_ok_and(|it| it.dict.has_type(b"ObjStm") || it.dict.has_type(b"XRef"))
        };
        let objects = document.objects.iter().filter(|(_, object)| !container(object));
        let objects = objects.map(|((id, _), object)| (*id, written(object))).collect();
        let entry = |key: &str| {
            let value = document.trailer.get(key.as_bytes()).unwrap();
            format!("/{key} {}", String::from_utf8(written(value)).unwrap())
        };
        let trailer = ["Root", "Info", "ID"].map(entry).join(" ");
        Self { header: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), objects, trailer }
    }

    /// The number after the last one used.
    #[must_use]
    pub fn next(&self) -> u32 {
        self.objects.last_key_value().map_or(1, |(id, _)| id + 1)
    }

    /// Adds an object and gives its number.
    pub fn add(&mut self, body: impl AsRef<[u8]>) -> u32 {
        let id = self.next();
        self.objects.insert(id, body.as_ref().to_vec());
        id
    }

    /// Adds a stream whose dictionary has more entries than its length, and gives its number.
    pub fn add_stream(&mut self, entries: &str, content: &[u8]) -> u32 {
        self.add(stream(entries, content))
    }

    /// The number of the first object that has some bytes in it.
    #[must_use]
    pub fn find(&self, wanted: &str) -> u32 {
        let has = |body: &&Vec<u8>| position(body, wanted.as_bytes()).is_some();
        *self.objects.iter().find(|(_, body)| has(body)).unwrap_or_else(|| panic!("{wanted} is nowhere")).0
    }

    /// Puts other bytes in the place of the first such bytes in an object.
    pub fn replace(&mut self, id: u32, from: &str, to: impl AsRef<[u8]>) {
        let body = self.objects.get_mut(&id).unwrap();
        *body = replaced(body, from.as_bytes(), to.as_ref());
    }

    /// Adds entries at the end of the dictionary, or of that of the stream, with a number.
    pub fn extend(&mut self, id: u32, entries: &str) {
        let body = self.objects.get_mut(&id).unwrap();
        let stream = position(body, b"\nstream\n").unwrap_or(body.len());
        let end = body[..stream].windows(2).rposition(|two| two == b">>").unwrap();
        body.splice(end..end, format!(" {entries}").into_bytes());
    }

    /// The number of a page, counted from 1.
    #[must_use]
    pub fn page(&self, number: usize) -> u32 {
        let pages = self.objects.iter().filter(|(_, body)| body.starts_with(b"<</Type /Page "));
        *pages.map(|(id, _)| id).nth(number - 1).unwrap()
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.objects.values().filter(|body| body.starts_with(b"<</Type /Page ")).count()
    }

    /// How many pages the root of the tree of pages counts.
    #[must_use]
    pub fn count(&self) -> usize {
        self.reference(self.find("/Type /Pages"), "Count") as usize
    }

    /// Lets the root of the tree of pages count another number of pages.
    pub fn set_count(&mut self, count: usize) {
        let (root, before) = (self.find("/Type /Pages"), self.count());
        self.replace(root, &format!("/Count {before}"), format!("/Count {count}"));
    }

    /// The number of the object that a key of another refers to.
    #[must_use]
    pub fn reference(&self, id: u32, key: &str) -> u32 {
        let body = &self.objects[&id];
        let at = position(body, format!("/{key} ").as_bytes()).unwrap() + key.len() + 2;
        number(&body[at..])
    }

    /// The number of the content stream of a page, counted from 1.
    #[must_use]
    pub fn drawing(&self, page: usize) -> u32 {
        self.reference(self.page(page), "Contents")
    }

    /// The content of a stream.
    #[must_use]
    pub fn content(&self, id: u32) -> &[u8] {
        let body = &self.objects[&id];
        &body[position(body, b"\nstream\n").unwrap() + 8..body.len() - b"\nendstream".len()]
    }

    /// The entries of a stream, without its length.
    #[must_use]
    pub fn entries(&self, id: u32) -> String {
        let body = &self.objects[&id];
        let entries = std::str::from_utf8(&body[2..position(body, b">>\nstream\n").unwrap()]).unwrap();
        entries.split("/Length ").next().unwrap().to_owned()
    }

    /// Puts other content in the place of that of a stream.
    pub fn set_content(&mut self, id: u32, content: &[u8]) {
        let entries = self.entries(id);
        self.objects.insert(id, stream(&entries, content));
    }

    /// Puts other bytes in the place of the first such bytes in the content of a stream.
    pub fn rewrite(&mut self, id: u32, from: impl AsRef<[u8]>, to: impl AsRef<[u8]>) {
        let content = replaced(self.content(id), from.as_ref(), to.as_ref());
        self.set_content(id, &content);
    }

    /// Draws something on a page, over what is there.
    pub fn draw(&mut self, page: usize, operators: &str) {
        let id = self.drawing(page);
        let content = [self.content(id), b"\n", operators.as_bytes()].concat();
        self.set_content(id, &content);
    }

    /// Draws something on a page before what is there.
    pub fn draw_first(&mut self, page: usize, operators: &str) {
        let id = self.drawing(page);
        let content = [operators.as_bytes(), b"\n", self.content(id)].concat();
        self.set_content(id, &content);
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.laid_out(|_, _| {})
    }

    /// The file; `between` may write something before each object, of which it is given the number.
    pub fn laid_out(&self, mut between: impl FnMut(u32, &mut Vec<u8>)) -> Vec<u8> {
        let mut out = self.header.clone();
        let mut table = vec![String::from("0000000000 65535 f \n"); self.next() as usize];
        for (id, body) in &self.objects {
            between(*id, &mut out);
            table[*id as usize] = format!("{:010} 00000 n \n", out.len());
            writeln!(out, "{id} 0 obj").unwrap();
            out.extend_from_slice(body);
            out.extend_from_slice(b"\nendobj\n");
        }
        between(0, &mut out);
        let start = out.len();
        write!(out, "xref\n0 {}\n{}", table.len(), table.concat()).unwrap();
        let trailer = &self.trailer;
        writeln!(out, "trailer\n<</Size {} {trailer}>>\nstartxref\n{start}\n%%EOF", table.len()).unwrap();
        out
    }
}

/// The offset of the last cross-reference section.
#[must_use]
pub fn start_xref(file: &[u8]) -> usize {
    let at = file.windows(9).rposition(|it| it == b"startxref").unwrap();
    number(&file[at + 10..]) as usize
}

/// How many objects a file may have, after its trailer.
#[must_use]
pub fn size(file: &[u8]) -> u32 {
    let at = file.windows(6).rposition(|it| it == b"/Size ").unwrap();
    number(&file[at + 6..])
}

/// The number that some bytes begin with.
fn number(bytes: &[u8]) -> u32 {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).copied().collect();
    String::from_utf8(digits).unwrap().parse().unwrap()
}

/// Where some bytes begin in others.
#[must_use]
pub fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|here| here == wanted)
}

/// Bytes with others in the place of some of them, once.
#[must_use]
pub fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at =
        position(bytes, from).unwrap_or_else(|| panic!("{} is not there", String::from_utf8_lossy(from)));
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

/// A stream with entries besides its length.
#[must_use]
pub fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries} /Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// An object as it is written.
#[must_use]
pub fn written(object: &Object) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, object);
    out
}

fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => write!(out, "{value}").unwrap(),
        Object::Integer(value) => write!(out, "{value}").unwrap(),
        Object::Real(value) => write!(out, "{value}").unwrap(),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, StringFormat::Literal) if bytes.iter().all(|it| (b' '..=b'~').contains(it)) => {
            let text = String::from_utf8_lossy(bytes).replace('\\', "\\\\");
            write!(out, "({})", text.replace('(', "\\(").replace(')', "\\)")).unwrap();
        }
        Object::String(bytes, _) => {
            out.push(b'<');
            for byte in bytes {
                write!(out, "{byte:02X}").unwrap();
            }
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                write(out, item);
                out.push(b' ');
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary),
        Object::Stream(stream) => {
            let mut dictionary = stream.dict.clone();
            dictionary.set("Length", i64::try_from(stream.content.len()).unwrap());
            write_dictionary(out, &dictionary);
            out.extend_from_slice(b"\nstream\n");
            out.extend_from_slice(&stream.content);
            out.extend_from_slice(b"\nendstream");
        }
        Object::Reference((id, generation)) => write!(out, "{id} {generation} R").unwrap(),
    }
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(out, key);
        out.push(b' ');
        write(out, value);
        out.push(b' ');
    }
    out.extend_from_slice(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"#()<>[]{}/%".contains(byte) {
            out.push(*byte);
        } else {
            write!(out, "#{byte:02X}").unwrap();
        }
    }
}
