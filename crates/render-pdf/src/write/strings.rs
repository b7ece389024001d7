//! Words that become one string of the file, and how long a string may be.
//!
//! ISO 19005-3:2012, 6.1.13, allows 32,767 bytes. Letters take two bytes or four; two more bytes begin a string, and
//! the entries of the contents add the number of a page. An address, each byte of which may be written as three, has at
//! most 10,000 in any document.

use ags_document::Document;

use crate::error::Fault;

/// The most UTF-16 units of words that become one string.
const MOST_UNITS: usize = 16_000;

/// The words that are too long for a string; `words` are those of the document.
pub(crate) fn faults(document: &Document, words: &[(String, &str)]) -> Vec<Fault> {
    let of_attachments = document.attachments.iter().enumerate().flat_map(|(index, file)| {
        let at = format!("/attachments/{index}");
        [(format!("{at}/name"), file.name.as_str()), (format!("{at}/description"), &file.description)]
    });
    let of_attachments: Vec<(String, &str)> = of_attachments.collect();
    let kept = words.iter().filter(|(at, _)| becomes_a_string(at)).chain(&of_attachments);
    kept.filter_map(|(at, words)| too_long(at, words)).collect()
}

fn becomes_a_string(at: &str) -> bool {
    matches!(at, "/title" | "/author" | "/subject")
        || ["/heading/text", "/link/text", "/figure/alt"].iter().any(|end| at.ends_with(end))
}

fn too_long(at: &str, words: &str) -> Option<Fault> {
    if words.len() <= MOST_UNITS {
        return None;
    }
    let units = words.encode_utf16().count();
    (units > MOST_UNITS).then(|| Fault::Long { at: at.into(), units, most: MOST_UNITS })
}
