//! The words of a paragraph with their weight, links and languages, on one line.

use ags_document::Inline;

use crate::words::{self, escaped};

/// Words that are written in one way.
struct Piece<'a> {
    manner: Manner<'a>,
    words: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Manner<'a> {
    Plain,
    Strong,
    Link(&'a str),
    Foreign(&'a str),
}

/// The line; empty where nothing can be seen.
pub(crate) fn line(inlines: &[Inline]) -> String {
    let pieces = pieces(inlines);
    let mut line = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        let after = pieces.get(index + 1).and_then(|next| next.words.chars().next());
        match piece.manner {
            Manner::Plain => line.push_str(&escaped(&piece.words, line.is_empty())),
            Manner::Strong => strong(&piece.words, after, &mut line),
            Manner::Link(target) => {
                line.extend(["[", &escaped(&piece.words, false), "](<", &address(target), ">)"]);
            }
            Manner::Foreign(language) => {
                line.extend(["<span lang=\"", language, "\">", &escaped(&piece.words, false), "</span>"]);
            }
        }
    }
    if line.trim().is_empty() { String::new() } else { line }
}

/// The pieces that can be seen, with neighbours of one manner made one, and with no white space at the ends of strong
/// words.
fn pieces(inlines: &[Inline]) -> Vec<Piece<'_>> {
    let written = words::paragraph(inlines.iter().map(Inline::words));
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (inline, words) in inlines.iter().zip(&written) {
        let manner = match inline {
            Inline::Strong(_) => Manner::Strong,
            Inline::Link { target, .. } => Manner::Link(target),
            Inline::Foreign { language, .. } => Manner::Foreign(language),
            _ => Manner::Plain,
        };
        let inner = words.trim();
        if inner.is_empty() || manner != Manner::Strong {
            add(&mut pieces, if inner.is_empty() { Manner::Plain } else { manner }, words);
        } else {
            let (before, rest) = words.split_at(words.len() - words.trim_start().len());
            add(&mut pieces, Manner::Plain, before);
            add(&mut pieces, Manner::Strong, inner);
            add(&mut pieces, Manner::Plain, rest.get(inner.len()..).unwrap_or_default());
        }
    }
    pieces
}

fn add<'a>(pieces: &mut Vec<Piece<'a>>, manner: Manner<'a>, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.manner == manner && matches!(manner, Manner::Plain | Manner::Strong) => {
            last.words.push_str(words);
        }
        _ => pieces.push(Piece { manner, words: words.into() }),
    }
}

/// Strong words between asterisks where these are read as such whatever stands beside them, and between
/// HTML tags elsewhere.
fn strong(words: &str, after: Option<char>, line: &mut String) {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let opens = line.chars().next_back().is_none_or(char::is_whitespace) || is_word(words.chars().next());
    let closes = after.is_none_or(|after| after.is_whitespace() || after.is_ascii_punctuation())
        || is_word(words.chars().next_back());
    let [begin, end] = if opens && closes { ["**", "**"] } else { ["<strong>", "</strong>"] };
    line.extend([begin, &escaped(words, false), end]);
}

fn address(target: &str) -> String {
    let mut written = String::with_capacity(target.len());
    for letter in target.chars() {
        if matches!(letter, '\\' | '<' | '>' | '&' | '|') {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strong(words: &str) -> Inline {
        Inline::Strong(words.into())
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.into())
    }

    #[test]
    fn strong_words_stand_between_asterisks_where_those_are_read_as_such() {
        assert_eq!(line(&[strong(" Planned: "), text("yes")]), "**Planned:** yes");
        assert_eq!(line(&[strong("a"), strong("b")]), "**ab**");
        assert_eq!(line(&[text("a"), strong("(b)"), text("c")]), "a<strong>(b)</strong>c");
    }

    #[test]
    fn links_and_languages_are_kept() {
        let link = Inline::Link { text: "the [code]".into(), target: "https://a.org/<b>?c&amp;d".into() };
        let foreign = Inline::Foreign { language: "cy".into(), text: "tŷ".into() };
        assert_eq!(
            line(&[text("Look!"), link, foreign]),
            "Look\\![the \\[code\\]](<https://a.org/\\<b\\>?c\\&amp;d>)<span lang=\"cy\">tŷ</span>"
        );
    }

    #[test]
    fn a_paragraph_without_a_visible_character_is_no_line() {
        assert_eq!(line(&[text("\u{a0}"), strong(" "), text("\n")]), "");
    }
}
