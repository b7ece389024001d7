//! The sources of facts.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id::DocumentId;
use crate::text::Text;

/// The source of a fact: the authority states it here, a document states it, or it is illustrative.
///
/// In TOML: `from.document = { id = "local-code-2022", line = 68 }` or `from.illustrative = "no date is given"`;
/// where it is left out, it is [`Provenance::Declared`].
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// The authority states it here.
    #[default]
    Declared,
    /// A document states it, at this location.
    Document(Place),
    /// It is invented to show what belongs here, and is marked as such when rendered. The words say what the
    /// source lacks.
    Illustrative(Text),
}

/// A location in a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The document.
    pub id: DocumentId,
    /// The line of its text, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The last line, inclusive, where it runs over several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_line: Option<u32>,
    /// The column of the table on that line, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// Which of several points in that line or cell, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<u32>,
    /// The original words, before any correction or split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Text>,
    /// The original words of the whole cell, where it was split into several points; kept on the first of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Text>,
    /// How certain the reading is, in per cent from 0 to 100; none where a person read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// What else a reader should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Provenance {
    /// Whether the authority states it here.
    #[must_use]
    pub const fn is_declared(&self) -> bool {
        matches!(self, Self::Declared)
    }

    /// Whether it is invented to show what belongs here.
    #[must_use]
    pub const fn is_illustrative(&self) -> bool {
        matches!(self, Self::Illustrative(_))
    }
}

/// An absolute web address of at most 2,000 characters: it begins with `https://` or `http://` and holds no space,
/// control character, quotation mark or angle bracket.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("maxLength" = 2_000, "pattern" = format!("^https?://[^/{BAD}][^{BAD}]*$")))]
pub struct WebAddress(String);

/// What a web address may not hold, for a regular expression.
const BAD: &str = concat!(
    r#"\u0000-\u0020"'<>\\\^`\{\|\}\u007f-\u00a0\u061c\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f"#,
    r"\u2066-\u2069\u3000\ufdd0-\ufdef\ufeff\ufffe\uffff"
);

/// A text that is not an absolute web address.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{raw:?} is not a web address; write one that begins with https:// and has no spaces")]
pub struct WebAddressError {
    /// What was read, at most its first 80 characters.
    pub raw: String,
}

impl WebAddress {
    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl TryFrom<String> for WebAddress {
    type Error = WebAddressError;
    fn try_from(raw: String) -> Result<Self, WebAddressError> {
        let host = raw.strip_prefix("https://").or_else(|| raw.strip_prefix("http://"));
        let bad = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{|}".contains(c);
        let printable = Text::new(raw.as_str()).is_ok() && !raw.contains(bad);
        if host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
            && printable
            && raw.len() <= 2_000
        {
            return Ok(Self(raw));
        }
        Err(WebAddressError { raw: raw.chars().take(80).collect() })
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_is_absolute_and_has_no_space() {
        assert!(WebAddress::try_from("https://www.leicestershire.gov.uk/a?b=c#d".to_owned()).is_ok());
        for wrong in
            ["www.leicestershire.gov.uk", "https://", "javascript:alert(1)", "https://a b", "http:///x"]
        {
            assert!(WebAddress::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
