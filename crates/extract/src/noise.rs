//! Noise: what a page or the extraction of its text added to the words.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use crate::phrases;

/// The bullet that divides items in one cell.
pub(crate) const BULLET: char = '\u{2022}';

#[allow(clippy::expect_used, reason = "constant patterns, which a test compiles")]
fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a valid pattern")
}

static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)</?(?:ul|ol|li|p|b|u|i|em|strong|sup|sub|br|span|div|font|a)(?:\s[^<>]*)?/?>|\*\*+|\\[_*#\[\]-]|\]\([^()\s]*\)|\[|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});",
    )
});

/// Words without their markup, and each mark that was removed.
///
/// List items of HTML keep a bullet before them; a link keeps its words; an entity and an escape become the
/// character they stand for.
pub(crate) fn clean(raw: &str) -> (String, Vec<&str>) {
    let mut marks = Vec::new();
    let mut marked: Cow<'_, str> = Cow::Borrowed(raw);
    if raw.contains(['<', '*', '\\', '[', '&']) {
        let links = raw.contains("](");
        let mut rest = 0;
        let mut without = String::with_capacity(raw.len());
        for mark in MARKUP.find_iter(raw).filter(|mark| mark.as_str() != "[" || links) {
            without.push_str(raw.get(rest..mark.start()).unwrap_or_default());
            without.push_str(&text_for(mark.as_str()));
            marks.push(mark.as_str());
            rest = mark.end();
        }
        without.push_str(raw.get(rest..).unwrap_or_default());
        marked = Cow::Owned(without);
    }
    let text: String = marked.nfc().filter(|one| !one.is_control() && !is_invisible(*one)).collect();
    (text, marks)
}

fn text_for(mark: &str) -> String {
    if mark.starts_with('&') {
        return html_escape::decode_html_entities(mark).into_owned();
    }
    if let Some(escaped) = mark.strip_prefix('\\') {
        return escaped.into();
    }
    match mark.to_ascii_lowercase().as_str() {
        "<li>" => format!(" {BULLET} "),
        "<br>" | "<br/>" | "<br />" => " ".into(),
        _ => String::new(),
    }
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{061c}' | '\u{ad}')
}

static WRAPPED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(\p{Ll})- (\p{Ll})"));
static BEFORE_STOP: LazyLock<Regex> = LazyLock::new(|| pattern(r" +([,;.](?:\s|$))"));

/// Repairs words broken at the end of a line or the edge of a column: "Whistle- blowing", "companies , and".
pub(crate) fn repair_breaks(words: &str) -> String {
    let one_space = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let joined = WRAPPED.replace_all(&one_space, "$1-$2");
    BEFORE_STOP.replace_all(&joined, "$1").trim().to_owned()
}

/// Whether a line or cell is drawn rather than written: rules and rows of dots.
pub(crate) fn is_rule(words: &str) -> bool {
    let drawn = |one: char| one.is_whitespace() || "-\u{2013}\u{2014}_.\u{b7}\u{2026}=*|:~+".contains(one);
    !words.trim().is_empty() && words.chars().all(drawn)
}

/// Why a cell that should hold words holds none: what the extraction made of a smudge, a page number or the shadow of
/// a neighbour. `above` is the text of the same column on the line before.
pub(crate) fn scrap(words: &str, above: Option<&str>) -> Option<&'static str> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    if is_rule(words) {
        return Some("a rule or a row of dots");
    }
    let letters: Vec<char> = words.chars().filter(|one| one.is_alphabetic()).collect();
    if letters.is_empty() {
        return Some("figures or marks instead of words");
    }
    let foreign = letters.iter().filter(|one| !is_latin(**one)).count();
    if foreign * 2 > letters.len() {
        return Some("letters of another script");
    }
    if words.chars().count() > 60 {
        return None;
    }
    if marks_in_a_row(words) {
        return Some("an implausible run of marks");
    }
    if words.split_whitespace().any(phrases::is_stray) {
        return Some("a stray piece of a word");
    }
    let above = above?.trim();
    if words == above {
        return Some("a repetition of the line before");
    }
    let ghost = above.chars().count() <= 60
        && !words.contains(char::is_uppercase)
        && strsim::normalized_levenshtein(words, above) >= 0.6;
    ghost.then_some("a blurred copy of the line before")
}

fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn marks_in_a_row(words: &str) -> bool {
    let mut run = String::new();
    for character in words.chars() {
        if character.is_alphanumeric()
            || character.is_whitespace()
            || "()'\"\u{2018}\u{2019}\u{201c}\u{201d}/".contains(character)
        {
            run.clear();
            continue;
        }
        run.push(character);
        if run.chars().count() >= 3 && !run.chars().all(|one| one == '.') {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_replaced_by_what_it_stands_for() {
        let (text, marks) = clean("<p><b>Skills &amp; roles</b></p> <li>One</li> \\* x \\_ 3<sup>rd</sup>");
        assert_eq!(text, "Skills & roles  \u{2022} One * x _ 3rd");
        assert_eq!(marks.len(), 11);
    }

    #[test]
    fn a_link_keeps_its_words_and_square_brackets_without_one_stay() {
        assert_eq!(clean("[a@b.example](mailto:a@b.example)").0, "a@b.example");
        assert_eq!(clean("[sic] * 3 < 4").0, "[sic] * 3 < 4");
    }

    #[test]
    fn a_word_broken_at_a_line_end_is_repaired_and_a_range_of_years_is_not() {
        assert_eq!(repair_breaks("Whistle- blowing ,  here"), "Whistle-blowing, here");
        assert_eq!(repair_breaks("2011- 2021"), "2011- 2021");
    }

    #[test]
    fn scraps_are_distinguished_from_short_words() {
        for noise in
            ["4045", "B", "T_", "....", "Duty coming :!!!-", "Hall Program La", "\u{3bc}\u{3c9}\u{3c3}"]
        {
            assert!(scrap(noise, None).is_some(), "{noise}");
        }
        for words in ["Datashare", "IT and HR policies", "Have Your Say! processes", "Website"] {
            assert_eq!(scrap(words, None), None, "{words}");
        }
    }

    #[test]
    fn a_line_twice_is_a_shadow_and_a_like_line_in_capitals_is_not() {
        assert!(scrap("Customer work", Some("Customer work")).is_some());
        assert!(scrap("finanolal matters", Some("financial matters")).is_some());
        assert_eq!(scrap("Personal Plans for members", Some("Personal Plans for officers")), None);
    }
}
