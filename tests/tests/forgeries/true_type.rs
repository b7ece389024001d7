//! A TrueType font, as far as forging it needs.

/// A font whose tables are changed in place.
pub struct TrueType(pub Vec<u8>);

impl TrueType {
    /// Where a table begins, and its length.
    pub fn table(&self, tag: &str) -> (usize, usize) {
        let rows = (0..self.short(4)).map(|row| 12 + 16 * row);
        let row = rows.into_iter().find(|row| self.0[*row..row + 4] == *tag.as_bytes()).unwrap();
        (self.long(row + 8), self.long(row + 12))
    }

    fn short(&self, at: usize) -> usize {
        usize::from(u16::from_be_bytes([self.0[at], self.0[at + 1]]))
    }

    fn long(&self, at: usize) -> usize {
        self.short(at) << 16 | self.short(at + 2)
    }

    fn set_short(&mut self, at: usize, value: usize) {
        self.0[at..at + 2].copy_from_slice(&u16::try_from(value).unwrap().to_be_bytes());
    }

    /// Where the outline of each glyph begins in `glyf`, and where the last ends.
    fn offsets(&self) -> Vec<usize> {
        let ((head, _), (loca, length)) = (self.table("head"), self.table("loca"));
        if self.short(head + 50) == 0 {
            (0..length / 2).map(|index| 2 * self.short(loca + 2 * index)).collect()
        } else {
            (0..length / 4).map(|index| self.long(loca + 4 * index)).collect()
        }
    }

    /// Exchanges the outlines of two glyphs.
    pub fn exchange(&mut self, one: usize, other: usize) {
        let ((glyf, length), offsets) = (self.table("glyf"), self.offsets());
        let mut outlines: Vec<Vec<u8>> =
            offsets.windows(2).map(|pair| self.0[glyf + pair[0]..glyf + pair[1]].to_vec()).collect();
        outlines.swap(one, other);
        let mut at = 0;
        let ((head, _), (loca, _)) = (self.table("head"), self.table("loca"));
        for (index, outline) in outlines.iter().enumerate().map(|(index, outline)| (index + 1, outline)) {
            at += outline.len();
            if self.short(head + 50) == 0 {
                self.set_short(loca + 2 * index, at / 2);
            } else {
                self.0[loca + 4 * index..loca + 4 * index + 4]
                    .copy_from_slice(&u32::try_from(at).unwrap().to_be_bytes());
            }
        }
        assert!(at <= length);
        self.0[glyf..glyf + at].copy_from_slice(&outlines.concat());
    }

    /// Sets the units of an em, by which every glyph is scaled.
    pub fn set_units(&mut self, units: usize) {
        let (head, _) = self.table("head");
        self.set_short(head + 18, units);
    }

    /// Sets the advance of a glyph.
    pub fn set_advance(&mut self, glyph: usize, advance: usize) {
        let (hmtx, _) = self.table("hmtx");
        self.set_short(hmtx + 4 * glyph, advance);
    }
}
