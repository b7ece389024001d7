//! The items of a cell: a list whose marks and line ends may be lost.
//!
//! A split is an estimate, so each item has a confidence, and the unsplit cell is kept with it. The signs of a new
//! item, the most certain first: a bullet; the end of a sentence; a line of a narrow column that ended although the
//! next word would have fitted; two words joined without a space; a capital after a word that ends a phrase.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Deserialize;

use crate::noise::BULLET;
use crate::normalise::bare;
use crate::phrases;

/// How the cells of a column, or the lines of a list, are divided into items.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Split {
    /// One cell is one item.
    #[default]
    Whole,
    /// Bullets divide items; a cell without one is one item.
    Bullets,
    /// Bullets where there are any, else the ends of sentences.
    Sentences,
    /// Names and sentences run together.
    RunTogether,
}

/// An item of a cell: its range in the joined text, and the confidence that it is one item, in per cent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Item {
    pub(crate) range: Range<usize>,
    pub(crate) confidence: u8,
}

const SURE: u8 = 95;

/// Pairs of words that begin an item somewhere in the document, learned where beginnings are certain.
#[derive(Default)]
pub(crate) struct Openings(BTreeSet<(String, String)>);

impl Openings {
    /// Learns from one line of a cell: its beginning, and the beginning of each sentence in it.
    pub(crate) fn learn(&mut self, line: &str, begins: bool) {
        let mut certain = begins;
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            if certain
                && starts_upper(word)
                && let Some(next) = words.peek().filter(|next| next.starts_with(char::is_lowercase))
                && !phrases::goes_on(next)
            {
                self.0.insert((bare(word), bare(next)));
            }
            certain = ends_sentence(word);
        }
    }

    fn has(&self, first: &str, second: &str) -> bool {
        second.starts_with(char::is_lowercase) && self.0.contains(&(bare(first), bare(second)))
    }
}

/// The items of a cell whose lines were joined by single spaces; `lines` are the ranges of the lines in it.
pub(crate) fn items(text: &str, lines: &[Range<usize>], split: Split, openings: &Openings) -> Vec<Item> {
    let cuts = match split {
        Split::Whole => Vec::new(),
        Split::Bullets => bullets(text),
        Split::Sentences if text.contains(BULLET) => bullets(text),
        Split::Sentences => sentences(text),
        Split::RunTogether if text.trim_start().starts_with(BULLET) => bullets(text),
        Split::RunTogether => run_together(text, lines, openings),
    };
    between(text, &cuts)
}

/// The byte at which an item begins, and the confidence.
type Cut = (usize, u8);

fn between(text: &str, cuts: &[Cut]) -> Vec<Item> {
    let mut items = Vec::with_capacity(cuts.len() + 1);
    let mut start = 0;
    let mut sure = 100;
    for &(at, confidence) in cuts.iter().chain([&(text.len(), 100)]) {
        push(text, start..at, sure.min(confidence), &mut items);
        start = at;
        sure = confidence;
    }
    items
}

/// Adds an item without the bullet and the space around it, unless it is blank.
fn push(text: &str, range: Range<usize>, confidence: u8, items: &mut Vec<Item>) {
    let Some(words) = text.get(range.clone()) else { return };
    let edge = |one: char| one.is_whitespace() || one == BULLET;
    let trimmed = words.trim_start_matches(edge);
    let start = range.start + (words.len() - trimmed.len());
    let end = start + trimmed.trim_end_matches(edge).len();
    if start < end {
        items.push(Item { range: start..end, confidence });
    }
}

fn bullets(text: &str) -> Vec<Cut> {
    text.char_indices().filter(|(_, one)| *one == BULLET).map(|(at, _)| (at, SURE)).collect()
}

fn sentences(text: &str) -> Vec<Cut> {
    let words = split_words(text);
    let mut cuts = Vec::new();
    for pair in words.windows(2) {
        if let [before, after] = pair
            && ends_sentence(before.text)
            && starts_upper(after.text)
        {
            cuts.push((after.at, 85));
        }
    }
    cuts
}

struct Word<'a> {
    at: usize,
    text: &'a str,
    /// Whether the space before it, between two items, is missing.
    joined: bool,
}

fn split_words(text: &str) -> Vec<Word<'_>> {
    let base = text.as_ptr() as usize;
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let at = word.as_ptr() as usize - base;
        let mut start = 0;
        for joint in joints(word).chain([word.len()]) {
            let text = word.get(start..joint).unwrap_or_default();
            words.push(Word { at: at + start, text, joined: start > 0 });
            start = joint;
        }
    }
    words
}

/// Whether a word begins with a capital, after any quotation marks.
fn starts_upper(word: &str) -> bool {
    word.trim_start_matches(['\'', '"', '\u{2018}', '\u{201c}', '(']).starts_with(char::is_uppercase)
}

fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['\'', '"', '\u{2019}', '\u{201d}', ')']);
    let stop = word.ends_with(['.', '!', '?'])
        && !word.ends_with("e.g.")
        && !word.ends_with("etc.")
        && !word.ends_with("i.e.");
    stop && word.trim_end_matches(['.', '!', '?']).chars().count() > 1
}

fn run_together(text: &str, lines: &[Range<usize>], openings: &Openings) -> Vec<Cut> {
    let words = split_words(text);
    let width = lines.iter().map(Range::len).max().unwrap_or(0);
    let mut cuts: Vec<Cut> = Vec::new();
    let mut line = 0;
    let mut sentence_begins = 0;
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            let mut new_line = None;
            while lines.get(line).is_some_and(|range| range.end <= word.at) {
                new_line = lines.get(line).map(Range::len);
                line += 1;
            }
            let boundary =
                Boundary { words: &words, index, full: new_line.map(|length| Fullness { length, width }) };
            if word.joined {
                cuts.push((word.at, 80));
                sentence_begins = index;
            } else if let Some(confidence) = boundary.begins_item(openings, sentence_begins) {
                cuts.push((word.at, confidence));
                sentence_begins = index;
            } else if boundary.before().is_some_and(ends_sentence) {
                sentence_begins = index;
            }
        }
    }
    cuts
}

/// The length of the line before, and of the longest line of the cell, in bytes.
struct Fullness {
    length: usize,
    width: usize,
}

impl Fullness {
    /// Whether the column is narrow and the word would still have fitted on the line before.
    fn had_room_for(&self, word: &str) -> bool {
        self.width <= 64 && (self.length + 1 + word.len()) * 100 <= self.width * 85
    }
}

/// A position between two words of a cell.
struct Boundary<'a> {
    words: &'a [Word<'a>],
    index: usize,
    full: Option<Fullness>,
}

impl<'a> Boundary<'a> {
    fn word(&self, index: usize) -> Option<&'a str> {
        self.words.get(index).map(|word| word.text)
    }

    fn before(&self) -> Option<&'a str> {
        self.word(self.index.checked_sub(1)?)
    }

    /// The confidence that an item begins here; none where none does.
    fn begins_item(&self, openings: &Openings, sentence: usize) -> Option<u8> {
        let (before, after) = (self.before()?, self.word(self.index)?);
        let numbered_line = self.full.is_some() && after.starts_with(char::is_numeric);
        if !(starts_upper(after) || numbered_line) {
            return None;
        }
        if ends_sentence(before) {
            return (!self.carries_on(sentence)).then_some(90);
        }
        let open = before
            .ends_with([',', ';', ':', '/', '&', '-', '\u{2013}', '\u{2014}', '\'', '\u{2019}', '('])
            && !before.ends_with("')");
        let possessive = before.ends_with("'s") || before.ends_with("\u{2019}s");
        if open || possessive || phrases::never_opens(after) || after.starts_with('(') {
            return None;
        }
        if phrases::goes_on(before) {
            return None;
        }
        if phrases::opens(after) && after.starts_with(char::is_uppercase) {
            return Some(80);
        }
        if self.full.as_ref().is_some_and(|full| full.had_room_for(after)) {
            return Some(85);
        }
        if before.ends_with(')') {
            return Some(70);
        }
        self.after_word(before, after, openings)
    }

    fn after_word(&self, before: &str, after: &str, openings: &Openings) -> Option<u8> {
        if before.chars().all(|one| one.is_numeric() || "-/\u{2013}.".contains(one)) {
            let next = self.word(self.index + 1).unwrap_or_default();
            return (self.full.is_some() || openings.has(after, next)).then_some(60);
        }
        let next = self.word(self.index + 1).unwrap_or_default();
        if starts_upper(before) {
            let noun = phrases::ends(after) || phrases::may_end(after);
            let name_ends = if phrases::ends(before) {
                !noun || begins_name(next) || self.full.is_some()
            } else {
                phrases::may_end(before) && !noun
            };
            if name_ends {
                return Some(65);
            }
            return openings.has(after, next).then_some(60);
        }
        let earlier = self.index.checked_sub(2).and_then(|index| self.word(index)).unwrap_or_default();
        let bare = bare(earlier);
        let inside_phrase = ["to", "a", "an"].contains(&bare.as_str()) || earlier.ends_with(';');
        if phrases::is_adjective(before) || inside_phrase {
            return None;
        }
        Some(75)
    }

    /// Whether the sentence that begins here continues the one before.
    fn carries_on(&self, sentence: usize) -> bool {
        let Some(first) = self.word(self.index) else { return false };
        if phrases::carries_on(first) {
            return true;
        }
        let rest = self.words.get(self.index..).unwrap_or_default();
        for word in rest {
            if phrases::refers_back(word.text) {
                return true;
            }
            if ends_sentence(word.text) {
                break;
            }
        }
        let names_again = first == "The" && self.word(sentence) == Some("The");
        let named = self.word(self.index + 1).unwrap_or_default();
        let earlier = self.words.get(sentence..self.index).unwrap_or_default();
        names_again && earlier.iter().any(|word| word.text == named)
    }
}

/// Whether a word that could end a name begins one, by what follows it: "Review of Complaints", "Report Templates".
fn begins_name(next: &str) -> bool {
    matches!(next, "of" | "for" | "to" | "in" | "&") || starts_upper(next)
}

/// Joints inside a word where the space between two items is lost: "KentChange", "statementsAnnual".
fn joints(word: &str) -> impl Iterator<Item = usize> + '_ {
    let mut letters = 0;
    let mut digits = 0;
    let mut before = ' ';
    word.char_indices().filter_map(move |(at, one)| {
        let after_word = before.is_lowercase() && letters >= 4;
        let after_year = before.is_ascii_digit() && digits == 4;
        let joint = one.is_uppercase() && (after_word || after_year);
        letters = if one.is_alphabetic() && !joint { letters + 1 } else { usize::from(one.is_alphabetic()) };
        digits = if one.is_ascii_digit() { digits + 1 } else { 0 };
        before = one;
        joint.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(lines: &[&str], split: Split, openings: &Openings) -> Vec<String> {
        let mut text = String::new();
        let mut ranges = Vec::new();
        for line in lines {
            if !text.is_empty() {
                text.push(' ');
            }
            ranges.push(text.len()..text.len() + line.len());
            text.push_str(line);
        }
        items(&text, &ranges, split, openings).into_iter().map(|item| text[item.range].to_owned()).collect()
    }

    fn run(line: &str) -> Vec<String> {
        split(&[line], Split::RunTogether, &Openings::default())
    }

    #[test]
    fn bullets_divide_and_words_before_the_first_are_kept() {
        assert_eq!(
            split(&["Lead \u{2022} One. Two \u{2022} Three"], Split::Bullets, &Openings::default()),
            ["Lead", "One. Two", "Three"]
        );
    }

    #[test]
    fn a_capital_after_a_phrase_opens_an_item_and_inside_a_phrase_it_does_not() {
        assert_eq!(
            run("Notes of talks Weekly walks by the Mayor Tea"),
            ["Notes of talks", "Weekly walks by the Mayor Tea"]
        );
        assert_eq!(
            run("Rules on the Town Fund and for all Members"),
            ["Rules on the Town Fund and for all Members"]
        );
    }

    #[test]
    fn the_name_of_a_document_ends_an_item() {
        assert_eq!(
            run("Fair Play Policy Risk Strategy Tree Board"),
            ["Fair Play Policy", "Risk Strategy", "Tree Board"]
        );
        assert_eq!(run("Fair Play Policy Framework"), ["Fair Play Policy Framework"]);
    }

    #[test]
    fn a_sentence_that_refers_back_stays_with_the_one_before() {
        assert_eq!(
            run("A hub opened. This helps people. Teas are sold."),
            ["A hub opened. This helps people.", "Teas are sold."]
        );
    }

    #[test]
    fn a_joint_without_a_space_is_cut_and_a_name_in_two_capitals_is_not() {
        assert_eq!(run("Park rulesTown walks with SoTown"), ["Park rules", "Town walks with SoTown"]);
    }

    #[test]
    fn a_short_line_ends_an_item_and_a_full_line_goes_on() {
        let lines =
            ["Website", "Letters from the Local and Social", "Care Ombudsman", "Advice on the town's wide"];
        assert_eq!(
            split(&lines, Split::RunTogether, &Openings::default()),
            ["Website", "Letters from the Local and Social Care Ombudsman", "Advice on the town's wide"]
        );
    }

    #[test]
    fn a_beginning_learned_elsewhere_is_recognised() {
        let mut openings = Openings::default();
        openings.learn("Special walks for all", true);
        let lines = ["Talks at Scrutiny Special walks for all"];
        assert_eq!(
            split(&lines, Split::RunTogether, &openings),
            ["Talks at Scrutiny", "Special walks for all"]
        );
    }
}
