//! Parses an indirect object: `12 0 obj … endobj` (ISO 32000-1:2008, 7.3.8 and 7.3.10).

use std::ops::Range;

use super::budget::Budget;
use super::lexer::{Lexer, SyntaxError, Token, is_space};
use super::object::{Object, ObjectId, Stream};
use super::parser::{Parser, ValueLimit};

/// An indirect object with the bytes it takes.
pub(super) struct Indirect {
    pub(super) id: ObjectId,
    pub(super) object: Object,
    pub(super) span: Range<usize>,
}

/// The object at an offset. `length` resolves the length of a stream where it is a reference.
///
/// # Errors
/// - [`SyntaxError`] for bytes that are no indirect object.
pub(super) fn indirect(
    bytes: &[u8],
    offset: usize,
    length: impl FnOnce(ObjectId) -> Option<usize>,
    budget: &Budget,
) -> Result<Indirect, SyntaxError> {
    let mut parser = Parser::new(Lexer::new(bytes, offset), ValueLimit::Kept(budget));
    let id = header(&mut parser.lexer)?;
    let object = parser.object()?;
    let mut lexer = parser.lexer;
    let object = match (lexer.token()?, object) {
        (Some(Token::Keyword(b"endobj")), object) => {
            return Ok(Indirect { id, object, span: offset..lexer.position() });
        }
        (Some(Token::Keyword(b"stream")), Object::Dictionary(dictionary)) => {
            if !lexer.take(b"\r\n") && !lexer.take(b"\n") {
                return Err(error(&lexer, "no end of line after \"stream\""));
            }
            let length = match dictionary.get("Length") {
                Object::Reference(id) => length(*id),
                number => number.as_count(),
            };
            let start = lexer.position();
            let data = length.and_then(|length| Some(start..start.checked_add(length)?));
            let data = data.filter(|data| data.end <= bytes.len());
            let data = data.ok_or_else(|| error(&lexer, "a stream without a true length"))?;
            lexer = Lexer::new(bytes, data.end);
            lexer.take_line_end();
            if !lexer.take(b"endstream") {
                return Err(error(&lexer, "no \"endstream\" where the length of the stream says"));
            }
            Object::Stream(Box::new(Stream { dictionary, data }))
        }
        _ => return Err(error(&lexer, "no \"endobj\" after an object")),
    };
    match lexer.token()? {
        Some(Token::Keyword(b"endobj")) => Ok(Indirect { id, object, span: offset..lexer.position() }),
        _ => Err(error(&lexer, "no \"endobj\" after a stream")),
    }
}

fn header(lexer: &mut Lexer<'_>) -> Result<ObjectId, SyntaxError> {
    let wrong = error(lexer, "no object is here");
    let number = lexer.digits().and_then(|number| u32::try_from(number).ok());
    lexer.skip_space();
    let generation = lexer.digits().and_then(|generation| u16::try_from(generation).ok());
    let generation = generation.filter(|_| lexer.peek().is_some_and(is_space));
    match (number, generation, lexer.token()?) {
        (Some(number), Some(generation), Some(Token::Keyword(b"obj"))) => Ok((number, generation)),
        _ => Err(wrong),
    }
}

const fn error(lexer: &Lexer<'_>, message: &'static str) -> SyntaxError {
    SyntaxError { offset: lexer.position(), message }
}
