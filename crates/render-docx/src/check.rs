//! The checks of a document before anything is written.

use std::collections::BTreeSet;

use ags_document::{Block, Document};
use chrono::Datelike;

use crate::error::Violation;

/// Word does not open a table with more columns.
const MAX_COLUMNS: usize = 63;

/// Everything that prevents a document from being written; empty if nothing does.
pub(crate) fn violations(document: &Document) -> Vec<Violation> {
    let mut violations: Vec<Violation> = document.violations().into_iter().map(Violation::from).collect();
    let year = document.date.year();
    if !(1..=9999).contains(&year) {
        violations.push(Violation::Year { year });
    }
    too_many_columns("/cover", &document.cover, &mut violations);
    too_many_columns("/body", &document.body, &mut violations);
    for (at, words) in document.words() {
        let forbidden: BTreeSet<char> = words.chars().filter(|letter| is_forbidden(*letter)).collect();
        violations.extend(
            forbidden.into_iter().map(|character| Violation::Character { at: at.clone(), character }),
        );
    }
    violations
}

fn too_many_columns(at: &str, blocks: &[Block], violations: &mut Vec<Violation>) {
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Together(inner) => too_many_columns(&format!("{at}/{index}/together"), inner, violations),
            Block::Table(table) if table.columns.len() > MAX_COLUMNS => violations.push(Violation::Columns {
                at: format!("{at}/{index}/table"),
                columns: table.columns.len(),
                most: MAX_COLUMNS,
            }),
            _ => {}
        }
    }
}

/// Whether a character is not allowed. White space is, since it becomes a space.
fn is_forbidden(letter: char) -> bool {
    let is_noncharacter = u32::from(letter) & 0xFFFE == 0xFFFE || matches!(letter, '\u{fdd0}'..='\u{fdef}');
    let changes_direction = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_noncharacter || changes_direction || (letter.is_control() && !letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_and_white_space_is_allowed() {
        for letter in "Tŷ €½ “治” א ع \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{ad}\u{200d}\u{2028}\u{fffd}😀".chars()
        {
            assert!(!is_forbidden(letter), "{letter:?}");
        }
    }

    #[test]
    fn what_xml_forbids_or_changes_direction_is_forbidden() {
        for letter in
            ['\0', '\u{8}', '\u{1f}', '\u{7f}', '\u{9f}', '\u{202e}', '\u{2066}', '\u{fffe}', '\u{1ffff}']
        {
            assert!(is_forbidden(letter), "{letter:?}");
        }
    }
}
