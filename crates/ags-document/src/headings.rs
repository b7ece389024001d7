//! The headings of a document.

use super::{Block, Document};

impl Document {
    /// The level and the words of every heading of the body, in reading order.
    #[must_use]
    pub fn headings(&self) -> Vec<(u8, &str)> {
        let mut found = Vec::new();
        collect(&self.body, &mut found);
        found
    }
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<(u8, &'a str)>) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => found.push((*level, text)),
            Block::Together(inner) => collect(inner, found),
            _ => {}
        }
    }
}
