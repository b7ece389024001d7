//! Cross-reference sections: a table or a stream (ISO 32000-1:2008, 7.5.4 and 7.5.8).

use std::ops::Range;

use super::budget::Budget;
use super::filter;
use super::indirect::indirect;
use super::lexer::{Lexer, SyntaxError, Token};
use super::object::{Dictionary, Object, ObjectId};
use super::parser::{Parser, ValueLimit};

/// How many values an entry counts as.
const ENTRY_VALUES: usize = 4;
/// The bytes of an entry of a table.
const ENTRY: usize = 20;

/// The generations that programs give to numbers without an object; MuPDF writes 65536 for the first, or
/// 255 where it has one byte for it.
const FREE: [u64; 5] = [0, 1, 255, 65_535, 65_536];

/// Where an object is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Location {
    /// It does not exist; the number of the next object that does not.
    Free { next: usize },
    /// At an offset.
    Offset(usize),
    /// In an object stream, at an index.
    Compressed { container: u32, index: usize },
}

/// A section.
pub(super) struct Section {
    /// The bytes it takes, with its trailer.
    pub(super) span: Range<usize>,
    pub(super) entries: Vec<(ObjectId, Location)>,
    pub(super) trailer: Dictionary,
    /// Its own number, if it is a stream.
    pub(super) id: Option<ObjectId>,
}

impl Section {
    /// The section at an offset.
    ///
    /// # Errors
    /// - [`SyntaxError`] for bytes that are no section.
    pub(super) fn read(bytes: &[u8], offset: usize, budget: &Budget) -> Result<Self, SyntaxError> {
        let mut lexer = Lexer::new(bytes, offset);
        if lexer.take(b"xref") && lexer.take_line_end() {
            table(bytes, lexer, offset, budget)
        } else {
            stream(bytes, offset, budget)
        }
    }
}

const fn error(offset: usize, message: &'static str) -> SyntaxError {
    SyntaxError { offset, message }
}

fn table<'a>(
    bytes: &'a [u8],
    mut lexer: Lexer<'a>,
    start: usize,
    budget: &Budget,
) -> Result<Section, SyntaxError> {
    let mut entries = Vec::new();
    lexer.skip_space();
    while lexer.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        let wrong = error(lexer.position(), "no cross-reference subsection");
        let first = lexer.digits();
        let space = lexer.take(b" ");
        let (Some(first), true, Some(count)) = (first, space, lexer.digits()) else { return Err(wrong) };
        lexer.skip_space();
        let rows_at = lexer.position();
        let rows =
            count.checked_mul(ENTRY).and_then(|length| bytes.get(rows_at..rows_at.checked_add(length)?));
        let rows = rows.ok_or_else(|| wrong.clone())?;
        if !budget.keep(count.saturating_mul(ENTRY_VALUES)) {
            return Err(error(rows_at, "more values than are read"));
        }
        for (row, number) in rows.chunks_exact(ENTRY).zip(first..) {
            let number = u32::try_from(number).map_err(|_| wrong.clone())?;
            let (generation, location) = entry(row)
                .ok_or_else(|| error(rows_at, "a cross-reference entry that is not as ISO 32000 has it"))?;
            entries.push(((number, generation), location));
        }
        lexer = Lexer::new(bytes, rows_at + rows.len());
        lexer.skip_space();
    }
    let mut parser = Parser::new(lexer, ValueLimit::Kept(budget));
    if parser.lexer.token()? != Some(Token::Keyword(b"trailer")) {
        return Err(error(parser.lexer.position(), "no trailer after the cross-reference table"));
    }
    let Object::Dictionary(trailer) = parser.object()? else {
        return Err(error(parser.lexer.position(), "a trailer that is not a dictionary"));
    };
    Ok(Section { span: start..parser.lexer.position(), entries, trailer, id: None })
}

/// An entry of a table, such as `0000000016 00000 n` and an end of line of two bytes.
fn entry(row: &[u8]) -> Option<(u16, Location)> {
    let number = |digits: &[u8]| -> Option<u64> {
        let digits = std::str::from_utf8(digits).ok()?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let offset = usize::try_from(number(row.get(..10)?)?).ok()?;
    let generation = number(row.get(11..16)?)?;
    let spaced = row.get(10) == Some(&b' ') && row.get(16) == Some(&b' ');
    let ended = matches!(row.get(18..)?, b" \n" | b" \r" | b"\r\n");
    match row.get(17)? {
        b'n' if spaced && ended => Some((u16::try_from(generation).ok()?, Location::Offset(offset))),
        b'f' if spaced && ended && FREE.contains(&generation) => Some((0, Location::Free { next: offset })),
        _ => None,
    }
}

fn stream(bytes: &[u8], offset: usize, budget: &Budget) -> Result<Section, SyntaxError> {
    let found = indirect(bytes, offset, |_| None, budget)?;
    let wrong = |message| error(offset, message);
    let Some(stream) = found.object.as_stream().filter(|stream| stream.dictionary.has_type("XRef")) else {
        return Err(wrong("no cross-reference section is here"));
    };
    let dictionary = &stream.dictionary;
    let widths = dictionary.get("W").as_array().unwrap_or_default();
    let widths: Option<Vec<usize>> = widths.iter().map(Object::as_count).collect();
    let Some([kind, wide, narrow]) = widths
        .as_deref()
        .and_then(|widths| <[usize; 3]>::try_from(widths).ok())
        .filter(|widths| widths.iter().zip([1, 8, 4]).all(|(width, most)| *width <= most))
    else {
        return Err(wrong("a cross-reference stream without the widths of its fields"));
    };
    let data = bytes.get(stream.data.clone()).unwrap_or_default();
    let data = filter::unpack(data, dictionary.get("Filter"), dictionary.get("DecodeParms"), budget)
        .map_err(|_| wrong("a cross-reference stream that cannot be unpacked"))?;
    let width = kind + wide + narrow;
    let mut rows = data.chunks_exact(width.max(1));
    let mut entries = Vec::new();
    for range in ranges(dictionary).ok_or_else(|| wrong("a cross-reference stream without its ranges"))? {
        if !budget.keep(range.len().saturating_mul(ENTRY_VALUES)) {
            return Err(wrong("more values than are read"));
        }
        for number in range {
            let row = rows.next().ok_or_else(|| wrong("a cross-reference stream with too few entries"))?;
            let field = |from: usize, width: usize| {
                row.get(from..from + width)
                    .unwrap_or_default()
                    .iter()
                    .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
            };
            let first = usize::try_from(field(kind, wide)).unwrap_or(usize::MAX);
            let second = field(kind + wide, narrow);
            let (generation, location) = match if kind == 0 { 1 } else { field(0, kind) } {
                0 if FREE.contains(&second) => (0, Location::Free { next: first }),
                1 => (second, Location::Offset(first)),
                2 => {
                    let container =
                        u32::try_from(first).map_err(|_| wrong("an object stream with too high a number"))?;
                    let index = usize::try_from(second).unwrap_or(usize::MAX);
                    (0, Location::Compressed { container, index })
                }
                _ => return Err(wrong("a cross-reference entry of a kind that ISO 32000 does not have")),
            };
            let generation = u16::try_from(generation).map_err(|_| wrong("a generation above 65535"))?;
            entries.push(((number, generation), location));
        }
    }
    if rows.next().is_some() || !rows.remainder().is_empty() {
        return Err(wrong("a cross-reference stream with more entries than it says"));
    }
    Ok(Section { span: found.span, entries, trailer: dictionary.clone(), id: Some(found.id) })
}

/// The ranges of object numbers of a cross-reference stream.
fn ranges(dictionary: &Dictionary) -> Option<Vec<Range<u32>>> {
    let size = u32::try_from(dictionary.get("Size").as_count()?).ok()?;
    let whole = [Object::Integer(0), Object::Integer(size.into())];
    let index = match dictionary.get("Index") {
        Object::Null => &whole,
        other => other.as_array()?,
    };
    let numbers: Option<Vec<u32>> =
        index.iter().map(|number| u32::try_from(number.as_count()?).ok()).collect();
    let pairs = numbers.filter(|numbers| numbers.len() % 2 == 0)?;
    pairs
        .chunks_exact(2)
        .map(|pair| match pair {
            [first, count] => Some(*first..first.checked_add(*count)?),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_exactly_twenty_bytes_and_its_kind() {
        assert_eq!(entry(b"0000000016 00000 n \n"), Some((0, Location::Offset(16))));
        assert_eq!(entry(b"0000000003 65535 f\r\n"), Some((0, Location::Free { next: 3 })));
        for row in [
            b"0000000016 00000 x \n",
            b"0000000016 00000 n\n\n",
            b"000000+016 00000 n \n",
            b"0000000016 99999 n \n",
        ] {
            assert_eq!(entry(row), None);
        }
    }

    #[test]
    fn a_table_is_read_with_its_trailer() {
        let bytes = b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n3 1\n0000000120 00000 n \ntrailer\n<< /Size 4 >>";
        let section = Section::read(bytes, 0, &Budget::new()).unwrap();
        let numbers: Vec<_> =
            section.entries.iter().map(|((number, _), location)| (*number, *location)).collect();
        assert_eq!(
            numbers,
            [(0, Location::Free { next: 0 }), (1, Location::Offset(9)), (3, Location::Offset(120))]
        );
        assert_eq!(section.trailer.get("Size").as_count(), Some(4));
        assert_eq!(section.span, 0..bytes.len());
        assert!(Section::read(b"xref\n0 9\n0000000000 65535 f \ntrailer <<>>", 0, &Budget::new()).is_err());
    }
}
