//! The tokens of PDF syntax (ISO 32000-1:2008, 7.2 and 7.3).

/// A token.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Token<'a> {
    Integer(i64),
    Real(f64),
    Name(Box<[u8]>),
    String(Box<[u8]>),
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
    /// Any other word, such as `obj`, `R` or an operator.
    Keyword(&'a [u8]),
}

/// Bytes that are no token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SyntaxError {
    /// The offset of the first of them.
    pub(crate) offset: usize,
    pub(crate) message: &'static str,
}

/// Reads tokens from a position on. Comments are no tokens: no program of note writes any inside an object.
#[derive(Clone)]
pub(crate) struct Lexer<'a> {
    bytes: &'a [u8],
    position: usize,
}

/// The most bytes of a string, inclusive: 1 MiB, as much as the message of a seal may have.
const MAX_STRING: usize = 1024 * 1024;

/// The most digits of a number, inclusive: more would be read differently by different programs.
const MAX_DIGITS: usize = 15;

impl<'a> Lexer<'a> {
    pub(crate) const fn new(bytes: &'a [u8], position: usize) -> Self {
        Self { bytes, position }
    }

    /// The offset of the next byte.
    pub(crate) const fn position(&self) -> usize {
        self.position
    }

    pub(crate) fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.position += 1;
        }
    }

    /// Steps over some bytes; false if others are next.
    pub(crate) fn take(&mut self, expected: &[u8]) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.position += expected.len();
        }
        found
    }

    /// Steps over a byte; false at the end.
    pub(crate) fn skip(&mut self) -> bool {
        let more = self.peek().is_some();
        self.position += usize::from(more);
        more
    }

    /// Steps over the rest of a line, but not its end.
    pub(crate) fn skip_line(&mut self) {
        while self.peek().is_some_and(|byte| byte != b'\r' && byte != b'\n') {
            self.position += 1;
        }
    }

    /// Steps over the end of a line: CR, LF or both; false if something else is next.
    pub(crate) fn take_line_end(&mut self) -> bool {
        self.take(b"\r\n") || self.take(b"\n") || self.take(b"\r")
    }

    /// The next token; `None` at the end.
    ///
    /// # Errors
    /// - [`SyntaxError`] for bytes that are no token.
    pub(crate) fn token(&mut self) -> Result<Option<Token<'a>>, SyntaxError> {
        self.skip_space();
        let Some(first) = self.peek() else { return Ok(None) };
        let token = match first {
            b'[' => self.delimiter(Token::ArrayStart),
            b']' => self.delimiter(Token::ArrayEnd),
            b'<' if self.take(b"<<") => Token::DictionaryStart,
            b'>' if self.take(b">>") => Token::DictionaryEnd,
            b'<' => Token::String(self.hexadecimal()?),
            b'(' => Token::String(self.literal()?),
            b'/' => Token::Name(self.name()?),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number()?,
            b'%' => return Err(self.error("a comment inside an object")),
            b'>' | b')' | b'{' | b'}' => return Err(self.error("a delimiter that belongs to nothing")),
            _ => Token::Keyword(self.word()),
        };
        Ok(Some(token))
    }

    /// A whole number without a sign; `None` if something else is next.
    pub(crate) fn digits(&mut self) -> Option<usize> {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = self.rest().get(..digits).filter(|_| (1..=MAX_DIGITS).contains(&digits))?;
        let number = std::str::from_utf8(text).ok()?.parse().ok()?;
        self.position += digits;
        Some(number)
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    const fn error(&self, message: &'static str) -> SyntaxError {
        SyntaxError { offset: self.position, message }
    }

    fn delimiter(&mut self, token: Token<'a>) -> Token<'a> {
        self.position += 1;
        token
    }

    /// The regular characters from here on.
    fn word(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        self.position += length;
        rest.get(..length).unwrap_or_default()
    }

    fn number(&mut self) -> Result<Token<'a>, SyntaxError> {
        let start = self.position;
        let word = self.word();
        let (sign, digits) = match word.split_first() {
            Some((b'-', digits)) => (-1, digits),
            Some((b'+', digits)) => (1, digits),
            _ => (1, word),
        };
        let points = memchr::memchr_iter(b'.', digits).count();
        let plain = digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
        let wrong = SyntaxError { offset: start, message: "not a number" };
        if !plain || points > 1 || !(1..=MAX_DIGITS).contains(&(digits.len() - points)) {
            return Err(wrong);
        }
        let text = std::str::from_utf8(digits).map_err(|_| wrong.clone())?;
        if points == 0 {
            let number: i64 = text.parse().map_err(|_| wrong)?;
            return Ok(Token::Integer(sign * number));
        }
        let number: f64 = text.parse().map_err(|_| wrong)?;
        Ok(Token::Real(if sign < 0 { -number } else { number }))
    }

    fn name(&mut self) -> Result<Box<[u8]>, SyntaxError> {
        let start = self.position;
        self.position += 1;
        let mut word = self.word().iter();
        let wrong = |message| SyntaxError { offset: start, message };
        let mut name = Vec::new();
        while let Some(byte) = word.next() {
            name.push(match byte {
                b'#' => {
                    let digits = word.next().zip(word.next());
                    let value = digits.and_then(|(high, low)| Some(hex(*high)? << 4 | hex(*low)?));
                    value.filter(|value| *value != 0).ok_or_else(|| wrong("a name with a wrong escape"))?
                }
                b'!'..=b'~' => *byte,
                _ => return Err(wrong("a name with a byte that is not ASCII")),
            });
        }
        Ok(name.into())
    }

    fn hexadecimal(&mut self) -> Result<Box<[u8]>, SyntaxError> {
        let start = self.position;
        self.position += 1;
        let (mut bytes, mut high) = (Vec::new(), None);
        loop {
            let wrong = SyntaxError {
                offset: start,
                message: "a hexadecimal string that does not end, or is too long",
            };
            let byte = self.peek().filter(|_| bytes.len() <= MAX_STRING).ok_or(wrong)?;
            self.position += 1;
            if byte == b'>' {
                bytes.extend(high.map(|high| high << 4));
                return Ok(bytes.into());
            }
            if is_space(byte) {
                continue;
            }
            let wrong = SyntaxError { offset: self.position - 1, message: "not a hexadecimal digit" };
            let digit = hex(byte).ok_or(wrong)?;
            match high.take() {
                Some(high) => bytes.push(high << 4 | digit),
                None => high = Some(digit),
            }
        }
    }

    fn literal(&mut self) -> Result<Box<[u8]>, SyntaxError> {
        let start = self.position;
        self.position += 1;
        let (mut bytes, mut open) = (Vec::new(), 1_usize);
        loop {
            let wrong = SyntaxError { offset: start, message: "a string that does not end, or is too long" };
            let byte = self.peek().filter(|_| bytes.len() <= MAX_STRING).ok_or(wrong)?;
            if byte == b'\r' {
                return Err(self.error("a carriage return inside a string"));
            }
            self.position += 1;
            match byte {
                b'(' => open += 1,
                b')' if open == 1 => return Ok(bytes.into()),
                b')' => open -= 1,
                b'\\' => {
                    bytes.extend(self.escape()?);
                    continue;
                }
                _ => {}
            }
            bytes.push(byte);
        }
    }

    /// The byte after a backslash; `None` if the line continues.
    fn escape(&mut self) -> Result<Option<u8>, SyntaxError> {
        if self.take_line_end() {
            return Ok(None);
        }
        let byte = self.peek().ok_or_else(|| self.error("a string that does not end"))?;
        if (b'0'..=b'7').contains(&byte) {
            let digits = self.rest().iter().take(3).take_while(|byte| (b'0'..=b'7').contains(*byte));
            let digits: Vec<u8> = digits.copied().collect();
            let value = digits.iter().fold(0_u16, |sum, digit| sum << 3 | u16::from(digit - b'0'));
            let value = u8::try_from(value).map_err(|_| self.error("an octal escape above 377"))?;
            self.position += digits.len();
            return Ok(Some(value));
        }
        let value = match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'(' | b')' | b'\\' => byte,
            _ => return Err(self.error("an escape that PDF does not know")),
        };
        self.position += 1;
        Ok(Some(value))
    }
}

/// Whether a byte is white space.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(bytes: &[u8]) -> Result<Vec<Token<'_>>, &'static str> {
        let mut lexer = Lexer::new(bytes, 0);
        let mut tokens = Vec::new();
        while let Some(token) = lexer.token().map_err(|error| error.message)? {
            tokens.push(token);
        }
        Ok(tokens)
    }

    #[test]
    fn every_kind_of_token_is_read_to_its_value() {
        let read = tokens(b"12 -0.5 +4. .25/A#20b(x\\(\\051\\\r\ny\n(z))<4 8 6>[<</K null>>]").unwrap();
        assert_eq!(
            read,
            [
                Token::Integer(12),
                Token::Real(-0.5),
                Token::Real(4.0),
                Token::Real(0.25),
                Token::Name(b"A b".as_slice().into()),
                Token::String(b"x()y\n(z)".as_slice().into()),
                Token::String(b"H\x60".as_slice().into()),
                Token::ArrayStart,
                Token::DictionaryStart,
                Token::Name(b"K".as_slice().into()),
                Token::Keyword(b"null"),
                Token::DictionaryEnd,
                Token::ArrayEnd,
            ]
        );
    }

    #[test]
    fn what_readers_take_differently_is_an_error() {
        for bytes in [
            &b"--5"[..],
            b"1.2.3",
            b"1e5",
            b"-",
            b"12345678901234567",
            b"/A#0g",
            b"/A#00",
            b"/\xC3\xA9",
            b"(open",
            b"(\\400)",
            b"(\\q)",
            b"(a\rb)",
            b"<4x>",
            b"% words",
            b")",
        ] {
            assert!(tokens(bytes).is_err(), "{bytes:?}");
        }
    }
}
