//! Documents to draw: Leicestershire's, and one of 8,000 words.

use std::iter::Cycle;
use std::vec::IntoIter;

use ags::document::{Attachment, Block, Inline, Relationship, Table};
use ags::{Document, Statement};

use crate::leicestershire;

/// The document of the final statement, with each piece of evidence `times` over, and its data attached.
#[must_use]
pub fn document(times: usize) -> Document {
    let statement = leicestershire::statement(times);
    let report = ags::check(&statement, leicestershire::as_at());
    with_its_data(ags::compose(&statement, report.as_at), &statement)
}

/// The document with the statement attached, as JSON.
#[must_use]
pub fn with_its_data(mut document: Document, statement: &Statement) -> Document {
    if document.attachments.is_empty() {
        document.attachments.push(Attachment {
            name: "statement.json".into(),
            media_type: "application/json",
            description: "The statement, for a machine".into(),
            relationship: Relationship::Source,
            content: serde_json::to_string(statement).expect("a statement can be written"),
        });
    }
    document
}

/// About 8,000 of Leicestershire's words under 33 headings: paragraphs, 152 items of lists and 9 tables of 10 rows.
#[must_use]
pub fn eight_thousand_words() -> Document {
    let statement = document(1);
    let mut sentences: Vec<String> = Vec::new();
    collect(&statement.body, &mut sentences);
    sentences.retain(|sentence| (60..300).contains(&sentence.len()));
    let mut sentences = sentences.into_iter().cycle();
    let mut body = Vec::new();
    for section in 0..33 {
        let level = if section % 4 == 0 { 1 } else { 2 };
        body.push(Block::Heading { level, text: format!("Part {} of the review", section + 1) });
        body.extend((0..4).map(|_| Block::plain(next(&mut sentences))));
        match section % 7 {
            0 | 2 | 4 | 6 => body.push(bullets(&mut sentences)),
            1 | 5 => body.push(table(&mut sentences, section)),
            _ => {}
        }
    }
    Document { body, ..statement }
}

/// Each paragraph's words.
fn collect(blocks: &[Block], to: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => to.push(inlines.iter().map(Inline::words).collect()),
            Block::Bullets(items) | Block::Numbered(items) => items.iter().for_each(|item| collect(item, to)),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| collect(cell, to)),
            Block::Note { blocks, .. } | Block::Together(blocks) => collect(blocks, to),
            _ => {}
        }
    }
}

type Sentences = Cycle<IntoIter<String>>;

fn next(sentences: &mut Sentences) -> String {
    sentences.next().expect("the statement has paragraphs")
}

fn bullets(sentences: &mut Sentences) -> Block {
    Block::Bullets((0..8).map(|_| vec![Block::plain(next(sentences))]).collect())
}

fn table(sentences: &mut Sentences, section: usize) -> Block {
    let row = |n: usize| {
        let words = [format!("{}.{}", section + 1, n + 1), next(sentences), "Reasonable".into()];
        words.map(|words| vec![Block::plain(words)]).to_vec()
    };
    Block::Table(Table {
        caption: format!("What part {} found", section + 1),
        columns: vec!["Number".into(), "Finding".into(), "Assurance".into()],
        row_headers: true,
        rows: (0..10).map(row).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_thousand_words_are_about_as_many() {
        let document = eight_thousand_words();
        let words: usize = document.words().iter().map(|(_, words)| words.split_whitespace().count()).sum();
        assert!((7_000..9_000).contains(&words), "{words}");
        assert_eq!(document.validate(), Ok(()));
    }
}
