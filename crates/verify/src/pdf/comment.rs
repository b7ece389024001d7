//! The comments that programs are known to write between objects. Any other comment could hide something.

use super::lexer::{Lexer, is_space};

/// The comments of qpdf and MuPDF; `#` stands for a number. Where two begin alike, the longer comes first.
const COMMENTS: [&str; 8] = [
    "%QDF-#.#",
    "%QDF: ignore_newline",
    "%% Original object ID: # #",
    "%% Object stream: object #, index #; original object ID: #",
    "%% Object stream: object #, index #",
    "%% Contents for page #",
    "%% Page #",
    "% Written by MuPDF #.#.#",
];

/// The highest number in a comment, inclusive.
const MAX_NUMBER: usize = 9_999_999;

/// Steps over white space and over comments that are known, each at most once.
pub(super) fn skip(lexer: &mut Lexer<'_>) {
    let mut left = COMMENTS.to_vec();
    lexer.skip_space();
    while let Some(index) = left.iter().position(|pattern| take(lexer, pattern)) {
        left.remove(index);
        lexer.skip_space();
    }
}

/// Steps over a comment, to the end of its line; false if another one is next, or none.
fn take(lexer: &mut Lexer<'_>, pattern: &str) -> bool {
    let mut ahead = lexer.clone();
    let matches = pattern.bytes().all(|expected| match expected {
        b'#' => ahead.digits().is_some_and(|number| number <= MAX_NUMBER),
        other => ahead.take(&[other]),
    });
    let found = matches && ahead.peek().is_none_or(is_space);
    if found {
        *lexer = ahead;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_comments_are_skipped_and_others_are_not() {
        let rest = |bytes: &'static [u8]| {
            let mut lexer = Lexer::new(bytes, 0);
            skip(&mut lexer);
            bytes.len() - lexer.position()
        };
        assert_eq!(rest(b" %QDF-1.0\n%% Original object ID: 12 0\n% Written by MuPDF 1.28.5\n"), 0);
        assert_eq!(rest(b"%% Page 1\n%% a message"), 12);
        assert_eq!(rest(b"%% Page 1x"), 10);
        assert_eq!(rest(b"%% Page 1\n%% Page 2\n"), 10);
        assert_eq!(rest(b"%% Page 123456789"), 17);
    }
}
