//! The SHA-256 of a canonical text.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// The SHA-256 of a canonical text.
///
/// It is written as 64 hexadecimal digits in small letters. White space between them and capital letters are accepted
/// too, as on a page.
///
/// ```
/// use ags_statement::canonical::Digest;
/// let digest = Digest::of("");
/// assert_eq!(digest.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
/// assert!(digest.grouped().starts_with("e3b0c442 98fc1c14 "));
/// assert_eq!(digest.grouped().parse(), Ok(digest));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Digest([u8; 32]);

/// A text is not a digest: 64 hexadecimal digits and nothing else.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{raw:?} is no SHA-256; write its 64 hexadecimal digits")]
pub struct DigestError {
    /// What was read, at most its first 80 characters.
    pub raw: String,
}

impl Digest {
    /// Of a text, in UTF-8.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// In eight groups of eight digits, so that an eye can follow and a line can break.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut words = String::new();
        for (index, byte) in self.0.iter().enumerate() {
            if index > 0 && index % 4 == 0 {
                words.push(' ');
            }
            let _ = write!(words, "{byte:02x}");
        }
        words
    }
}

impl Digest {
    /// Its first sixteen digits, in two groups: enough for a reader to compare two copies.
    ///
    /// ```
    /// use ags_statement::canonical::Digest;
    /// assert_eq!(Digest::of("").short(), "e3b0c442 98fc1c14");
    /// ```
    #[must_use]
    pub fn short(&self) -> String {
        self.grouped().chars().take(17).collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(to, "{byte:02x}"))
    }
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(raw: &str) -> Result<Self, DigestError> {
        let error = || DigestError { raw: raw.chars().take(80).collect() };
        let mut digits = raw.chars().filter(|letter| !letter.is_whitespace());
        let mut bytes = [0; 32];
        for byte in &mut bytes {
            for _ in 0..2 {
                let digit = digits.next().and_then(|digit| digit.to_digit(16)).ok_or_else(error)?;
                *byte = *byte << 4 | u8::try_from(digit).map_err(|_| error())?;
            }
        }
        if digits.next().is_some() { Err(error()) } else { Ok(Self(bytes)) }
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = Cow::<'de, str>::deserialize(from)?;
        raw.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Digest {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Digest".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })
    }
}
