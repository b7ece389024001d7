//! The content of a document, independent of its format.

use ags::document::{Block, Document, Inline, Shape, Signature, Signatures};

/// The content of a document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DocumentContent {
    /// Every word of title page and body in reading order.
    pub words: Vec<String>,
    /// The words over the list of contents, and the lines of it.
    pub contents: Vec<String>,
    /// Every heading of the body, with its level from 1.
    pub headings: Vec<(u8, String)>,
    /// The number of cells of every row of every table, its head included.
    pub tables: Vec<Vec<usize>>,
    /// All characters inside drawings, where words are separated by position and not by white space.
    pub drawing_text: String,
}

impl DocumentContent {
    /// The content of the document itself.
    pub fn of(document: &Document) -> Self {
        Self::ending_with(document, &[])
    }

    /// Its content in a PDF, which alone prints the colophon, and lists the headings of the first level alone where that
    /// saves a page.
    pub fn of_pdf(document: &Document, found: &Self) -> Self {
        let mut content = Self::ending_with(document, &document.colophon);
        if found.contents.len() < content.contents.len() {
            let first = |(level, words): &(u8, String)| (*level == 1).then(|| words.clone());
            content.contents.truncate(1);
            content.contents.extend(content.headings.iter().filter_map(first));
        }
        content
    }

    fn ending_with(document: &Document, last: &[Block]) -> Self {
        let mut collector = ContentCollector::default();
        let front = [
            &document.crest,
            &Some(document.title.clone()),
            &Some(document.author.clone()),
            &document.status,
        ];
        for words in front.into_iter().flatten() {
            collector.alone(words);
        }
        collector.blocks(&document.cover);
        collector.blocks(&document.body);
        collector.blocks(last);
        let mut content = collector.end();
        let listed = content.headings.iter().filter(|(level, _)| *level <= 2).map(|(_, words)| words.clone());
        if let Some(title) = &document.furniture.contents {
            content.contents = listed.collect();
            if !content.contents.is_empty() {
                content.contents.insert(0, line(title));
            }
        }
        content
    }

    /// The differences from another, one line for each kind of content.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        [
            difference("words", &self.words, &other.words),
            difference("contents", &self.contents, &other.contents),
            difference("headings", &self.headings, &other.headings),
            difference("tables", &self.tables, &other.tables),
            difference("letters in drawings", &letters(&self.drawing_text), &letters(&other.drawing_text)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The first difference of two lists, with its surroundings.
fn difference<T: PartialEq + std::fmt::Debug>(what: &str, wanted: &[T], found: &[T]) -> Option<String> {
    if wanted == found {
        return None;
    }
    let at = wanted.iter().zip(found).take_while(|(one, other)| one == other).count();
    let around =
        |list: &[T]| format!("{:?}", &list[at.saturating_sub(4).min(list.len())..(at + 6).min(list.len())]);
    let (expected, actual) = (around(wanted), around(found));
    Some(format!(
        "{what}, from {at} of {} and {}:\n    document {expected}\n    format   {actual}",
        wanted.len(),
        found.len()
    ))
}

fn letters(words: &str) -> Vec<char> {
    words.chars().collect()
}

/// Words with one space between them.
pub fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Collects content in reading order.
#[derive(Default)]
pub struct ContentCollector {
    content: DocumentContent,
    /// The words since the last pause, with the white space between them.
    run: String,
}

impl ContentCollector {
    /// Words that go on from those before them.
    pub fn text(&mut self, words: &str) {
        self.run.push_str(words);
    }

    /// The end of a paragraph or of anything else that separates words.
    pub fn break_words(&mut self) {
        self.content.words.extend(self.run.split_whitespace().map(Into::into));
        self.run.clear();
    }

    /// Text separated from the text around it.
    pub fn alone(&mut self, words: &str) {
        self.break_words();
        self.text(words);
        self.break_words();
    }

    pub fn heading(&mut self, level: u8, words: &str) {
        self.alone(words);
        self.content.headings.push((level, line(words)));
    }

    /// A table, by the number of cells of every row.
    pub fn table(&mut self, rows: Vec<usize>) {
        self.content.tables.push(rows);
    }

    /// A line of the list of contents, or the words over it.
    pub fn contents(&mut self, words: &str) {
        self.content.contents.push(line(words));
    }

    /// Words inside a drawing.
    pub fn drawing_text(&mut self, words: &str) {
        self.content.drawing_text.extend(words.split_whitespace());
    }

    pub fn end(mut self) -> DocumentContent {
        self.break_words();
        self.content
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(inlines) => {
                self.alone(&inlines.iter().map(Inline::words).collect::<String>());
            }
            Block::Bullets(items) | Block::Numbered(items) => items.iter().for_each(|item| self.blocks(item)),
            Block::Table(table) => {
                self.alone(&table.caption);
                table.columns.iter().for_each(|column| self.alone(column));
                table.rows.iter().flatten().for_each(|cell| self.blocks(cell));
                let rows = table.rows.iter().map(Vec::len);
                self.table(std::iter::once(table.columns.len()).chain(rows).collect());
            }
            Block::Figure(figure) => {
                self.alone(&figure.caption);
                self.alone(&figure.alt);
                for shape in &figure.drawing.shapes {
                    if let Shape::Words { text, .. } = shape {
                        self.drawing_text(text);
                    }
                }
            }
            Block::Note { label, blocks } => {
                self.alone(label);
                self.blocks(blocks);
            }
            Block::Together(blocks) => self.blocks(blocks),
            Block::Signatures(signatures) => self.signatures(signatures),
            other => unreachable!("{other:?} is not a block we know"),
        }
    }

    /// The places for signatures: labels, and the words beside them where there are any.
    fn signatures(&mut self, signatures: &Signatures) {
        for place in &signatures.places {
            place.body.iter().for_each(|body| self.alone(body));
            self.alone(&place.office);
            let signature = match &place.signature {
                Signature::Made(words) => words.as_str(),
                Signature::Room | Signature::Field(_) => "",
            };
            self.alone(&signatures.signed);
            self.alone(signature);
            for (label, words) in place.beside(signatures) {
                self.alone(label);
                self.alone(words.unwrap_or_default());
            }
        }
    }
}
