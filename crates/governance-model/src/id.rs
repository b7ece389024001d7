//! Identifiers: short, typed, and stable from year to year.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is not an identifier.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum IdError {
    /// It is empty.
    #[error("an identifier is empty; write one like {like}")]
    Empty {
        /// A valid example.
        like: &'static str,
    },
    /// A character outside `A-Z a-z 0-9 - .`.
    #[error("{raw:?} has a character that is not allowed at position {at}; write one like {like}")]
    Character {
        /// What was read.
        raw: String,
        /// The position of the character, counted in characters from 1.
        at: usize,
        /// A valid example.
        like: &'static str,
    },
    /// More than 64 characters.
    #[error("an identifier of {length} characters is too long; write at most 64, like {like}")]
    TooLong {
        /// How many characters were read.
        length: usize,
        /// A valid example.
        like: &'static str,
    },
}

fn accept(raw: &str, like: &'static str) -> Result<(), IdError> {
    if raw.is_empty() {
        return Err(IdError::Empty { like });
    }
    let good = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if let Some(index) = raw.chars().position(|c| !good(c)) {
        let raw = raw.chars().take(64).collect();
        return Err(IdError::Character { raw, at: index + 1, like });
    }
    if raw.len() > 64 {
        return Err(IdError::TooLong { length: raw.len(), like });
    }
    Ok(())
}

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident, $like:literal;)+) => {$(
        $(#[$doc])+
        ///
        /// From 1 to 64 characters of `A-Z a-z 0-9 - .`.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(extend("pattern" = "^[A-Za-z0-9.-]{1,64}$"))]
        pub struct $name(String);

        impl $name {
            /// Parses an identifier.
            ///
            /// # Errors
            /// - [`IdError::Empty`] for no character at all;
            /// - [`IdError::Character`] for one outside `A-Z a-z 0-9 - .`;
            /// - [`IdError::TooLong`] for more than 64.
            pub fn new(raw: impl Into<String>) -> Result<Self, IdError> {
                let raw = raw.into();
                accept(&raw, $like)?;
                Ok(Self(raw))
            }

            /// The identifier as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(raw: &str) -> Result<Self, IdError> {
                Self::new(raw)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(raw: String) -> Result<Self, IdError> {
                Self::new(raw)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

ids! {
    /// An arrangement of a local code, in the code's own numbering, as in `A-1` or `2.3.4`.
    ArrangementId, "A-1";
    /// A piece of evidence, unique within one local code, as in `A-01`.
    EvidenceId, "EV-014";
    /// A source of assurance, unique within one review, as in `AS-3`.
    AssuranceId, "AS-3";
    /// A matter brought to the authority's notice, unchanged while it is open, as in `MAT-2022-1`.
    MatterId, "MAT-2022-1";
    /// A gap the review found, kept when it carries into the next year, as in `GAP-2022-03`.
    GapId, "GAP-2022-03";
    /// A governance issue, kept when it carries into the next year, as in `ISS-2022-1`.
    IssueId, "ISS-2022-1";
    /// An improvement action, kept when it carries into the next year, as in `ACT-2022-04`.
    ActionId, "ACT-2022-04";
    /// A role of a local code, as in `monitoring-officer`.
    RoleId, "monitoring-officer";
    /// A scale for scores, as in `one-to-ten`.
    ScaleId, "one-to-ten";
    /// A document that facts come from, as in `local-code-2022`.
    DocumentId, "local-code-2022";
    /// A reference into a framework edition: a principle, sub-principle, aim or requirement, as in `F4` or `2.3.1`.
    FrameworkRef, "F4";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_is_named_with_its_place_and_a_good_example() {
        let error = EvidenceId::new("EV 14").unwrap_err();
        assert_eq!(
            error.to_string(),
            "\"EV 14\" has a character that is not allowed at position 3; write one like EV-014"
        );
    }

    #[test]
    fn sixty_four_characters_fit_and_one_more_does_not() {
        assert!(GapId::new("a".repeat(64)).is_ok());
        assert!(GapId::new("a".repeat(65)).is_err());
        assert_eq!(GapId::new(""), Err(IdError::Empty { like: "GAP-2022-03" }));
    }
}
