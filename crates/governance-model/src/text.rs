//! Text that is safe to render.

use std::fmt;
use std::ops::Deref;
use std::path::Path;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Text written by a person: at most 20,000 characters, without any that a page cannot show or a reader cannot
/// trust.
///
/// It never holds a control character (except line feed and tab), a bidirectional override or isolate
/// (U+202A to U+202E, U+2066 to U+2069, U+200E, U+200F, U+061C), which can show words in another order
/// than they are stored, a byte order mark or a non-character. It may be empty: a council may have left a cell
/// empty, and a rule reports that.
///
/// ```
/// use governance_model::Text;
/// let text: Text = "Monitoring Officer".parse()?;
/// assert_eq!(text.as_str(), "Monitoring Officer");
/// assert!("refund \u{202e}tnuoma".parse::<Text>().is_err());
/// # Ok::<(), governance_model::TextError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("maxLength" = Self::MOST, "pattern" = PATTERN))]
pub struct Text(String);

/// What [`unprintable`] rejects, as a regular expression; except the non-characters above U+FFFF, for which the
/// dialects of regular expressions have no common syntax.
const PATTERN: &str = concat!(
    r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    r"\ufdd0-\ufdef\ufeff\ufffe\uffff]*$"
);

/// Why a text is not safe to render.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum TextError {
    /// A character that is not shown, or that changes the order in which others are shown.
    #[error("character {at} is U+{code:04X}, {what}; remove it")]
    Character {
        /// Its position, counted in characters from 1.
        at: usize,
        /// Its code point.
        code: u32,
        /// What kind of character it is.
        what: &'static str,
    },
    /// More than 20,000 characters.
    #[error("the text has {length} characters and the limit is {most}; shorten it or split it")]
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
}

impl Text {
    /// The most characters a text may have, inclusive.
    pub const MOST: usize = 20_000;

    /// Checks that a text is safe to render.
    ///
    /// # Errors
    /// - [`TextError::Character`] for a control character other than line feed and tab, a bidirectional
    ///   control, a byte order mark or a non-character;
    /// - [`TextError::TooLong`] for more than [`Text::MOST`] characters.
    pub fn new(words: impl Into<String>) -> Result<Self, TextError> {
        let words = words.into();
        let mut length = 0;
        for (index, character) in words.chars().enumerate() {
            if let Some(what) = unprintable(character) {
                return Err(TextError::Character { at: index + 1, code: character.into(), what });
            }
            length = index + 1;
        }
        if length > Self::MOST {
            return Err(TextError::TooLong { length, most: Self::MOST });
        }
        Ok(Self(words))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is empty or only white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// Any text, safe to print or to show on a terminal: each character that [`Text`] rejects is replaced by U+FFFD.
///
/// ```
/// assert_eq!(governance_model::printable("a\u{1b}[2J\u{9b}\u{202e}b\n"), "a\u{fffd}[2J\u{fffd}\u{fffd}b\n");
/// ```
#[must_use]
pub fn printable(words: &str) -> String {
    words.chars().map(|c| if unprintable(c).is_some() { '\u{fffd}' } else { c }).collect()
}

/// The name of a file, safe to show on one line of a terminal; what is not UTF-8 in it is replaced too.
///
/// ```
/// assert_eq!(governance_model::printable_name("a\u{1b}[2J\nb.json".as_ref()), "a\u{fffd}[2J\u{fffd}b.json");
/// ```
#[must_use]
pub fn printable_name(path: &Path) -> String {
    printable(&path.to_string_lossy()).replace(['\n', '\t'], "\u{fffd}")
}

fn unprintable(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\t' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}' => {
            Some("which changes the order in which words are shown")
        }
        '\u{feff}' => Some("a byte order mark"),
        '\u{fdd0}'..='\u{fdef}' => Some("not a character"),
        other if u32::from(other) & 0xfffe == 0xfffe => Some("not a character"),
        other if other.is_control() => Some("a control character"),
        _ => None,
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl FromStr for Text {
    type Err = TextError;
    fn from_str(words: &str) -> Result<Self, TextError> {
        Self::new(words)
    }
}

impl TryFrom<String> for Text {
    type Error = TextError;
    fn try_from(words: String) -> Result<Self, TextError> {
        Self::new(words)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_feed_stays_and_an_escape_does_not() {
        assert!(Text::new("one\ntwo\tthree").is_ok());
        assert_eq!(
            Text::new("one\u{1b}[2J"),
            Err(TextError::Character { at: 4, code: 0x1b, what: "a control character" })
        );
    }

    #[test]
    fn a_right_to_left_override_is_named_and_arabic_letters_are_not() {
        assert!(Text::new("مجلس").is_ok());
        let error = Text::new("a\u{202e}b").unwrap_err().to_string();
        assert_eq!(
            error,
            "character 2 is U+202E, which changes the order in which words are shown; remove it"
        );
    }

    #[test]
    fn twenty_thousand_characters_fit_and_one_more_does_not() {
        assert!(Text::new("ŵ".repeat(Text::MOST)).is_ok());
        assert!(matches!(
            Text::new("ŵ".repeat(Text::MOST + 1)),
            Err(TextError::TooLong { length: 20_001, .. })
        ));
    }
}
