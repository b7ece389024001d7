//! The checks of a document before anything is drawn.

use std::collections::BTreeSet;

use ags_document::white_space::is_space;
use ags_document::{Block, Document, Table};
use chrono::Datelike;

use crate::error::Violation;
use crate::font::{Face, Shaper};
use crate::style;
use crate::write::{attachments, string_length};

/// The most bytes of text; about 2,000 pages.
const MAX_TEXT: usize = 6_000_000;
/// Each text of the document counts as this many bytes more.
const TEXT_OVERHEAD: usize = 10;
/// The most characters that are listed one by one.
const MAX_LISTED: usize = 100;

/// Everything that prevents a document from being drawn; empty if nothing does.
pub(crate) fn violations(document: &Document, shaper: &mut Shaper) -> Vec<Violation> {
    let mut violations: Vec<Violation> = document.violations().into_iter().map(Violation::from).collect();
    violations.append(&mut attachments::violations(document));
    let year = document.date.year();
    if !(1..=9999).contains(&year) {
        violations.push(Violation::Year { year });
    }
    let words = document.words();
    let bytes = words.iter().map(|(_, words)| words.len() + TEXT_OVERHEAD).sum();
    if bytes > MAX_TEXT {
        violations.push(Violation::TooMuchText { bytes, most: MAX_TEXT });
        return violations;
    }
    violations.append(&mut string_length::violations(document, &words));
    too_many_columns("/cover", &document.cover, &mut violations);
    too_many_columns("/body", &document.body, &mut violations);
    violations.append(&mut unsupported_characters(&words, shaper));
    violations
}

fn too_many_columns(at: &str, blocks: &[Block], violations: &mut Vec<Violation>) {
    for (index, block) in blocks.iter().enumerate() {
        let at = format!("{at}/{index}");
        if let Block::Together(blocks) = block {
            for (index, block) in blocks.iter().enumerate() {
                violations.extend(columns_of(&format!("{at}/together/{index}"), block));
            }
        }
        violations.extend(columns_of(&at, block));
    }
}

fn columns_of(at: &str, block: &Block) -> Option<Violation> {
    let Block::Table(Table { columns, .. }) = block else { return None };
    let (columns, most) = (columns.len(), style::MAX_COLUMNS);
    (columns > most).then(|| Violation::Columns { at: format!("{at}/table"), columns, most })
}

/// The characters that cannot be drawn, each once for every text it is in.
fn unsupported_characters(words: &[(String, &str)], shaper: &mut Shaper) -> Vec<Violation> {
    let mut listed = Vec::new();
    let mut more = 0;
    for (at, words) in words {
        let beyond_ascii =
            words.chars().filter(|character| !character.is_ascii_graphic() && *character != ' ');
        let mut seen = BTreeSet::new();
        for character in beyond_ascii.filter(|character| seen.insert(*character)) {
            if let Some(violation) = violation_of(character, at, shaper) {
                if listed.len() < MAX_LISTED {
                    listed.push(violation);
                } else {
                    more += 1;
                }
            }
        }
    }
    if more > 0 {
        listed.push(Violation::MoreCharacters { more });
    }
    listed
}

fn violation_of(character: char, at: &str, shaper: &mut Shaper) -> Option<Violation> {
    let at = || at.to_owned();
    if is_control(character) {
        Some(Violation::Control { at: at(), character })
    } else if is_right_to_left(character) {
        Some(Violation::RightToLeft { at: at(), character })
    } else if !is_space(character) && Face::ALL.iter().any(|face| !shaper.has(*face, character)) {
        Some(Violation::MissingGlyph { at: at(), character })
    } else {
        None
    }
}

/// Whether a character is invisible but not a space: a control character, or one that Unicode calls default-ignorable.
fn is_control(character: char) -> bool {
    let ignorable = matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}');
    ignorable || (character.is_control() && !character.is_whitespace())
}

/// Whether a character is in a Unicode block of scripts written from right to left.
fn is_right_to_left(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::fonts;

    fn found(words: &str) -> Vec<String> {
        let mut shaper = Shaper::new(fonts().unwrap());
        unsupported_characters(&[("/title".into(), words)], &mut shaper)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn welsh_money_and_typographic_marks_are_drawn() {
        assert_eq!(found("Tŷ’r Cyngor: £5\u{a0}m, €½ “ŵ” – … • ≤ \t\n\r"), [""; 0]);
    }

    #[test]
    fn a_character_missing_from_the_font_is_listed_once_with_its_number() {
        assert_eq!(
            found("治 and 治"),
            ["/title: the font has no '治' (U+6CBB); write it with other characters"]
        );
    }

    #[test]
    fn overrides_and_null_are_listed_by_number_only() {
        assert_eq!(
            found("a\u{202e}b\0c\u{ad}"),
            [
                "/title: U+202E cannot be drawn; remove it",
                "/title: U+0000 cannot be drawn; remove it",
                "/title: U+00AD cannot be drawn; remove it",
            ]
        );
    }

    #[test]
    fn hebrew_is_rejected_although_the_font_has_it() {
        assert!(found("א").concat().contains("written from right to left"));
    }

    #[test]
    fn the_hundred_and_first_character_is_counted_and_not_listed() {
        let many: String = ('\u{4e00}'..).take(MAX_LISTED + 1).collect();
        let found = found(&many);
        assert_eq!(found.len(), MAX_LISTED + 1);
        assert_eq!(found.last().unwrap(), "1 more characters cannot be drawn");
    }
}
