//! Whether all the text of a document is found in its order.

use ags::document::Document;

/// The text without white space.
#[must_use]
pub fn without_spaces(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Asserts that all the text of cover and body, except alternative text, is in `found` in its order.
pub fn assert_in_order(document: &Document, found: &str) {
    let found = without_spaces(found);
    let mut from = 0;
    for (pointer, words) in document.words() {
        let is_text = pointer.starts_with("/cover") || pointer.starts_with("/body");
        if !is_text || pointer.ends_with("/figure/alt") {
            continue;
        }
        let words = without_spaces(words);
        let position = found[from..]
            .find(&words)
            .unwrap_or_else(|| panic!("{pointer}: {words:?} is not found after byte {from}"));
        from += position + words.len();
    }
}
