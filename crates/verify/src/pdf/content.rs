//! The operations of a content stream (ISO 32000-1:2008, 7.8.2), one after the other.

use std::cell::Cell;

use super::budget::Budget;
use super::lexer::{Lexer, Token};
use super::object::Object;
use super::parser::{Parser, ValueLimit};

/// The most values of one operation, inclusive.
const MAX_VALUES: usize = 100_000;

/// Reads operations. They end at the end of the content, at the end of the budget, and where the syntax is wrong: then
/// [`Operations::is_whole`] is false.
pub(crate) struct Operations<'a> {
    content: &'a [u8],
    position: usize,
    budget: &'a Budget,
    whole: bool,
}

impl<'a> Operations<'a> {
    pub(crate) const fn new(content: &'a [u8], budget: &'a Budget) -> Self {
        Self { content, position: 0, budget, whole: true }
    }

    /// Whether everything so far was an operation.
    pub(crate) const fn is_whole(&self) -> bool {
        self.whole
    }
}

impl<'a> Iterator for Operations<'a> {
    /// The operator and its operands.
    type Item = (&'a [u8], Vec<Object>);

    fn next(&mut self) -> Option<Self::Item> {
        let left = Cell::new(MAX_VALUES);
        let mut parser = Parser::new(Lexer::new(self.content, self.position), ValueLimit::Dropped(&left));
        let mut operands = Vec::new();
        while self.whole && self.budget.step(1) {
            match parser.lexer.token() {
                Ok(Some(Token::Keyword(word))) if !matches!(word, b"true" | b"false" | b"null") => {
                    self.position = parser.lexer.position();
                    self.budget.step(MAX_VALUES - left.get());
                    return Some((word, operands));
                }
                Ok(None) if operands.is_empty() => return None,
                Ok(Some(token)) => match parser.object_from(token) {
                    Ok(operand) => operands.push(operand),
                    Err(_) => self.whole = false,
                },
                Ok(None) | Err(_) => self.whole = false,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_come_with_their_operands_and_end_where_the_syntax_is_wrong() {
        let budget = Budget::new();
        let mut operations = Operations::new(b"q 1 0 0 rg [(a) -20 <62>] TJ\nQ (open", &budget);
        let read: Vec<_> =
            operations.by_ref().map(|(operator, operands)| (operator, operands.len())).collect();
        assert_eq!(read, [(&b"q"[..], 0), (b"rg", 3), (b"TJ", 1), (b"Q", 0)]);
        assert!(!operations.is_whole());
    }

    #[test]
    fn an_endless_list_of_operands_ends() {
        let budget = Budget::new();
        let content = b"0 ".repeat(2 * MAX_VALUES);
        let mut operations = Operations::new(&content, &budget);
        assert!(operations.next().is_none() && !operations.is_whole());
    }
}
