//! The text that the character codes of a font map to.

use std::collections::BTreeMap;

use lopdf::Dictionary;

use crate::pdf_file::{PdfFile, utf16};

/// The most mappings read of one font, inclusive: as many as there are codes of two bytes.
const MAX_MAPPINGS: usize = 65_536;

/// The mapping of a font. A code without an entry maps to U+FFFD.
pub(crate) struct ToUnicode {
    /// The bytes of a code.
    width: usize,
    /// The text of each code; `None` where each byte is its own character.
    entries: Option<BTreeMap<u32, String>>,
}

impl ToUnicode {
    pub(crate) fn of(file: &PdfFile, font: &Dictionary) -> Self {
        let composite = file.at(font, "Subtype").as_name().is_ok_and(|name| name == b"Type0");
        let width = if composite { 2 } else { 1 };
        let map = file.at(font, "ToUnicode").as_stream().ok().and_then(|stream| file.content(stream));
        let entries = map.map(|map| entries(&map)).or(composite.then(BTreeMap::new));
        Self { width, entries }
    }

    /// The text of a string of codes.
    pub(crate) fn decode(&self, codes: &[u8]) -> String {
        let Some(entries) = &self.entries else {
            return codes.iter().map(|byte| char::from(*byte)).collect();
        };
        let text = |code: &[u8]| entries.get(&number(code)).map_or("\u{fffd}", String::as_str);
        codes.chunks(self.width).map(text).collect()
    }
}

/// The entries of a `ToUnicode` `CMap`.
fn entries(map: &[u8]) -> BTreeMap<u32, String> {
    let (mut entries, mut operands) = (BTreeMap::new(), Vec::new());
    let mut list: Option<Vec<Vec<u8>>> = None;
    for token in CMapTokens(map) {
        match token {
            CMapToken::Hex(bytes) => match &mut list {
                Some(list) => list.push(bytes),
                None => operands.push(MappedTo::Text(bytes)),
            },
            CMapToken::Open => list = Some(Vec::new()),
            CMapToken::Close => operands.extend(list.take().map(MappedTo::List)),
            CMapToken::Word(word) => {
                match word {
                    b"endbfchar" => characters(&operands, &mut entries),
                    b"endbfrange" => ranges(&operands, &mut entries),
                    _ => {}
                }
                operands.clear();
            }
        }
    }
    entries
}

/// The text of a code, or of the codes of a range.
enum MappedTo {
    Text(Vec<u8>),
    List(Vec<Vec<u8>>),
}

fn characters(operands: &[MappedTo], entries: &mut BTreeMap<u32, String>) {
    for pair in operands.chunks_exact(2) {
        if let [MappedTo::Text(code), MappedTo::Text(to)] = pair {
            insert(number(code), utf16(to), entries);
        }
    }
}

fn ranges(operands: &[MappedTo], entries: &mut BTreeMap<u32, String>) {
    for range in operands.chunks_exact(3) {
        let [MappedTo::Text(first), MappedTo::Text(last), to] = range else { continue };
        let codes = number(first)..=number(last);
        match to {
            MappedTo::List(texts) => {
                codes.zip(texts).for_each(|(code, to)| insert(code, utf16(to), entries));
            }
            MappedTo::Text(to) => {
                for (code, step) in codes.zip(0..=u16::MAX) {
                    insert(code, next(to, step), entries);
                }
            }
        }
    }
}

fn insert(code: u32, to: String, entries: &mut BTreeMap<u32, String>) {
    if entries.len() < MAX_MAPPINGS {
        entries.insert(code, to);
    }
}

/// The text a number of steps after the first of a range: the last code unit is incremented.
fn next(first: &[u8], step: u16) -> String {
    let Some((before, last)) = first.split_last_chunk::<2>() else { return utf16(first) };
    let last = u16::from_be_bytes(*last).wrapping_add(step).to_be_bytes();
    utf16(&[before, &last].concat())
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

enum CMapToken<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

struct CMapTokens<'a>(&'a [u8]);

impl<'a> Iterator for CMapTokens<'a> {
    type Item = CMapToken<'a>;

    fn next(&mut self) -> Option<CMapToken<'a>> {
        self.0 = self.0.trim_ascii_start();
        let whole = self.0;
        let (first, rest) = whole.split_first()?;
        self.0 = rest;
        Some(match first {
            b'[' => CMapToken::Open,
            b']' => CMapToken::Close,
            b'<' if rest.first() != Some(&b'<') => {
                let digits = rest.iter().take_while(|byte| **byte != b'>').count();
                self.0 = rest.get(digits + 1..).unwrap_or_default();
                CMapToken::Hex(hex(rest.get(..digits).unwrap_or_default()))
            }
            _ => {
                let more = rest.iter().take_while(|byte| !b" \t\r\n\x0c\0[]<>".contains(byte)).count();
                self.0 = rest.get(more..).unwrap_or_default();
                CMapToken::Word(whole.get(..=more).unwrap_or_default())
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
    fn characters_and_ranges_are_read_and_ligatures_are_several_characters() {
        let map = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar\n\
            2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <00790079>] endbfrange";
        let font = ToUnicode { width: 2, entries: Some(entries(map)) };
        assert_eq!(font.decode(&[0, 1, 0, 2, 0, 0x12, 0, 0x20, 0, 0x21, 0, 9]), "Aficxyy\u{fffd}");
    }

    #[test]
    fn an_endless_range_is_cut_short() {
        assert_eq!(entries(b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange").len(), MAX_MAPPINGS);
    }
}
