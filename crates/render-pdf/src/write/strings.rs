//! Words that become one string of the file, and how long a string may be.
//!
//! ISO 19005-3:2012, 6.1.13, allows 32,767 bytes. Letters take two bytes or four; two more bytes begin a string, and
//! the entries of the contents add the number of a page.

use ags::document::Document;

use crate::error::Fault;
use crate::layout::{Layout, Target};

/// The most UTF-16 units of words that become one string.
const MOST_UNITS: usize = 16_000;
/// The most bytes of an address, each of which may be written as three.
const MOST_BYTES: usize = 10_000;
/// How much of an address names it.
const BEGINNING: usize = 60;

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

/// The addresses that are too long for a string.
pub(crate) fn addresses(layout: &Layout) -> Vec<Fault> {
    let links = layout.pages.iter().flat_map(|page| &page.links).map(|area| &area.link);
    let mut faults: Vec<Fault> = links
        .filter_map(|link| match &link.target {
            Target::Address(address) if address.len() > MOST_BYTES => Some(Fault::LongAddress {
                beginning: address.chars().take(BEGINNING).collect(),
                bytes: address.len(),
                most: MOST_BYTES,
            }),
            _ => None,
        })
        .collect();
    faults.dedup();
    faults
}
