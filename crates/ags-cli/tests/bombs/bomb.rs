//! A small file that is made to cost much, and what it is made with.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use tests::plain_pdf::{Plain, stream};

/// A small file that is made to cost much.
pub struct Bomb {
    /// Its name.
    pub name: &'static str,
    /// What is in it, in a sentence.
    pub what: &'static str,
    /// Makes it from a statement as it was issued.
    pub make: fn(Plain) -> Vec<u8>,
}

/// One mebibyte.
pub const MEBI: usize = 1024 * 1024;

/// Something written many times.
pub fn times(text: &str, count: usize) -> Vec<u8> {
    text.as_bytes().repeat(count)
}

pub fn deflated(content: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(content).unwrap();
    packed.finish().unwrap()
}

/// A deflated stream.
pub fn packed(entries: &str, content: &[u8]) -> Vec<u8> {
    stream(&format!("{entries} /Filter /FlateDecode"), &deflated(content))
}

/// The file with other content on its fifth page.
pub fn drawing(mut file: Plain, content: &[u8]) -> Plain {
    let id = file.drawing(5);
    file.objects.insert(id, packed("", content));
    file
}

/// Adds entries to the resources of the fifth page, in the place of those of the same kind.
pub fn resources(file: &mut Plain, entries: &str) {
    let page = file.page(5);
    let fonts = file.find("/Bold ");
    let id = file.reference(page, "Resources");
    let font = if entries.contains("/Font") { String::new() } else { format!("/Font {fonts} 0 R") };
    file.objects.insert(id, format!("<<{font} {entries}>>").into_bytes());
}

/// Puts other entries in the place of a reference in the catalog.
pub fn catalog(file: &mut Plain, key: &str, value: &str) {
    let catalog = file.find("/Type /Catalog");
    let old = file.reference(catalog, key);
    file.replace(catalog, &format!("/{key} {old} 0 R"), format!("/{key} {value}"));
}
