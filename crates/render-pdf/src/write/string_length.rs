//! The length of texts that are written as one string object.
//!
//! ISO 19005-3:2012, 6.1.13, allows 32,767 bytes. A character takes two bytes or four; the byte order mark takes two
//! more, and the entries of the contents add a page number. An address, each byte of which may be written as three, has
//! at most 10,000 bytes in any document.

use ags_document::Document;

use crate::error::Violation;

/// The most UTF-16 code units of a text that is written as one string.
const MAX_UNITS: usize = 16_000;

/// The texts that are too long for one string; `words` are those of the document.
pub(crate) fn violations(document: &Document, words: &[(String, &str)]) -> Vec<Violation> {
    let of_attachments = document.attachments.iter().enumerate().flat_map(|(index, file)| {
        let at = format!("/attachments/{index}");
        [(format!("{at}/name"), file.name.as_str()), (format!("{at}/description"), &file.description)]
    });
    let of_attachments: Vec<(String, &str)> = of_attachments.collect();
    let strings = words.iter().filter(|(at, _)| is_one_string(at)).chain(&of_attachments);
    strings.filter_map(|(at, words)| too_long(at, words)).collect()
}

fn is_one_string(at: &str) -> bool {
    matches!(at, "/title" | "/author" | "/subject")
        || ["/heading/text", "/link/text", "/figure/alt", "/signature/field"]
            .iter()
            .any(|end| at.ends_with(end))
}

fn too_long(at: &str, words: &str) -> Option<Violation> {
    if words.len() <= MAX_UNITS {
        return None;
    }
    let units = words.encode_utf16().count();
    (units > MAX_UNITS).then(|| Violation::TooLong { at: at.into(), units, most: MAX_UNITS })
}
