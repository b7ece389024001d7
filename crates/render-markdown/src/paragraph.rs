//! A paragraph with its weights, links and languages, on one line.

use ags_document::Inline;

use crate::escape::{self, escaped};

/// Text of one inline style.
struct Span<'a> {
    style: InlineStyle<'a>,
    words: String,
}

#[derive(Clone, Copy, PartialEq)]
enum InlineStyle<'a> {
    Plain,
    Strong,
    Link(&'a str),
    Foreign(&'a str),
}

/// The line; empty if it has no visible text.
pub(crate) fn line(inlines: &[Inline]) -> String {
    let spans = spans(inlines);
    let mut line = String::new();
    for (index, span) in spans.iter().enumerate() {
        let after = spans.get(index + 1).and_then(|next| next.words.chars().next());
        match span.style {
            InlineStyle::Plain => line.push_str(&escaped(&span.words, line.is_empty())),
            InlineStyle::Strong => strong(&span.words, after, &mut line),
            InlineStyle::Link(target) => {
                line.extend(["[", &escaped(&span.words, false), "](<", &address(target), ">)"]);
            }
            InlineStyle::Foreign(language) => {
                line.extend(["<span lang=\"", language, "\">", &escaped(&span.words, false), "</span>"]);
            }
        }
    }
    if line.trim().is_empty() { String::new() } else { line }
}

/// The visible spans, with adjacent spans of the same style joined, and without white space at the ends of strong text.
fn spans(inlines: &[Inline]) -> Vec<Span<'_>> {
    let written = escape::paragraph(inlines.iter().map(Inline::words));
    let mut spans: Vec<Span<'_>> = Vec::new();
    for (inline, words) in inlines.iter().zip(&written) {
        let style = match inline {
            Inline::Strong(_) => InlineStyle::Strong,
            Inline::Link { target, .. } => InlineStyle::Link(target),
            Inline::Foreign { language, .. } => InlineStyle::Foreign(language),
            _ => InlineStyle::Plain,
        };
        let inner = words.trim();
        if inner.is_empty() || style != InlineStyle::Strong {
            add(&mut spans, if inner.is_empty() { InlineStyle::Plain } else { style }, words);
        } else {
            let (before, rest) = words.split_at(words.len() - words.trim_start().len());
            add(&mut spans, InlineStyle::Plain, before);
            add(&mut spans, InlineStyle::Strong, inner);
            add(&mut spans, InlineStyle::Plain, rest.get(inner.len()..).unwrap_or_default());
        }
    }
    spans
}

fn add<'a>(spans: &mut Vec<Span<'a>>, style: InlineStyle<'a>, words: &str) {
    match spans.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.style == style && matches!(style, InlineStyle::Plain | InlineStyle::Strong) => {
            last.words.push_str(words);
        }
        _ => spans.push(Span { style, words: words.into() }),
    }
}

/// Strong text between asterisks where these are always parsed as emphasis, and between HTML tags elsewhere.
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
    fn strong_text_is_between_asterisks_where_those_are_parsed_as_emphasis() {
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
    fn a_paragraph_without_visible_text_gives_no_line() {
        assert_eq!(line(&[text("\u{a0}"), strong(" "), text("\n")]), "");
    }
}
