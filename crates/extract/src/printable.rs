//! Conversion of any input to text that the model accepts.

use governance_model::Text;

/// The printable form of some words: each character that a text may not hold becomes U+FFFD, and the end is cut off
/// after [`Text::MOST`] characters.
pub(crate) fn printable(words: &str) -> Text {
    match Text::new(words) {
        Ok(text) => text,
        Err(_) => Text::new(
            words
                .chars()
                .take(Text::MOST)
                .map(|one| if Text::new(one).is_ok() { one } else { '\u{fffd}' })
                .collect::<String>(),
        )
        .unwrap_or_default(),
    }
}
