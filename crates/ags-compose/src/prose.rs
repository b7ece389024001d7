//! The words of a statement as paragraphs, cells and tables that are never empty.

use ags_statement::english;
use governance_model::{Passage, Provenance, Text};

use ags_document::{Block, Cell, Inline, white_space};

use crate::phrases::prompts;

/// The sections written so far, in reading order.
pub(super) type Body = Vec<Block>;

/// The words on one line, wherever their lines were broken. What a template holds the place of is a prompt.
pub(super) fn line(words: &str) -> String {
    let line = white_space::collapse(words.trim());
    if !is_placeholder(&line) {
        return line;
    }
    let what = match line.strip_prefix(PLACEHOLDER) {
        Some(what) => what.trim_start_matches([':', ' ']).to_owned(),
        None => line.replace(PLACEHOLDER, "\u{2026}"),
    };
    prompts::to_be_completed(&what)
}

/// What the words of a template have where a council's own words are to stand.
const PLACEHOLDER: &str = "PLACEHOLDER";

/// Whether words are a template's, or have a place in them that is still to be filled.
pub(super) fn is_placeholder(words: &str) -> bool {
    words.contains(PLACEHOLDER)
}

/// The words on one line; none where there are none.
pub(super) fn some_line(words: Option<&Text>) -> Option<String> {
    words.map(|words| line(words)).filter(|words| !words.is_empty())
}

/// The words that are not blank, each on one line.
pub(super) fn lines(words: &[Text]) -> Vec<String> {
    words.iter().map(|words| line(words)).filter(|words| !words.is_empty()).collect()
}

/// The words as a sentence: on one line, with a full stop where nothing else ends them.
pub(super) fn sentence(words: &str) -> String {
    let mut words = line(words);
    if is_prompt(&words) {
        return words;
    }
    let end = words.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')']);
    if !words.is_empty() && !end.ends_with(['.', '!', '?', ':', ';', '\u{2026}']) {
        words.push('.');
    }
    words
}

/// Whether words are a prompt to complete a draft.
pub(super) fn is_prompt(words: &str) -> bool {
    words.starts_with(prompts::TO_BE_COMPLETED)
}

/// The words as paragraphs, one for each line that is not blank, with the mark of their provenance at the end.
pub(super) fn paragraphs(words: &str, source: &Provenance) -> Vec<Block> {
    let lines: Vec<String> = words.lines().map(sentence).filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    let blocks = lines.into_iter().enumerate().map(|(index, line)| {
        let text = vec![Inline::Text(line)];
        Block::Paragraph(if index == last { marked(text, source) } else { text })
    });
    blocks.collect()
}

/// The paragraphs of words that may be missing; nothing where they are.
pub(super) fn stated(words: Option<&Text>, source: &Provenance) -> Vec<Block> {
    words.map_or_else(Vec::new, |words| paragraphs(words, source))
}

/// The paragraphs of a passage; nothing where there is none.
pub(super) fn passage(passage: Option<&Passage>) -> Vec<Block> {
    passage.map_or_else(Vec::new, |passage| paragraphs(&passage.text, &passage.source))
}

/// The inlines, followed by the mark of their provenance.
pub(super) fn marked(mut inlines: Vec<Inline>, source: &Provenance) -> Vec<Inline> {
    if source.is_illustrative() && !inlines.is_empty() {
        inlines.push(Inline::Text(" ".into()));
        inlines.push(Inline::Mark(english::ILLUSTRATIVE.into()));
    }
    inlines
}

/// A paragraph of plain words with the mark of their provenance.
pub(super) fn sourced(words: impl Into<String>, source: &Provenance) -> Block {
    Block::Paragraph(marked(vec![Inline::Text(words.into())], source))
}

/// What stands in a cell that would otherwise be empty.
const NOTHING: &str = "\u{2013}";

/// A cell with these words, or with a dash where there are none.
pub(super) fn cell(words: Option<String>) -> Cell {
    let words = words.filter(|words| !words.trim().is_empty());
    vec![Block::plain(words.unwrap_or_else(|| NOTHING.into()))]
}

/// A cell with these blocks, or with a dash where there are none.
pub(super) fn filled(blocks: Vec<Block>) -> Cell {
    if blocks.is_empty() { cell(None) } else { blocks }
}

/// A table whose rows are named by their first cells, without the columns that have nothing to say; a list where nothing
/// but the names is left, and nothing where there is no row.
pub(super) fn table<const COLUMNS: usize>(
    caption: &str,
    columns: [&str; COLUMNS],
    rows: Vec<[Cell; COLUMNS]>,
) -> Option<Block> {
    Block::table(caption, columns, rows).map(without_empty_columns)
}

/// The same for rows that begin with a sentence.
pub(super) fn table_of_sentences<const COLUMNS: usize>(
    caption: &str,
    columns: [&str; COLUMNS],
    rows: Vec<[Cell; COLUMNS]>,
) -> Option<Block> {
    Block::table_of_sentences(caption, columns, rows).map(without_empty_columns)
}

fn without_empty_columns(block: Block) -> Block {
    let Block::Table(mut table) = block else { return block };
    let empty = cell(None);
    let said: Vec<bool> = (0..table.columns.len())
        .map(|column| column == 0 || table.rows.iter().any(|row| row.get(column) != Some(&empty)))
        .collect();
    let mut places = said.iter();
    table.columns.retain(|_| places.next().is_some_and(|said| *said));
    for row in &mut table.rows {
        let mut places = said.iter();
        row.retain(|_| places.next().is_some_and(|said| *said));
    }
    if table.columns.len() == 1 {
        return Block::Bullets(table.rows.into_iter().flatten().collect());
    }
    Block::Table(table)
}

/// Words, as a link where they lead somewhere.
pub(super) fn linked(text: String, url: Option<&impl AsRef<str>>) -> Inline {
    match url {
        Some(url) => Inline::Link { text, target: url.as_ref().into() },
        None => Inline::Text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn illustrative() -> Provenance {
        Provenance::Illustrative("no date is given".parse().unwrap())
    }

    #[test]
    fn a_sentence_ends_once() {
        for (words, expected) in [
            ("Staff are trained", "Staff are trained."),
            ("Staff are trained.", "Staff are trained."),
            ("It says \"no.\"", "It says \"no.\""),
            ("Constitution:", "Constitution:"),
            ("one\n two\tthree", "one two three."),
            (" \n ", ""),
        ] {
            assert_eq!(sentence(words), expected);
        }
    }

    #[test]
    fn each_line_is_a_paragraph_and_the_last_has_the_mark() {
        let blocks = paragraphs("One.\n\n Two\n", &illustrative());
        assert_eq!(blocks.len(), 2);
        assert_eq!(blocks[0], Block::plain("One."));
        assert_eq!(ags_document::marks(&blocks), 1);
    }

    #[test]
    fn blank_words_have_no_mark() {
        assert_eq!(paragraphs(" \n ", &illustrative()), []);
    }

    #[test]
    fn a_blank_cell_shows_a_dash() {
        assert_eq!(cell(Some(" ".into())), cell(None));
        assert_eq!(cell(None), [Block::plain("\u{2013}")]);
    }
}
