//! Whether all the text of a document is found in its order.

use ags::document::Document;

/// The text without white space.
#[must_use]
pub fn without_spaces(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The ends of pointers to what is not read once in its place: alternative text, the names of fields, and the words that are
/// beside every place for a signature.
const ELSEWHERE: [&str; 5] =
    ["/figure/alt", "/signature/field", "/signatures/signed", "/signatures/name", "/signatures/date"];

/// Asserts that all the text of cover and body is in `found` in its order.
pub fn assert_in_order(document: &Document, found: &str) {
    let found = without_spaces(found);
    let mut from = 0;
    for (pointer, words) in document.words() {
        let is_text = pointer.starts_with("/cover") || pointer.starts_with("/body");
        if !is_text || ELSEWHERE.iter().any(|end| pointer.ends_with(end)) {
            continue;
        }
        let words = without_spaces(words);
        let position = found[from..]
            .find(&words)
            .unwrap_or_else(|| panic!("{pointer}: {words:?} is not found after byte {from}"));
        from += position + words.len();
    }
}
