//! The objects of a PDF (ISO 32000-1:2008, 7.3).

use std::ops::Range;

/// The number and the generation of an indirect object.
pub(crate) type ObjectId = (u32, u16);

/// An object.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Object {
    Null,
    Boolean(bool),
    Integer(i64),
    Real(f64),
    Name(Box<[u8]>),
    String(Box<[u8]>),
    Array(Box<[Object]>),
    Dictionary(Dictionary),
    Stream(Box<Stream>),
    Reference(ObjectId),
}

/// A dictionary, whose keys are different from each other.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Dictionary(Vec<(Box<[u8]>, Object)>);

/// A stream, with the bytes of its data in the file.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Stream {
    pub(crate) dictionary: Dictionary,
    pub(crate) data: Range<usize>,
}

impl Object {
    pub(crate) const fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn as_count(&self) -> Option<usize> {
        usize::try_from(self.as_integer()?).ok()
    }

    /// A number, whole or not.
    pub(crate) const fn as_number(&self) -> Option<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "whole numbers read have at most 15 digits")]
            Self::Integer(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn as_name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.as_name() == Some(name.as_bytes())
    }

    pub(crate) fn as_string(&self) -> Option<&[u8]> {
        match self {
            Self::String(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) const fn as_reference(&self) -> Option<ObjectId> {
        match self {
            Self::Reference(id) => Some(*id),
            _ => None,
        }
    }

    pub(crate) fn as_stream(&self) -> Option<&Stream> {
        match self {
            Self::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    /// The entries of a dictionary or of a stream.
    pub(crate) fn entries(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            Self::Stream(stream) => Some(&stream.dictionary),
            _ => None,
        }
    }
}

impl Dictionary {
    pub(crate) const EMPTY: Self = Self(Vec::new());

    /// A dictionary of some entries; the first key that there is twice if there is one.
    pub(crate) fn new(mut entries: Vec<(Box<[u8]>, Object)>) -> Result<Self, Box<[u8]>> {
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        match entries.windows(2).find(|pair| matches!(pair, [(one, _), (other, _)] if one == other)) {
            Some([(twice, _), ..]) => Err(twice.clone()),
            _ => Ok(Self(entries)),
        }
    }

    /// The value of a key, unresolved; null if there is none.
    pub(crate) fn get(&self, key: impl AsRef<[u8]>) -> &Object {
        let key = key.as_ref();
        let found = self.0.binary_search_by(|(known, _)| known.as_ref().cmp(key));
        found.ok().and_then(|index| self.0.get(index)).map_or(&Object::Null, |(_, value)| value)
    }

    pub(crate) fn has(&self, key: impl AsRef<[u8]>) -> bool {
        *self.get(key) != Object::Null
    }

    /// Whether there is a key, even if its value is null.
    pub(crate) fn contains(&self, key: &[u8]) -> bool {
        self.0.binary_search_by(|(known, _)| known.as_ref().cmp(key)).is_ok()
    }

    /// Whether it has no key but some of these.
    pub(crate) fn has_only(&self, keys: &[&str]) -> bool {
        self.iter().all(|(key, _)| keys.iter().any(|known| known.as_bytes() == key))
    }

    /// Whether its `Type` is a name.
    pub(crate) fn has_type(&self, name: &str) -> bool {
        self.get("Type").is_name(name)
    }

    /// The entries, in the order of their keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(key, value)| (key.as_ref(), value))
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Object> {
        self.0.iter().map(|(_, value)| value)
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

/// Whether two objects, without what they refer to, have the same value. Programs write a whole number with a decimal
/// point or without.
pub(crate) fn same_value(one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::Integer(one), Object::Integer(other)) => one == other,
        (Object::Array(one), Object::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_value(one, other))
        }
        (Object::Dictionary(one), Object::Dictionary(other)) => {
            one.iter().count() == other.iter().count()
                && one
                    .iter()
                    .zip(other.iter())
                    .all(|((key, one), (other_key, other))| key == other_key && same_value(one, other))
        }
        (one, other) => match (one.as_number(), other.as_number()) {
            #[expect(clippy::float_cmp, reason = "the same digits give the same number")]
            (Some(one), Some(other)) => one == other,
            _ => one == other,
        },
    }
}
