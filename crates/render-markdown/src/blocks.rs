//! Blocks as lines, separated by empty lines.

use ags_document::{Block, Figure, Inline, Signature, Signatures, Table};

use crate::{cell, escape, paragraph};

/// A line to write on, which no text gives.
const LINE: &str = "______________________________";

/// The lines so far.
#[derive(Default)]
pub(crate) struct Lines {
    lines: Vec<String>,
    /// The marker of the list that ends here.
    list: Option<ListMarker>,
}

/// The marker of list items. A list directly after one of its kind needs the other marker, or it would continue it.
#[derive(Clone, Copy, PartialEq)]
enum ListMarker {
    /// `-` or `+`.
    Bullet(char),
    /// `.` or `)`.
    Number(char),
}

impl ListMarker {
    fn before(self, item: usize) -> String {
        match self {
            Self::Bullet(sign) => format!("{sign} "),
            Self::Number(sign) => format!("{}{sign} ", item + 1),
        }
    }
}

impl Lines {
    /// The whole text.
    pub(crate) fn text(self) -> String {
        self.lines.into_iter().map(|line| line + "\n").collect()
    }

    pub(crate) fn block(&mut self, lines: impl IntoIterator<Item = String>) {
        let before = self.lines.len();
        if before > 0 {
            self.lines.push(String::new());
        }
        let begin = self.lines.len();
        self.lines.extend(lines);
        if self.lines.len() == begin {
            self.lines.truncate(before);
        } else {
            self.list = None;
        }
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.block(other.lines);
        self.list = other.list;
    }

    /// A paragraph of plain text; nothing if it has no visible text.
    pub(crate) fn plain(&mut self, text: &str) {
        self.paragraph(&[Inline::Text(text.into())]);
    }

    /// A paragraph of bold text; nothing if it has no visible text.
    pub(crate) fn bold(&mut self, text: &str) {
        self.paragraph(&[Inline::Strong(text.into())]);
    }

    fn paragraph(&mut self, inlines: &[Inline]) {
        let line = paragraph::line(inlines);
        self.block((!line.is_empty()).then_some(line));
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => {
                    let marks = "#".repeat(usize::from(*level));
                    self.block([format!("{marks} {}", escape::line(text))]);
                }
                Block::Paragraph(inlines) => self.paragraph(inlines),
                Block::Bullets(items) => {
                    let again = self.list == Some(ListMarker::Bullet('-'));
                    self.items(items, ListMarker::Bullet(if again { '+' } else { '-' }));
                }
                Block::Numbered(items) => {
                    let again = self.list == Some(ListMarker::Number('.'));
                    self.items(items, ListMarker::Number(if again { ')' } else { '.' }));
                }
                Block::Table(table) => self.table(table),
                Block::Figure(Figure { caption, alt, .. }) => {
                    self.bold(caption);
                    self.plain(alt);
                }
                Block::Note { label, blocks } => self.note(label, blocks),
                Block::Together(inner) => self.blocks(inner),
                Block::Signatures(signatures) => self.signatures(signatures),
                _ => {}
            }
        }
    }

    fn items(&mut self, items: &[Vec<Block>], marker: ListMarker) {
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let mut inside = Self::default();
            inside.blocks(item);
            // An empty item could be parsed as a thematic break.
            inside.block(inside.lines.is_empty().then(|| "<!-- -->".into()));
            let marker = marker.before(index);
            let indent = " ".repeat(marker.len());
            lines.extend(inside.lines.into_iter().enumerate().map(|(row, line)| match line.as_str() {
                "" => line,
                _ if row == 0 => format!("{marker}{line}"),
                _ => format!("{indent}{line}"),
            }));
        }
        self.block(lines);
        self.list = Some(marker);
    }

    fn note(&mut self, label: &str, blocks: &[Block]) {
        let mut inside = Self::default();
        inside.bold(label);
        inside.blocks(blocks);
        self.block(inside.lines.into_iter().map(|line| format!("> {line}").trim_end().to_owned()));
    }

    fn signatures(&mut self, labels: &Signatures) {
        for place in &labels.places {
            self.plain(place.body.as_deref().unwrap_or_default());
            self.bold(&place.office);
            let signature = match &place.signature {
                Signature::Made(words) => Some(words.as_str()),
                Signature::Room | Signature::Field(_) => None,
            };
            let beside = place.beside(labels);
            for (label, words) in [(labels.signed.as_str(), signature)].into_iter().chain(beside) {
                match words {
                    Some(words) => self.plain(&format!("{label} {words}")),
                    None => self.block([format!("{} {LINE}", escape::line(label))]),
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.bold(&table.caption);
        let head = row(table.columns.iter().map(|heading| escape::line(heading)));
        let rule = row(table.columns.iter().map(|_| "---".into()));
        let rows = table.rows.iter().map(|cells| row(cells.iter().map(|cell| cell::line(cell))));
        self.block([head, rule].into_iter().chain(rows));
    }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    cells.fold("|".into(), |row, cell| format!("{row} {cell} |"))
}
