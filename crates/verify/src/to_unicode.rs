//! The text that the character codes of a font map to.

use std::collections::BTreeMap;

use crate::pdf::{Budget, Dictionary, Lexer, PdfFile, Token, utf16};

/// The most mappings read of one font, inclusive: as many as there are codes of two bytes.
const MAX_MAPPINGS: usize = 65_536;
/// The most bytes of UTF-16 that one code maps to, inclusive.
const MAX_TEXT: usize = 64;

/// The mapping of a font. A code without an entry maps to U+FFFD.
pub(crate) struct ToUnicode {
    /// The bytes of a code.
    width: usize,
    /// The text of each code; `None` where each byte is its own character.
    entries: Option<BTreeMap<u32, String>>,
}

impl ToUnicode {
    pub(crate) fn of(file: &PdfFile<'_>, font: &Dictionary) -> Self {
        let composite = file.at(font, "Subtype").is_name("Type0");
        let width = if composite { 2 } else { 1 };
        let map = file.at(font, "ToUnicode").as_stream().and_then(|stream| file.content(stream));
        let entries = map.map(|map| Entries::read(&map, file.budget())).or(composite.then(BTreeMap::new));
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

/// Reads the entries of a `ToUnicode` `CMap`.
struct Entries<'a> {
    found: BTreeMap<u32, String>,
    budget: &'a Budget,
}

/// The text of a code, or of the codes of a range.
enum MappedTo {
    Text(Box<[u8]>),
    List(Vec<Box<[u8]>>),
}

impl<'a> Entries<'a> {
    fn read(map: &[u8], budget: &'a Budget) -> BTreeMap<u32, String> {
        let mut entries = Self { found: BTreeMap::new(), budget };
        let (mut operands, mut list) = (Vec::new(), None::<Vec<_>>);
        let mut lexer = Lexer::new(map, 0);
        while budget.step(1) {
            lexer.skip_space();
            if lexer.take(b"%") {
                lexer.skip_line();
                continue;
            }
            let Ok(Some(token)) = lexer.token() else { break };
            match (token, &mut list) {
                (Token::String(bytes), Some(list)) => list.push(bytes),
                (Token::String(bytes), None) => operands.push(MappedTo::Text(bytes)),
                (Token::ArrayStart, _) => list = Some(Vec::new()),
                (Token::ArrayEnd, _) => operands.extend(list.take().map(MappedTo::List)),
                (Token::Keyword(word), _) => {
                    match word {
                        b"endbfchar" => entries.characters(&operands),
                        b"endbfrange" => entries.ranges(&operands),
                        _ => {}
                    }
                    operands.clear();
                }
                _ => {}
            }
        }
        entries.found
    }

    fn characters(&mut self, operands: &[MappedTo]) {
        for pair in operands.chunks_exact(2) {
            if let [MappedTo::Text(code), MappedTo::Text(to)] = pair {
                self.insert(number(code), to);
            }
        }
    }

    fn ranges(&mut self, operands: &[MappedTo]) {
        for range in operands.chunks_exact(3) {
            let [MappedTo::Text(first), MappedTo::Text(last), to] = range else { continue };
            let mut codes = number(first)..=number(last);
            match to {
                MappedTo::List(texts) => {
                    let mut both = codes.zip(texts);
                    while both.next().is_some_and(|(code, to)| self.insert(code, to)) {}
                }
                MappedTo::Text(to) => {
                    let mut steps = 0..=u16::MAX;
                    while let (Some(code), Some(step)) = (codes.next(), steps.next()) {
                        if !self.insert(code, &after(to, step)) {
                            break;
                        }
                    }
                }
            }
        }
    }

    /// Inserts an entry; false if no more are read.
    fn insert(&mut self, code: u32, to: &[u8]) -> bool {
        let more = self.found.len() < MAX_MAPPINGS && self.budget.step(1);
        if more {
            self.found.insert(code, utf16(to.get(..MAX_TEXT).unwrap_or(to)));
        }
        more
    }
}

/// The text a number of steps after the first of a range: the last code unit is incremented.
fn after(first: &[u8], step: u16) -> Vec<u8> {
    let Some((before, last)) = first.split_last_chunk::<2>() else { return first.to_vec() };
    let last = u16::from_be_bytes(*last).wrapping_add(step).to_be_bytes();
    [before.get(..MAX_TEXT).unwrap_or(before), &last].concat()
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_ranges_are_read_and_ligatures_are_several_characters() {
        let map = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar\n\
            2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <00790079>] endbfrange";
        let font = ToUnicode { width: 2, entries: Some(Entries::read(map, &Budget::new())) };
        assert_eq!(font.decode(&[0, 1, 0, 2, 0, 0x12, 0, 0x20, 0, 0x21, 0, 9]), "Aficxyy\u{fffd}");
    }

    #[test]
    fn an_endless_range_is_cut_short() {
        let map = b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange";
        assert_eq!(Entries::read(map, &Budget::new()).len(), MAX_MAPPINGS);
    }
}
