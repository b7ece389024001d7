//! Incremental updates of a file.

use std::io::Write as _;

use tests::plain_pdf::{size, start_xref, stream};

/// A later revision of a file: objects with their numbers, which come after the file.
pub struct Update<'a> {
    /// The file before.
    pub file: &'a [u8],
    /// Entries of the trailer: `/Root` at least.
    pub trailer: String,
    /// The objects.
    pub objects: Vec<(u32, Vec<u8>)>,
}

impl Update<'_> {
    /// Writes the objects, and gives their numbers with their offsets.
    fn objects(&self, out: &mut Vec<u8>) -> Vec<(u32, usize)> {
        let mut offsets = Vec::new();
        for (id, body) in &self.objects {
            offsets.push((*id, out.len()));
            writeln!(out, "{id} 0 obj").unwrap();
            out.extend_from_slice(body);
            out.extend_from_slice(b"\nendobj\n");
        }
        offsets
    }

    fn size(&self) -> u32 {
        self.objects.iter().map(|(id, _)| id + 1).max().unwrap_or(0).max(size(self.file))
    }

    /// The file with a cross-reference table for the update.
    pub fn with_table(&self) -> Vec<u8> {
        let mut out = self.file.to_vec();
        let rows = self.objects(&mut out);
        let rows: String = rows.iter().map(|(id, at)| format!("{id} 1\n{at:010} 00000 n \n")).collect();
        let (start, before, size) = (out.len(), start_xref(self.file), self.size());
        let trailer = &self.trailer;
        write!(
            out,
            "xref\n{rows}trailer\n<</Size {size} /Prev {before} {trailer}>>\nstartxref\n{start}\n%%EOF\n"
        )
        .unwrap();
        out
    }

    /// The file with a cross-reference stream for the update, as a file with one must have.
    pub fn with_stream(&self) -> Vec<u8> {
        let mut out = self.file.to_vec();
        let mut rows = self.objects(&mut out);
        let (start, before, id) = (out.len(), start_xref(self.file), self.size());
        rows.push((id, start));
        let index: String = rows.iter().map(|(id, _)| format!("{id} 1 ")).collect();
        let entry = |at: &usize| [&[1][..], &u32::try_from(*at).unwrap().to_be_bytes(), &[0, 0]].concat();
        let entries: Vec<u8> = rows.iter().flat_map(|(_, at)| entry(at)).collect();
        let trailer = &self.trailer;
        let dictionary =
            format!("/Type /XRef /Size {} /W [1 4 2] /Index [{index}] /Prev {before} {trailer}", id + 1);
        writeln!(out, "{id} 0 obj").unwrap();
        out.extend_from_slice(&stream(&dictionary, &entries));
        writeln!(out, "\nendobj\nstartxref\n{start}\n%%EOF").unwrap();
        out
    }
}
