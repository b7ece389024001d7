//! Which letters the codes of a font stand for.

use std::collections::BTreeMap;

use lopdf::Dictionary;

use crate::file::{File, utf16};

/// The most letters that are learnt of one font, inclusive: as many as codes of two bytes can name.
const MOST: usize = 65_536;

/// The letters of a font. A code that is not listed is heard as U+FFFD.
pub(crate) struct Letters {
    /// How many bytes a code has.
    width: usize,
    /// What codes stand for; none where each byte is its own letter.
    listed: Option<BTreeMap<u32, String>>,
}

impl Letters {
    pub(crate) fn of(file: &File, font: &Dictionary) -> Self {
        let composite = file.at(font, "Subtype").as_name().is_ok_and(|name| name == b"Type0");
        let width = if composite { 2 } else { 1 };
        let map = file.at(font, "ToUnicode").as_stream().ok().and_then(|stream| file.content(stream));
        let listed = map.map(|map| listed(&map)).or(composite.then(BTreeMap::new));
        Self { width, listed }
    }

    /// The words that codes stand for.
    pub(crate) fn spell(&self, codes: &[u8]) -> String {
        let Some(listed) = &self.listed else { return codes.iter().map(|byte| char::from(*byte)).collect() };
        let letters = |code: &[u8]| listed.get(&number(code)).map_or("\u{fffd}", String::as_str);
        codes.chunks(self.width).map(letters).collect()
    }
}

/// The letters that a map to Unicode lists.
fn listed(map: &[u8]) -> BTreeMap<u32, String> {
    let (mut letters, mut operands) = (BTreeMap::new(), Vec::new());
    let mut list: Option<Vec<Vec<u8>>> = None;
    for token in Tokens(map) {
        match token {
            Token::Hex(bytes) => match &mut list {
                Some(list) => list.push(bytes),
                None => operands.push(To::Letters(bytes)),
            },
            Token::Open => list = Some(Vec::new()),
            Token::Close => operands.extend(list.take().map(To::List)),
            Token::Word(word) => {
                match word {
                    b"endbfchar" => characters(&operands, &mut letters),
                    b"endbfrange" => ranges(&operands, &mut letters),
                    _ => {}
                }
                operands.clear();
            }
        }
    }
    letters
}

/// What a code or the codes of a range stand for.
enum To {
    Letters(Vec<u8>),
    List(Vec<Vec<u8>>),
}

fn characters(operands: &[To], letters: &mut BTreeMap<u32, String>) {
    for pair in operands.chunks_exact(2) {
        if let [To::Letters(code), To::Letters(to)] = pair {
            learn(number(code), utf16(to), letters);
        }
    }
}

fn ranges(operands: &[To], letters: &mut BTreeMap<u32, String>) {
    for range in operands.chunks_exact(3) {
        let [To::Letters(first), To::Letters(last), to] = range else { continue };
        let codes = number(first)..=number(last);
        match to {
            To::List(letter_of_each) => {
                codes.zip(letter_of_each).for_each(|(code, to)| learn(code, utf16(to), letters));
            }
            To::Letters(to) => {
                for (code, step) in codes.zip(0..=u16::MAX) {
                    learn(code, next(to, step), letters);
                }
            }
        }
    }
}

fn learn(code: u32, to: String, letters: &mut BTreeMap<u32, String>) {
    if letters.len() < MOST {
        letters.insert(code, to);
    }
}

/// The letters so many steps after the first of a range: the last unit counts up.
fn next(first: &[u8], step: u16) -> String {
    let Some((before, last)) = first.split_last_chunk::<2>() else { return utf16(first) };
    let last = u16::from_be_bytes(*last).wrapping_add(step).to_be_bytes();
    utf16(&[before, &last].concat())
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

struct Tokens<'a>(&'a [u8]);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.0 = self.0.trim_ascii_start();
        let whole = self.0;
        let (first, rest) = whole.split_first()?;
        self.0 = rest;
        Some(match first {
            b'[' => Token::Open,
            b']' => Token::Close,
            b'<' if rest.first() != Some(&b'<') => {
                let digits = rest.iter().take_while(|byte| **byte != b'>').count();
                self.0 = rest.get(digits + 1..).unwrap_or_default();
                Token::Hex(hex(rest.get(..digits).unwrap_or_default()))
            }
            _ => {
                let more = rest.iter().take_while(|byte| !b" \t\r\n\x0c\0[]<>".contains(byte)).count();
                self.0 = rest.get(more..).unwrap_or_default();
                Token::Word(whole.get(..=more).unwrap_or_default())
            }
        })
    }
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        digits.iter().filter_map(|digit| u8::try_from(char::from(*digit).to_digit(16)?).ok()).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |sum, digit| sum << 4 | digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_ranges_are_learnt_and_ligatures_are_several_letters() {
        let map = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar\n\
            2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <00790079>] endbfrange";
        let letters = Letters { width: 2, listed: Some(listed(map)) };
        assert_eq!(letters.spell(&[0, 1, 0, 2, 0, 0x12, 0, 0x20, 0, 0x21, 0, 9]), "Aficxyy\u{fffd}");
    }

    #[test]
    fn a_range_without_end_is_cut() {
        assert_eq!(listed(b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange").len(), MOST);
    }
}
