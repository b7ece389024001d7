//! The verdict on a file.

use std::fmt;

use serde::Serialize;

/// The verdict on a file. Its name, as in `as-issued`, never changes its meaning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Its bytes are those that its data make, or these and one or more seals after them.
    AsIssued,
    /// Another program saved it: its bytes differ, and all its objects are equal, so every viewer shows the same.
    SavedAgain,
    /// Another version of this library made it: its words are those that its data make, and its drawing cannot be
    /// compared.
    WordsAgree,
    /// Something differs.
    #[default]
    NotSound,
}

impl Verdict {
    /// All verdicts, from the best to the worst.
    pub const ALL: [Self; 4] = [Self::AsIssued, Self::SavedAgain, Self::WordsAgree, Self::NotSound];

    /// Its stable name, as in `as-issued`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsIssued => "as-issued",
            Self::SavedAgain => "saved-again",
            Self::WordsAgree => "words-agree",
            Self::NotSound => "not-sound",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::AsIssued => "as issued",
            Self::SavedAgain => "saved again",
            Self::WordsAgree => "words agree",
            Self::NotSound => "not sound",
        })
    }
}
