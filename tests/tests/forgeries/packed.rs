//! A file whose objects are in an object stream, with room for what is in no object.

use std::io::Write as _;

use tests::plain_pdf::{Plain, position, stream};

/// How a file is packed, and what is hidden in it.
#[derive(Default)]
pub struct Packing<'a> {
    /// Written before each object in the object stream.
    pub before_each: &'a [u8],
    /// Written after the last object in the object stream.
    pub after_last: &'a [u8],
    /// Written between the index of the object stream and its first object.
    pub after_index: &'a [u8],
    /// Entries of the object stream.
    pub entries: &'a str,
    /// An object of the object stream that the cross-reference stream says is not used.
    pub unused: &'a [u8],
    /// Entries of the cross-reference stream.
    pub xref_entries: &'a str,
    /// Written after the last entry of the cross-reference stream.
    pub after_xref: &'a [u8],
    /// How much wider than needed the last field of an entry is, and filled with letters.
    pub wide: usize,
    /// The type of an entry beyond the last object; 0 for none.
    pub odd_type: u8,
}

impl Packing<'_> {
    /// The file.
    pub fn bytes(&self, file: &Plain) -> Vec<u8> {
        let mut out = file.header.clone();
        let next = file.next();
        let (container, table) = (next, next + 1);
        let mut rows = vec![(0_u8, 0_usize, 65_535_u16); table as usize + 1];
        let (mut index, mut content, mut number) = (String::new(), self.after_index.to_vec(), 0);
        for (id, body) in &file.objects {
            if position(body, b"\nstream\n").is_some() {
                rows[*id as usize] = (1, out.len(), 0);
                write(&mut out, *id, body);
                continue;
            }
            content.extend_from_slice(self.before_each);
            index += &format!("{id} {} ", content.len());
            content.extend_from_slice(body);
            content.push(b'\n');
            rows[*id as usize] = (2, container as usize, number);
            number += 1;
        }
        if !self.unused.is_empty() {
            index += &format!("0 {} ", content.len());
            content.extend_from_slice(self.unused);
            number += 1;
        }
        content.extend_from_slice(self.after_last);
        let first = index.len();
        let all = [index.as_bytes(), &content].concat();
        rows[container as usize] = (1, out.len(), 0);
        let entries = format!("/Type /ObjStm /N {number} /First {first} {}", self.entries);
        write(&mut out, container, &stream(&entries, &all));
        let start = out.len();
        rows[table as usize] = (1, start, 0);
        if self.odd_type > 0 {
            rows.push((self.odd_type, 7, 7));
        }
        let mut xref = Vec::new();
        for (kind, wide, narrow) in &rows {
            xref.push(*kind);
            xref.extend(u32::try_from(*wide).unwrap().to_be_bytes());
            // The field is read as a number, of which only the last two bytes say something here.
            xref.extend(std::iter::repeat_n(if *kind == 0 { b'x' } else { 0 }, self.wide));
            xref.extend(narrow.to_be_bytes());
        }
        xref.extend_from_slice(self.after_xref);
        let (size, width, trailer) = (rows.len(), 2 + self.wide, &file.trailer);
        let entries = format!("/Type /XRef /Size {size} /W [1 4 {width}] {trailer} {}", self.xref_entries);
        write(&mut out, table, &stream(&entries, &xref));
        writeln!(out, "startxref\n{start}\n%%EOF").unwrap();
        out
    }
}

fn write(out: &mut Vec<u8>, id: u32, body: &[u8]) {
    writeln!(out, "{id} 0 obj").unwrap();
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendobj\n");
}
