//! What a reader is told, whatever the form.

use ags::document::{Block, Document, Inline, Shape};

/// What a reader is told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// Every word of title page and body in reading order.
    pub words: Vec<String>,
    /// The words over the list of contents, and the lines of it.
    pub contents: Vec<String>,
    /// Every heading of the body, with its level from 1.
    pub headings: Vec<(u8, String)>,
    /// The number of cells of every row of every table, its head included.
    pub tables: Vec<Vec<usize>>,
    /// Every letter inside a drawing: there, places part words and not white space.
    pub drawn: String,
}

impl Told {
    /// What the document itself tells.
    pub fn of(document: &Document) -> Self {
        let mut telling = Telling::default();
        let front = [
            &document.crest,
            &Some(document.title.clone()),
            &Some(document.author.clone()),
            &document.status,
        ];
        for words in front.into_iter().flatten() {
            telling.alone(words);
        }
        telling.blocks(&document.cover);
        telling.blocks(&document.body);
        let mut told = telling.end();
        let listed = told.headings.iter().filter(|(level, _)| *level <= 2).map(|(_, words)| words.clone());
        told.contents = listed.collect();
        if !told.contents.is_empty() {
            told.contents.insert(0, line(&document.furniture.contents));
        }
        told
    }

    /// Where another one tells something else, a line for each kind of thing.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        [
            difference("words", &self.words, &other.words),
            difference("contents", &self.contents, &other.contents),
            difference("headings", &self.headings, &other.headings),
            difference("tables", &self.tables, &other.tables),
            difference("letters in drawings", &letters(&self.drawn), &letters(&other.drawn)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The first place where two lists differ, with what stands around it.
fn difference<T: PartialEq + std::fmt::Debug>(what: &str, wanted: &[T], heard: &[T]) -> Option<String> {
    if wanted == heard {
        return None;
    }
    let at = wanted.iter().zip(heard).take_while(|(one, other)| one == other).count();
    let around =
        |list: &[T]| format!("{:?}", &list[at.saturating_sub(4).min(list.len())..(at + 6).min(list.len())]);
    let (document, face) = (around(wanted), around(heard));
    Some(format!(
        "{what}, from {at} of {} and {}:\n    document {document}\n    face     {face}",
        wanted.len(),
        heard.len()
    ))
}

fn letters(words: &str) -> Vec<char> {
    words.chars().collect()
}

/// Words with one space between them.
pub fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a reader is being told, from the beginning on.
#[derive(Default)]
pub struct Telling {
    told: Told,
    /// The words since the last pause, with the white space between them.
    run: String,
}

impl Telling {
    /// Words that go on from those before them.
    pub fn say(&mut self, words: &str) {
        self.run.push_str(words);
    }

    /// The end of a paragraph or of anything else that parts words.
    pub fn pause(&mut self) {
        self.told.words.extend(self.run.split_whitespace().map(Into::into));
        self.run.clear();
    }

    /// Words that stand alone.
    pub fn alone(&mut self, words: &str) {
        self.pause();
        self.say(words);
        self.pause();
    }

    pub fn heading(&mut self, level: u8, words: &str) {
        self.alone(words);
        self.told.headings.push((level, line(words)));
    }

    /// A table, by the number of cells of every row.
    pub fn table(&mut self, rows: Vec<usize>) {
        self.told.tables.push(rows);
    }

    /// A line of the list of contents, or the words over it.
    pub fn contents(&mut self, words: &str) {
        self.told.contents.push(line(words));
    }

    /// Words inside a drawing.
    pub fn drawn(&mut self, words: &str) {
        self.told.drawn.extend(words.split_whitespace());
    }

    pub fn end(mut self) -> Told {
        self.pause();
        self.told
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
                        self.drawn(text);
                    }
                }
            }
            Block::Note { label, blocks } => {
                self.alone(label);
                self.blocks(blocks);
            }
            Block::Together(blocks) => self.blocks(blocks),
            other => unreachable!("{other:?} is no block we know"),
        }
    }
}
