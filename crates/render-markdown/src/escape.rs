//! Escaping: no text becomes markup.

use ags_document::white_space;

/// The runs of a paragraph with its white space collapsed, and a visible mark for each control character.
pub(crate) fn paragraph<'a>(runs: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let visible = |words: String| words.replace(is_control, "\u{fffd}");
    white_space::collapse_runs(runs).into_iter().map(visible).collect()
}

/// The same for a single run, escaped as the beginning of a line.
pub(crate) fn line(words: &str) -> String {
    escaped(&paragraph([words]).concat(), true)
}

fn is_control(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text with a backslash before each character that would be markup in its position. Its only white space is single
/// spaces.
pub(crate) fn escaped(words: &str, begins_line: bool) -> String {
    let mut written = String::with_capacity(words.len() + 8);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let label = (begins_line && digits > 0).then_some(digits);
    for (at, letter) in words.char_indices() {
        let (before, after) = words.split_at(at);
        let next = after.chars().nth(1);
        let is_markup = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '$' | '@' => true,
            // The beginning of an image, if a link follows.
            '!' => next.is_none(),
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()),
            // A heading, or the end of one.
            '#' => before.is_empty() || before.ends_with(' '),
            '+' | '-' | '=' | '>' => begins_line && before.is_empty(),
            '.' if before.to_ascii_lowercase().ends_with("www") => true,
            '.' | ')' => label == Some(at),
            ':' => after.starts_with("://"),
            _ => false,
        };
        if is_markup {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_is_escaped() {
        for (words, written) in [
            ("# one #", "\\# one \\#"),
            ("1. one", "1\\. one"),
            ("12) one", "12\\) one"),
            ("- one", "\\- one"),
            ("=== one", "\\=== one"),
            ("~~~ a*b_c`d|e", "\\~\\~\\~ a\\*b\\_c\\`d\\|e"),
            ("<b>&amp;[x](y)\\", "\\<b>\\&amp;\\[x\\](y)\\\\"),
            ("http://a.org WWW.a.org a@b.org !", "http\\://a.org WWW\\.a.org a\\@b.org \\!"),
        ] {
            assert_eq!(line(words), written);
        }
    }

    #[test]
    fn plain_text_is_unchanged() {
        for words in
            ["In 2021/22 (and after): R & D, C#-sharp", "At 10.30, 5 > 4 = 4 - yes!? no+", "Tŷ’r £5\u{a0}m"]
        {
            assert_eq!(line(words), words);
        }
    }

    #[test]
    fn white_space_becomes_one_space_and_control_characters_are_visible() {
        assert_eq!(line(" \ta\r\n  b\0\u{202e} "), "a b\u{fffd}\u{fffd}");
    }
}
