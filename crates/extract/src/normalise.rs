//! Words normalised for comparison.

/// A word without the punctuation around it, in lower case, with straight apostrophes.
pub(crate) fn bare(word: &str) -> String {
    word.trim_matches(|one: char| !one.is_alphanumeric()).replace('\u{2019}', "'").to_lowercase()
}

/// A heading or title in lower case, with single spaces and without punctuation.
pub(crate) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for word in words.split(|one: char| !(one.is_alphanumeric() || one == '\'' || one == '\u{2019}')) {
        if word.is_empty() {
            continue;
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(&word.replace('\u{2019}', "'").to_lowercase());
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_compared_without_case_and_punctuation() {
        assert_eq!(plain("  Source documents/Processes: "), "source documents processes");
        assert_eq!(plain("Council\u{2019}s"), "council's");
    }
}
