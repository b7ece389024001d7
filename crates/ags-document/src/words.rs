//! Every run of words of a document, with its pointer.

use super::pointer::PointerPath;
use super::{Block, DEEPEST_BLOCK, Document, Figure, Inline, Shape, Signature, Signatures, Table};

impl Document {
    /// Every run of words that a renderer prints or records, each with its JSON pointer into the serialised
    /// document: first those outside the text, then cover, body and colophon in reading order. Blocks deeper than
    /// [`DEEPEST_BLOCK`] are left out.
    #[must_use]
    pub fn words(&self) -> Vec<(String, &str)> {
        let mut found = vec![
            ("/title".into(), self.title.as_str()),
            ("/author".into(), &self.author),
            ("/subject".into(), &self.subject),
        ];
        found.extend(self.status.iter().map(|status| ("/status".into(), status.as_str())));
        found.extend(self.crest.iter().map(|crest| ("/crest".into(), crest.as_str())));
        found.extend([
            ("/furniture/header".into(), self.furniture.header.as_str()),
            ("/furniture/footer".into(), &self.furniture.footer),
        ]);
        let contents = self.furniture.contents.iter();
        found.extend(contents.map(|contents| ("/furniture/contents".into(), contents.as_str())));
        found.extend([
            ("/furniture/skip".into(), self.furniture.skip.as_str()),
            ("/furniture/continued".into(), &self.furniture.continued),
        ]);
        blocks(&PointerPath::field("cover"), &self.cover, 1, &mut found);
        blocks(&PointerPath::field("body"), &self.body, 1, &mut found);
        blocks(&PointerPath::field("colophon"), &self.colophon, 1, &mut found);
        found
    }
}

type Found<'a> = Vec<(String, &'a str)>;

fn blocks<'a>(at: &PointerPath<'_>, blocks: &'a [Block], depth: usize, found: &mut Found<'a>) {
    if depth > DEEPEST_BLOCK {
        return;
    }
    for (index, block) in blocks.iter().enumerate() {
        let at = at.then(index);
        match block {
            Block::Heading { text, .. } => found.push((at.then("heading").then("text").to_string(), text)),
            Block::Paragraph(inlines) => paragraph(&at.then("paragraph"), inlines, found),
            Block::Bullets(items) => self::items(&at.then("bullets"), items, depth, found),
            Block::Numbered(items) => self::items(&at.then("numbered"), items, depth, found),
            Block::Table(table) => self::table(&at.then("table"), table, depth, found),
            Block::Figure(figure) => self::figure(&at.then("figure"), figure, found),
            Block::Note { label, blocks: inner } => {
                let at = at.then("note");
                found.push((at.then("label").to_string(), label));
                self::blocks(&at.then("blocks"), inner, depth + 1, found);
            }
            Block::Together(inner) => self::blocks(&at.then("together"), inner, depth + 1, found),
            Block::Signatures(signatures) => self::signatures(&at.then("signatures"), signatures, found),
        }
    }
}

fn paragraph<'a>(at: &PointerPath<'_>, inlines: &'a [Inline], found: &mut Found<'a>) {
    for (index, inline) in inlines.iter().enumerate() {
        let at = at.then(index);
        let at = match inline {
            Inline::Text(_) => at.then("text").to_string(),
            Inline::Strong(_) => at.then("strong").to_string(),
            Inline::Mark(_) => at.then("mark").to_string(),
            Inline::Link { .. } => at.then("link").then("text").to_string(),
            Inline::Foreign { .. } => at.then("foreign").then("text").to_string(),
        };
        found.push((at, inline.words()));
    }
}

fn items<'a>(at: &PointerPath<'_>, items: &'a [Vec<Block>], depth: usize, found: &mut Found<'a>) {
    for (index, item) in items.iter().enumerate() {
        blocks(&at.then(index), item, depth + 1, found);
    }
}

fn table<'a>(at: &PointerPath<'_>, table: &'a Table, depth: usize, found: &mut Found<'a>) {
    found.push((at.then("caption").to_string(), &table.caption));
    for (index, column) in table.columns.iter().enumerate() {
        found.push((at.then("columns").then(index).to_string(), column));
    }
    let rows = at.then("rows");
    for (index, row) in table.rows.iter().enumerate() {
        let at = rows.then(index);
        for (index, cell) in row.iter().enumerate() {
            blocks(&at.then(index), cell, depth + 1, found);
        }
    }
}

fn figure<'a>(at: &PointerPath<'_>, figure: &'a Figure, found: &mut Found<'a>) {
    found.push((at.then("caption").to_string(), &figure.caption));
    found.push((at.then("alt").to_string(), &figure.alt));
    let drawing = at.then("drawing");
    let shapes = drawing.then("shapes");
    for (index, shape) in figure.drawing.shapes.iter().enumerate() {
        if let Shape::Words { text, .. } = shape {
            found.push((shapes.then(index).then("words").then("text").to_string(), text));
        }
    }
}

fn signatures<'a>(at: &PointerPath<'_>, signatures: &'a Signatures, found: &mut Found<'a>) {
    found.push((at.then("signed").to_string(), &signatures.signed));
    // A label that stands beside nothing is not printed.
    let used: Vec<&str> =
        signatures.places.iter().flat_map(|place| place.beside(signatures)).map(|(label, _)| label).collect();
    for (name, label) in [("name", &signatures.name), ("date", &signatures.date)] {
        if used.contains(&label.as_str()) {
            found.push((at.then(name).to_string(), label));
        }
    }
    let places = at.then("places");
    for (index, place) in signatures.places.iter().enumerate() {
        let at = places.then(index);
        found.extend(place.body.iter().map(|body| (at.then("body").to_string(), body.as_str())));
        found.push((at.then("office").to_string(), &place.office));
        let signature = at.then("signature");
        match &place.signature {
            Signature::Made(words) => found.push((signature.then("made").to_string(), words)),
            Signature::Field(words) => found.push((signature.then("field").to_string(), words)),
            Signature::Room => {}
        }
        found.extend(place.name.iter().map(|name| (at.then("name").to_string(), name.as_str())));
        found.extend(place.date.iter().map(|date| (at.then("date").to_string(), date.as_str())));
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    #[test]
    fn every_pointer_leads_to_its_words() {
        let document = sample::of_everything();
        let json = serde_json::to_value(&document).unwrap();
        let words = document.words();
        for (at, words) in &words {
            assert_eq!(json.pointer(at).and_then(|found| found.as_str()), Some(*words), "{at}");
        }
        assert!(words.iter().any(|(at, _)| at == "/body/5/table/rows/0/1/0/paragraph/0/link/text"));
    }

    #[test]
    fn no_words_are_left_out() {
        let document = sample::of_everything();
        let found = document.words().len();
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(json.matches("¶").count(), found, "every word of the sample begins with a pilcrow");
    }
}
