//! The objects of a PDF file, within bounds.

use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use crate::error::ReadError;

/// The most bytes a file may have, inclusive: 64 MiB.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The most bytes that all streams of a file may hold unpacked, inclusive: 256 MiB.
pub const MOST_UNPACKED: usize = 256 * 1024 * 1024;
/// The most objects a file may have, inclusive.
pub const MOST_OBJECTS: usize = 2_000_000;
/// The most pages a file may have, inclusive: as many as are ever printed.
pub const MOST_PAGES: usize = 4_000;
/// How many references may lead to one another before an object.
const FARTHEST: usize = 32;

/// A file whose objects can be asked for.
pub(crate) struct File {
    document: Document,
    pages: Vec<ObjectId>,
    later: usize,
}

impl File {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.len() > MOST_BYTES {
            return Err(ReadError::TooLarge { bytes: bytes.len() });
        }
        if unpacked(bytes) > MOST_UNPACKED as u64 {
            return Err(ReadError::Unpacked);
        }
        let options = LoadOptions {
            filter: Some(plainly_packed),
            max_decompressed_size: Some(MOST_UNPACKED),
            ..LoadOptions::default()
        };
        let document = Document::load_mem_with_options(bytes, options)
            .map_err(|error| ReadError::Malformed { says: error.to_string() })?;
        if document.is_encrypted() || document.encryption_state.is_some() {
            return Err(ReadError::Encrypted);
        }
        let pages: Vec<ObjectId> = document.page_iter().take(MOST_PAGES + 1).collect();
        if pages.len() > MOST_PAGES || document.objects.len() > MOST_OBJECTS {
            return Err(ReadError::TooMuch);
        }
        if pages.is_empty() {
            return Err(ReadError::NoPage);
        }
        Ok(Self { document, pages, later: after_the_first_end(bytes) })
    }

    /// The pages, in order.
    pub(crate) fn pages(&self) -> &[ObjectId] {
        &self.pages
    }

    /// How many bytes follow the first end of the file: more than none where it was changed later.
    pub(crate) const fn later(&self) -> usize {
        self.later
    }

    pub(crate) const fn trailer(&self) -> &Dictionary {
        &self.document.trailer
    }

    /// The object itself, behind all references; null where there is none.
    pub(crate) fn get<'a>(&'a self, mut object: &'a Object) -> &'a Object {
        for _ in 0..FARTHEST {
            let Object::Reference(id) = object else { return object };
            object = self.document.objects.get(id).unwrap_or(&Object::Null);
        }
        &Object::Null
    }

    /// The object by its number; null where there is none.
    pub(crate) fn object(&self, id: ObjectId) -> &Object {
        self.document.objects.get(&id).map_or(&Object::Null, |object| self.get(object))
    }

    /// What stands under a key, behind all references; null where nothing does.
    pub(crate) fn at<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Object {
        dictionary.get(key.as_bytes()).map_or(&Object::Null, |object| self.get(object))
    }

    /// The dictionary under a key, be it alone or that of a stream; none where there is none.
    pub(crate) fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        entries(self.at(dictionary, key))
    }

    /// The items of an array under a key; none where there is none.
    pub(crate) fn items<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a [Object] {
        self.at(dictionary, key).as_array().map_or(&[], Vec::as_slice)
    }

    /// What a page has under a key, itself or from a node above it, as it is written; null where nothing is there.
    pub(crate) fn inherited<'a>(&'a self, page: &'a Dictionary, key: &str) -> &'a Object {
        let mut holder = page;
        for _ in 0..FARTHEST {
            if let Ok(object) = holder.get(key.as_bytes()) {
                return object;
            }
            let Some(parent) = self.dictionary(holder, "Parent") else { break };
            holder = parent;
        }
        &Object::Null
    }

    /// The words under a key; none where there are none.
    pub(crate) fn words(&self, dictionary: &Dictionary, key: &str) -> Option<String> {
        self.at(dictionary, key).as_str().ok().map(words)
    }

    pub(crate) fn catalog(&self) -> Option<&Dictionary> {
        self.dictionary(self.trailer(), "Root")
    }

    /// What a stream holds, unpacked; none where it cannot be.
    #[expect(clippy::unused_self, reason = "a stream is asked of its file")]
    pub(crate) fn content(&self, stream: &Stream) -> Option<Vec<u8>> {
        stream.get_plain_content_with_limit(MOST_UNPACKED).ok()
    }

    /// What is drawn on a page, unpacked.
    pub(crate) fn drawn(&self, page: &Dictionary) -> Vec<u8> {
        let streams = match self.at(page, "Contents") {
            stream @ Object::Stream(_) => vec![stream],
            Object::Array(streams) => streams.iter().map(|stream| self.get(stream)).collect(),
            _ => Vec::new(),
        };
        let mut drawn = Vec::new();
        for content in streams.into_iter().filter_map(|stream| self.content(stream.as_stream().ok()?)) {
            drawn.extend(content);
            drawn.push(b'\n');
            if drawn.len() > MOST_UNPACKED {
                break;
            }
        }
        drawn
    }

    /// Every object but those that hold other objects, with its number.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = ObjectId> {
        let holds = |object: &Object| {
            object
                .as_stream()
                .is_ok_and(|stream| stream.dict.has_type(b"ObjStm") || stream.dict.has_type(b"XRef"))
        };
        self.document.objects.iter().filter(move |(_, object)| !holds(object)).map(|(id, _)| *id)
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

/// A string for people: UTF-16 with a byte order mark, UTF-8 with one, else one letter to a byte.
pub(crate) fn words(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return utf16(units);
    }
    if let Some(text) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8_lossy(text).into_owned();
    }
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Units of two bytes, the higher first; what is no letter becomes U+FFFD.
pub(crate) fn utf16(bytes: &[u8]) -> String {
    let units =
        bytes.chunks_exact(2).map(|unit| unit.iter().fold(0, |sum, byte| sum << 8 | u16::from(*byte)));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Leaves out objects that hold other objects packed in another way than this library and common programs pack
/// them: their size was not counted by [`unpacked`].
fn plainly_packed(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
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

/// How many bytes the deflated streams of a file hold, counted without keeping them; counting ends after
/// [`MOST_UNPACKED`].
fn unpacked(bytes: &[u8]) -> u64 {
    let mut total = 0;
    for start in found(bytes, b"stream") {
        let content = bytes.get(start + b"stream".len()..).unwrap_or_default();
        let content = content.strip_prefix(b"\r").unwrap_or(content);
        let content = content.strip_prefix(b"\n").unwrap_or(content);
        let mut unpacked = ZlibDecoder::new(content).take(MOST_UNPACKED as u64 + 1 - total);
        let mut chunk = [0; 16 * 1024];
        while let Ok(length @ 1..) = unpacked.read(&mut chunk) {
            total += length as u64;
        }
        if total > MOST_UNPACKED as u64 {
            break;
        }
    }
    total
}

/// How many bytes that are no white space or their like follow the first end of a file.
fn after_the_first_end(bytes: &[u8]) -> usize {
    let ends = |start: &usize| {
        let rest = bytes.get(start + b"startxref".len()..).unwrap_or_default();
        let rest = rest.trim_ascii_start();
        let number = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        number > 0 && rest.get(number..).is_some_and(|rest| rest.trim_ascii_start().starts_with(b"%%EOF"))
    };
    let Some(start) = found(bytes, b"startxref").find(ends) else { return 0 };
    let rest = bytes.get(start..).unwrap_or_default();
    let end = found(rest, b"%%EOF").next().map_or(rest.len(), |end| end + b"%%EOF".len());
    rest.get(end..).unwrap_or_default().trim_ascii().len()
}

/// Where some bytes stand in others, from the first on.
fn found<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(wanted.len()).enumerate().filter(move |(_, here)| *here == wanted).map(|(at, _)| at)
}
