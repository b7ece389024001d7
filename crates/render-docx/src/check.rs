//! What is refused before anything is written.

use std::collections::BTreeSet;

use ags_document::{Block, Document};
use chrono::Datelike;

use crate::error::Fault;

/// Word does not open a table with more columns.
const MOST_COLUMNS: usize = 63;

/// Everything that keeps a document from being written; empty when nothing does.
pub(crate) fn faults(document: &Document) -> Vec<Fault> {
    let mut faults: Vec<Fault> = document.faults().into_iter().map(Fault::from).collect();
    let year = document.date.year();
    if !(1..=9999).contains(&year) {
        faults.push(Fault::Year { year });
    }
    too_many_columns("/cover", &document.cover, &mut faults);
    too_many_columns("/body", &document.body, &mut faults);
    for (at, words) in document.words() {
        let refused: BTreeSet<char> = words.chars().filter(|letter| is_refused(*letter)).collect();
        faults.extend(refused.into_iter().map(|character| Fault::Character { at: at.clone(), character }));
    }
    faults
}

fn too_many_columns(at: &str, blocks: &[Block], faults: &mut Vec<Fault>) {
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Together(inner) => too_many_columns(&format!("{at}/{index}/together"), inner, faults),
            Block::Table(table) if table.columns.len() > MOST_COLUMNS => faults.push(Fault::Columns {
                at: format!("{at}/{index}/table"),
                columns: table.columns.len(),
                most: MOST_COLUMNS,
            }),
            _ => {}
        }
    }
}

/// White space becomes a space, so what is white space is never refused.
fn is_refused(letter: char) -> bool {
    let is_no_character = u32::from(letter) & 0xFFFE == 0xFFFE || matches!(letter, '\u{fdd0}'..='\u{fdef}');
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_no_character || turns || (letter.is_control() && !letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_and_white_space_is_taken() {
        for letter in "Tŷ €½ “治” א ع \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{ad}\u{200d}\u{2028}\u{fffd}😀".chars()
        {
            assert!(!is_refused(letter), "{letter:?}");
        }
    }

    #[test]
    fn what_xml_forbids_or_turns_words_around_is_refused() {
        for letter in
            ['\0', '\u{8}', '\u{1f}', '\u{7f}', '\u{9f}', '\u{202e}', '\u{2066}', '\u{fffe}', '\u{1ffff}']
        {
            assert!(is_refused(letter), "{letter:?}");
        }
    }
}
