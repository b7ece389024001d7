//! Object streams (ISO 32000-1:2008, 7.5.7).

use super::budget::Budget;
use super::comment;
use super::lexer::Lexer;
use super::object::{Dictionary, Object};
use super::parser::{Parser, ValueLimit};

/// Parses the objects in an object stream (ISO 32000-1:2008, 7.5.7), with nothing between them.
pub(super) fn objects(
    dictionary: &Dictionary,
    content: &[u8],
    budget: &Budget,
) -> Result<Vec<(u32, Object)>, &'static str> {
    if !dictionary.has_only(&["Type", "N", "First", "Length", "Filter", "DecodeParms"]) {
        return Err("a key that no object stream needs");
    }
    let (count, first) = (dictionary.get("N").as_count(), dictionary.get("First").as_count());
    let (Some(count), Some(first)) = (count, first) else { return Err("no count of its objects") };
    let mut index = Lexer::new(content.get(..first).ok_or("an index that does not end")?, 0);
    let mut heads = Vec::new();
    while heads.len() < count {
        index.skip_space();
        let number = index.digits().and_then(|number| u32::try_from(number).ok());
        index.skip_space();
        let (Some(number), Some(offset)) = (number, index.digits()) else {
            return Err("an index with too few entries");
        };
        if !budget.keep(1) {
            return Err("more values than are read");
        }
        heads.push((number, first.saturating_add(offset)));
    }
    comment::skip(&mut index);
    if index.peek().is_some() {
        return Err("more bytes after its index");
    }
    let ends = heads.iter().skip(1).map(|(_, offset)| *offset).chain([content.len()]);
    let mut objects = Vec::with_capacity(heads.len());
    for (place, ((number, offset), end)) in heads.iter().zip(ends).enumerate() {
        if place == 0 {
            let mut before = Lexer::new(content, first);
            comment::skip(&mut before);
            if before.position() != *offset {
                return Err("bytes before its first object");
            }
        }
        let bytes = content
            .get(..end)
            .filter(|_| *offset <= end)
            .ok_or("objects that are not in the order of its index")?;
        let mut parser = Parser::new(Lexer::new(bytes, *offset), ValueLimit::Kept(budget));
        comment::skip(&mut parser.lexer);
        let object = parser.object().map_err(|error| error.message)?;
        comment::skip(&mut parser.lexer);
        if parser.lexer.peek().is_some() {
            return Err("bytes between its objects");
        }
        objects.push((*number, object));
    }
    Ok(objects)
}
