//! Values as PDF objects.

use lopdf::{Object, ObjectId, StringFormat};

use crate::layout::Bookmark;
use crate::style;

/// A text string: ASCII as it is, anything else in UTF-16 with a byte order mark.
pub(super) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    Object::String(utf16(words), StringFormat::Hexadecimal)
}

/// UTF-16, big-endian, with a byte order mark.
pub(super) fn utf16(words: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(words.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

/// A count or an index.
pub(super) fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The destination of a bookmark: its page, scrolled to the heading.
pub(super) fn destination(bookmark: &Bookmark, pages: &[ObjectId]) -> Object {
    let page = pages.get(bookmark.page).copied().map_or(Object::Null, Object::Reference);
    let top = Object::Real((style::PAGE_HEIGHT - bookmark.y).round());
    vec![page, "XYZ".into(), 0.into(), top, Object::Null].into()
}
