//! Every run of words of a document, to be changed.

use super::{Block, Document, Inline, Shape, Signature};

impl Document {
    /// Changes every run of words that a renderer prints or records, the addresses of links and the languages of words
    /// excepted. It reaches what [`Document::words`] lists.
    pub fn map_words(&mut self, map: &mut dyn FnMut(&str) -> String) {
        let furniture = &mut self.furniture;
        let single = [&mut self.title, &mut self.author, &mut self.subject];
        let repeated =
            [&mut furniture.header, &mut furniture.footer, &mut furniture.skip, &mut furniture.continued];
        let optional = [&mut self.status, &mut self.crest, &mut furniture.contents];
        for words in single.into_iter().chain(repeated).chain(optional.into_iter().flatten()) {
            *words = map(words);
        }
        for part in [&mut self.cover, &mut self.body, &mut self.colophon] {
            blocks(part, map);
        }
    }
}

fn blocks(blocks: &mut [Block], map: &mut dyn FnMut(&str) -> String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => *text = map(text),
            Block::Paragraph(inlines) => inlines.iter_mut().for_each(|inline| self::inline(inline, map)),
            Block::Bullets(items) | Block::Numbered(items) => {
                for item in items {
                    self::blocks(item, map);
                }
            }
            Block::Table(table) => {
                table.caption = map(&table.caption);
                table.columns.iter_mut().for_each(|column| *column = map(column));
                table.rows.iter_mut().flatten().for_each(|cell| self::blocks(cell, map));
            }
            Block::Figure(figure) => {
                figure.caption = map(&figure.caption);
                figure.alt = map(&figure.alt);
                for shape in &mut figure.drawing.shapes {
                    if let Shape::Words { text, .. } = shape {
                        *text = map(text);
                    }
                }
            }
            Block::Note { label, blocks } => {
                *label = map(label);
                self::blocks(blocks, map);
            }
            Block::Together(blocks) => self::blocks(blocks, map),
            Block::Signatures(signatures) => {
                for words in [&mut signatures.signed, &mut signatures.name, &mut signatures.date] {
                    *words = map(words);
                }
                for place in &mut signatures.places {
                    place.office = map(&place.office);
                    let optional = [&mut place.body, &mut place.name, &mut place.date];
                    optional.into_iter().flatten().for_each(|words| *words = map(words));
                    if let Signature::Made(words) | Signature::Field(words) = &mut place.signature {
                        *words = map(words);
                    }
                }
            }
        }
    }
}

fn inline(inline: &mut Inline, map: &mut dyn FnMut(&str) -> String) {
    match inline {
        Inline::Text(text)
        | Inline::Strong(text)
        | Inline::Mark(text)
        | Inline::Link { text, .. }
        | Inline::Foreign { text, .. } => *text = map(text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    #[test]
    fn every_word_of_a_document_is_reached_once_and_nothing_else() {
        let before = sample::of_everything();
        let mut after = before.clone();
        after.map_words(&mut |words| format!("{words}+"));
        let changed: Vec<_> =
            before.words().into_iter().map(|(at, words)| (at, format!("{words}+"))).collect();
        let changed: Vec<_> = changed.iter().map(|(at, words)| (at.clone(), words.as_str())).collect();
        assert_eq!(after.words(), changed);
        let [before, after] = [&before, &after].map(|document| serde_json::to_string(document).unwrap());
        assert_eq!(before, after.replace('+', ""));
    }
}
