//! What is refused before anything is drawn.

use std::collections::BTreeSet;

use ags_document::{Block, Document, Table};
use chrono::Datelike;

use crate::error::Fault;
use crate::font::{Face, Shaper};
use crate::style;
use crate::write::{attachments, strings};

/// The most bytes of text; about 2,000 pages.
const MOST_CHARACTERS: usize = 6_000_000;
/// Each run of words counts as this many bytes more.
const RUN: usize = 10;
/// The most characters that are named one by one.
const MOST_NAMED: usize = 100;

/// Everything that keeps a document from being drawn; empty when nothing does.
pub(crate) fn faults(document: &Document, shaper: &mut Shaper) -> Vec<Fault> {
    let mut faults: Vec<Fault> = document.faults().into_iter().map(Fault::from).collect();
    faults.append(&mut attachments::faults(document));
    let year = document.date.year();
    if !(1..=9999).contains(&year) {
        faults.push(Fault::Year { year });
    }
    let words = document.words();
    let characters = words.iter().map(|(_, words)| words.len() + RUN).sum();
    if characters > MOST_CHARACTERS {
        faults.push(Fault::Characters { characters, most: MOST_CHARACTERS });
        return faults;
    }
    faults.append(&mut strings::faults(document, &words));
    too_many_columns("/cover", &document.cover, &mut faults);
    too_many_columns("/body", &document.body, &mut faults);
    faults.append(&mut unprintable(&words, shaper));
    faults
}

fn too_many_columns(at: &str, blocks: &[Block], faults: &mut Vec<Fault>) {
    for (index, block) in blocks.iter().enumerate() {
        let at = format!("{at}/{index}");
        if let Block::Together(blocks) = block {
            for (index, block) in blocks.iter().enumerate() {
                faults.extend(columns_of(&format!("{at}/together/{index}"), block));
            }
        }
        faults.extend(columns_of(&at, block));
    }
}

fn columns_of(at: &str, block: &Block) -> Option<Fault> {
    let Block::Table(Table { columns, .. }) = block else { return None };
    let (columns, most) = (columns.len(), style::MOST_COLUMNS);
    (columns > most).then(|| Fault::Columns { at: format!("{at}/table"), columns, most })
}

/// The characters that cannot be printed, each once for every run of words it stands in.
fn unprintable(words: &[(String, &str)], shaper: &mut Shaper) -> Vec<Fault> {
    let mut named = Vec::new();
    let mut more = 0;
    for (at, words) in words {
        let beyond_ascii = words.chars().filter(|letter| !letter.is_ascii_graphic() && *letter != ' ');
        let mut seen = BTreeSet::new();
        for character in beyond_ascii.filter(|letter| seen.insert(*letter)) {
            if let Some(fault) = fault_of(character, at, shaper) {
                if named.len() < MOST_NAMED {
                    named.push(fault);
                } else {
                    more += 1;
                }
            }
        }
    }
    if more > 0 {
        named.push(Fault::MoreCharacters { more });
    }
    named
}

fn fault_of(character: char, at: &str, shaper: &mut Shaper) -> Option<Fault> {
    let at = || at.to_owned();
    if is_control(character) {
        Some(Fault::Control { at: at(), character })
    } else if is_right_to_left(character) {
        Some(Fault::RightToLeft { at: at(), character })
    } else if !style::is_space(character) && Face::ALL.iter().any(|face| !shaper.has(*face, character)) {
        Some(Fault::MissingGlyph { at: at(), character })
    } else {
        None
    }
}

/// Whether a character shows nothing and is no space: a control character, or one that Unicode lets a
/// reader ignore.
fn is_control(character: char) -> bool {
    let ignorable = matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}');
    ignorable || (character.is_control() && !character.is_whitespace())
}

/// Whether a character lies in a block of scripts that run from right to left.
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
        unprintable(&[("/title".into(), words)], &mut shaper).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn welsh_money_and_typographic_marks_are_printed() {
        assert_eq!(found("Tŷ’r Cyngor: £5\u{a0}m, €½ “ŵ” – … • ≤ \t\n\r"), [""; 0]);
    }

    #[test]
    fn a_character_that_the_font_lacks_is_named_once_with_its_number() {
        assert_eq!(
            found("治 and 治"),
            ["/title: the font has no '治' (U+6CBB); write it with other characters"]
        );
    }

    #[test]
    fn overrides_and_null_are_named_and_not_printed() {
        assert_eq!(
            found("a\u{202e}b\0c\u{ad}"),
            [
                "/title: U+202E cannot be printed; take it out",
                "/title: U+0000 cannot be printed; take it out",
                "/title: U+00AD cannot be printed; take it out",
            ]
        );
    }

    #[test]
    fn hebrew_is_refused_although_the_font_has_it() {
        assert!(found("א").concat().contains("runs from right to left"));
    }

    #[test]
    fn the_hundred_and_first_character_is_counted_and_not_named() {
        let many: String = ('\u{4e00}'..).take(MOST_NAMED + 1).collect();
        let found = found(&many);
        assert_eq!(found.len(), MOST_NAMED + 1);
        assert_eq!(found.last().unwrap(), "and 1 more characters that cannot be printed");
    }
}
