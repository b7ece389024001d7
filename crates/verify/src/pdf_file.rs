//! The objects of a PDF file, read within limits.

use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use crate::error::PdfError;
use crate::limits::{MAX_BYTES, MAX_DECOMPRESSED, MAX_OBJECTS, MAX_PAGES};

/// The longest chain of references to an object, or of parents of a page.
const MAX_CHAIN: usize = 32;

/// A file with access to its objects.
pub(crate) struct PdfFile {
    document: Document,
    pages: Vec<ObjectId>,
    appended: usize,
}

impl PdfFile {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, PdfError> {
        if bytes.len() > MAX_BYTES {
            return Err(PdfError::TooLarge { bytes: bytes.len() });
        }
        if decompressed_size(bytes) > MAX_DECOMPRESSED as u64 {
            return Err(PdfError::DecompressedTooLarge);
        }
        let options = LoadOptions {
            filter: Some(without_other_filters),
            max_decompressed_size: Some(MAX_DECOMPRESSED),
            ..LoadOptions::default()
        };
        let document = Document::load_mem_with_options(bytes, options)
            .map_err(|error| PdfError::Malformed { message: error.to_string() })?;
        if document.is_encrypted() || document.encryption_state.is_some() {
            return Err(PdfError::Encrypted);
        }
        let pages: Vec<ObjectId> = document.page_iter().take(MAX_PAGES + 1).collect();
        if pages.len() > MAX_PAGES || document.objects.len() > MAX_OBJECTS {
            return Err(PdfError::LimitExceeded);
        }
        if pages.is_empty() {
            return Err(PdfError::NoPage);
        }
        Ok(Self { document, pages, appended: after_first_eof(bytes) })
    }

    /// The pages, in order.
    pub(crate) fn pages(&self) -> &[ObjectId] {
        &self.pages
    }

    /// How many bytes follow the first end-of-file marker: not 0 where the file was updated later.
    pub(crate) const fn appended(&self) -> usize {
        self.appended
    }

    pub(crate) const fn trailer(&self) -> &Dictionary {
        &self.document.trailer
    }

    /// The object itself, with references resolved; null if there is none.
    pub(crate) fn get<'a>(&'a self, mut object: &'a Object) -> &'a Object {
        for _ in 0..MAX_CHAIN {
            let Object::Reference(id) = object else { return object };
            object = self.document.objects.get(id).unwrap_or(&Object::Null);
        }
        &Object::Null
    }

    /// The object with a number; null if there is none.
    pub(crate) fn object(&self, id: ObjectId) -> &Object {
        self.document.objects.get(&id).map_or(&Object::Null, |object| self.get(object))
    }

    /// The value of a key, with references resolved; null if there is none.
    pub(crate) fn at<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Object {
        dictionary.get(key.as_bytes()).map_or(&Object::Null, |object| self.get(object))
    }

    /// The dictionary under a key, which may be that of a stream; `None` if there is none.
    pub(crate) fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        entries(self.at(dictionary, key))
    }

    /// The items of the array under a key; empty if there is none.
    pub(crate) fn items<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a [Object] {
        self.at(dictionary, key).as_array().map_or(&[], Vec::as_slice)
    }

    /// The value of a key of a page, its own or inherited, unresolved; null if there is none.
    pub(crate) fn inherited<'a>(&'a self, page: &'a Dictionary, key: &str) -> &'a Object {
        let mut node = page;
        for _ in 0..MAX_CHAIN {
            if let Ok(object) = node.get(key.as_bytes()) {
                return object;
            }
            let Some(parent) = self.dictionary(node, "Parent") else { break };
            node = parent;
        }
        &Object::Null
    }

    /// The text string under a key; `None` if there is none.
    pub(crate) fn text(&self, dictionary: &Dictionary, key: &str) -> Option<String> {
        self.at(dictionary, key).as_str().ok().map(text_string)
    }

    pub(crate) fn catalog(&self) -> Option<&Dictionary> {
        self.dictionary(self.trailer(), "Root")
    }

    /// The content of a stream, decompressed; `None` if it cannot be.
    #[expect(clippy::unused_self, reason = "streams are read through their file")]
    pub(crate) fn content(&self, stream: &Stream) -> Option<Vec<u8>> {
        stream.get_plain_content_with_limit(MAX_DECOMPRESSED).ok()
    }

    /// The content stream of a page, decompressed.
    pub(crate) fn page_content(&self, page: &Dictionary) -> Vec<u8> {
        let streams = match self.at(page, "Contents") {
            stream @ Object::Stream(_) => vec![stream],
            Object::Array(streams) => streams.iter().map(|stream| self.get(stream)).collect(),
            _ => Vec::new(),
        };
        let mut all = Vec::new();
        for content in streams.into_iter().filter_map(|stream| self.content(stream.as_stream().ok()?)) {
            all.extend(content);
            all.push(b'\n');
            if all.len() > MAX_DECOMPRESSED {
                break;
            }
        }
        all
    }

    /// The numbers of all objects except object streams and cross-reference streams.
    pub(crate) fn object_ids(&self) -> impl Iterator<Item = ObjectId> {
        let is_container = |object: &Object| {
            object
                .as_stream()
                .is_ok_and(|stream| stream.dict.has_type(b"ObjStm") || stream.dict.has_type(b"XRef"))
        };
        self.document.objects.iter().filter(move |(_, object)| !is_container(object)).map(|(id, _)| *id)
    }
}

/// The entries of a dictionary or of a stream.
pub(crate) fn entries(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// A text string: UTF-16 with a byte order mark, UTF-8 with one, else one character per byte.
pub(crate) fn text_string(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return utf16(units);
    }
    if let Some(text) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8_lossy(text).into_owned();
    }
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Big-endian UTF-16; an unpaired surrogate becomes U+FFFD.
pub(crate) fn utf16(bytes: &[u8]) -> String {
    let units =
        bytes.chunks_exact(2).map(|unit| unit.iter().fold(0, |sum, byte| sum << 8 | u16::from(*byte)));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Leaves out object streams compressed other than by `FlateDecode` alone: [`decompressed_size`] did not count them.
fn without_other_filters(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    if let Object::Stream(stream) = object {
        let plain = match stream.dict.get(b"Filter") {
            Err(_) => true,
            Ok(Object::Name(name)) => name == b"FlateDecode",
            Ok(Object::Array(names)) => {
                matches!(names.as_slice(), [Object::Name(name)] if name == b"FlateDecode")
            }
            Ok(_) => false,
        };
        if !plain && stream.dict.has_type(b"ObjStm") {
            return None;
        }
    }
    Some((id, object.clone()))
}

/// The decompressed size of the deflated streams of a file; counting stops after [`MAX_DECOMPRESSED`].
fn decompressed_size(bytes: &[u8]) -> u64 {
    let mut total = 0;
    for start in positions(bytes, b"stream") {
        let content = bytes.get(start + b"stream".len()..).unwrap_or_default();
        let content = content.strip_prefix(b"\r").unwrap_or(content);
        let content = content.strip_prefix(b"\n").unwrap_or(content);
        let mut stream = ZlibDecoder::new(content).take(MAX_DECOMPRESSED as u64 + 1 - total);
        let mut chunk = [0; 16 * 1024];
        while let Ok(length @ 1..) = stream.read(&mut chunk) {
            total += length as u64;
        }
        if total > MAX_DECOMPRESSED as u64 {
            break;
        }
    }
    total
}

/// How many bytes, white space at either end not counted, follow the first end-of-file marker.
fn after_first_eof(bytes: &[u8]) -> usize {
    let ends = |start: &usize| {
        let rest = bytes.get(start + b"startxref".len()..).unwrap_or_default();
        let rest = rest.trim_ascii_start();
        let number = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        number > 0 && rest.get(number..).is_some_and(|rest| rest.trim_ascii_start().starts_with(b"%%EOF"))
    };
    let Some(start) = positions(bytes, b"startxref").find(ends) else { return 0 };
    let rest = bytes.get(start..).unwrap_or_default();
    let end = positions(rest, b"%%EOF").next().map_or(rest.len(), |end| end + b"%%EOF".len());
    rest.get(end..).unwrap_or_default().trim_ascii().len()
}

/// The positions of some bytes in others.
fn positions<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(wanted.len()).enumerate().filter(move |(_, here)| *here == wanted).map(|(at, _)| at)
}
