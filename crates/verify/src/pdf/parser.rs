//! Parses objects.

use std::cell::Cell;

use super::budget::Budget;
use super::lexer::{Lexer, SyntaxError, Token, is_space};
use super::object::{Dictionary, Object};

/// How deep arrays and dictionaries may be nested, inclusive.
const MAX_DEPTH: usize = 64;

/// Parses objects, and counts the values it makes.
pub(super) struct Parser<'a, 'l> {
    pub(super) lexer: Lexer<'a>,
    limit: ValueLimit<'l>,
}

/// How many values may be made.
#[derive(Clone, Copy)]
pub(super) enum ValueLimit<'a> {
    /// As many as the budget of the file, since they are kept.
    Kept(&'a Budget),
    /// So many, since they are dropped again.
    Dropped(&'a Cell<usize>),
}

impl<'a, 'l> Parser<'a, 'l> {
    pub(super) const fn new(lexer: Lexer<'a>, limit: ValueLimit<'l>) -> Self {
        Self { lexer, limit }
    }

    /// The next object.
    ///
    /// # Errors
    /// - [`SyntaxError`] for bytes that are no object.
    pub(super) fn object(&mut self) -> Result<Object, SyntaxError> {
        let token = self.required()?;
        self.value(token, 0)
    }

    /// The object that begins with a token.
    ///
    /// # Errors
    /// - [`SyntaxError`] for bytes that are no object.
    pub(super) fn object_from(&mut self, first: Token<'a>) -> Result<Object, SyntaxError> {
        self.value(first, 0)
    }

    fn required(&mut self) -> Result<Token<'a>, SyntaxError> {
        let token = self.lexer.token()?;
        token.ok_or_else(|| self.error("an object that does not end"))
    }

    const fn error(&self, message: &'static str) -> SyntaxError {
        SyntaxError { offset: self.lexer.position(), message }
    }

    /// Counts a value, or the key of one.
    fn count(&self) -> Result<(), SyntaxError> {
        let granted = match self.limit {
            ValueLimit::Kept(budget) => budget.keep(1),
            ValueLimit::Dropped(left) => left.get().checked_sub(1).map(|rest| left.set(rest)).is_some(),
        };
        if granted { Ok(()) } else { Err(self.error("more values than are read")) }
    }

    fn value(&mut self, token: Token<'a>, depth: usize) -> Result<Object, SyntaxError> {
        self.count()?;
        if depth > MAX_DEPTH {
            return Err(self.error("arrays and dictionaries nested too deep"));
        }
        Ok(match token {
            Token::Integer(number) => {
                self.reference(number).map_or(Object::Integer(number), Object::Reference)
            }
            Token::Real(number) => Object::Real(number),
            Token::Name(name) => Object::Name(name),
            Token::String(bytes) => Object::String(bytes),
            Token::ArrayStart => {
                let mut items = Vec::new();
                loop {
                    match self.required()? {
                        Token::ArrayEnd => break Object::Array(items.into()),
                        token => items.push(self.value(token, depth + 1)?),
                    }
                }
            }
            Token::DictionaryStart => Object::Dictionary(self.dictionary(depth)?),
            Token::Keyword(b"null") => Object::Null,
            Token::Keyword(b"true") => Object::Boolean(true),
            Token::Keyword(b"false") => Object::Boolean(false),
            Token::ArrayEnd | Token::DictionaryEnd | Token::Keyword(_) => {
                return Err(self.error("not an object"));
            }
        })
    }

    fn dictionary(&mut self, depth: usize) -> Result<Dictionary, SyntaxError> {
        let mut entries = Vec::new();
        loop {
            match self.required()? {
                Token::DictionaryEnd => break,
                Token::Name(key) => {
                    self.count()?;
                    let value = self.required()?;
                    entries.push((key, self.value(value, depth + 1)?));
                }
                _ => return Err(self.error("a key of a dictionary that is not a name")),
            }
        }
        Dictionary::new(entries).map_err(|_| self.error("a dictionary with the same key twice"))
    }

    /// The reference that begins with a number; `None` if it is only a number.
    fn reference(&mut self, number: i64) -> Option<(u32, u16)> {
        let mut ahead = self.lexer.clone();
        let number = u32::try_from(number).ok()?;
        ahead.skip_space();
        let generation = ahead.digits().and_then(|generation| u16::try_from(generation).ok())?;
        ahead.peek().filter(|byte| is_space(*byte))?;
        let keyword = ahead.token().ok()??;
        (keyword == Token::Keyword(b"R")).then(|| {
            self.lexer = ahead;
            (number, generation)
        })
    }
}
