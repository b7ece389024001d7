//! Web addresses that can be published.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::Text;

/// An absolute web address of at most 2,000 characters: it begins with `https://` or `http://`, names a host in ASCII and
/// no user, and holds no space, control character, quotation mark or angle bracket.
///
/// A statement is printed, and its readers type or follow what they see. So a host is written in the letters that a reader
/// can tell apart: one with others, such as a Cyrillic а, is written as it is registered, with `xn--`, where a look-alike
/// of a council's own host cannot hide. What stands before an `@` would publish a password, or pass for the host.
///
/// ```
/// use governance_model::WebAddress;
/// assert!(WebAddress::try_from("https://xn--t-eqa.cymru/adroddiad".to_owned()).is_ok());
/// assert!(WebAddress::try_from("https://tŷ.cymru/adroddiad".to_owned()).is_err());
/// assert!(WebAddress::try_from("https://user:pw@example.gov.uk/".to_owned()).is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("maxLength" = MOST, "pattern" = format!(r"^https?://[A-Za-z0-9._:\[\]\-]+([/?#][^{BAD}]*)?$")))]
pub struct WebAddress(String);

/// The most characters of an address, inclusive.
const MOST: usize = 2_000;

/// What a web address may not hold, for a regular expression.
const BAD: &str = concat!(
    r#"\u0000-\u0020"'<>\\\^`\{\|\}\u007f-\u00a0\u061c\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f"#,
    r"\u2066-\u2069\u3000\ufdd0-\ufdef\ufeff\ufffe\uffff"
);

/// Why a text is not a web address that can be published.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum WebAddressError {
    /// It is not an absolute web address.
    #[error("{raw:?} is not a web address; write one that begins with https:// and has no spaces")]
    Form {
        /// What was read, at most its first 80 characters.
        raw: String,
    },
    /// It names a user, who may have a password. Neither is repeated here.
    #[error(
        "this web address has a user name or a password before the @, which must not be published; write {without:?}"
    )]
    User {
        /// The address without them, at most its first 80 characters.
        without: String,
    },
    /// Its host has a character that is not one of a host in ASCII.
    #[error(
        "the host {host:?} has the character {character:?} (U+{:04X}), which can be taken for another; write the host in \
         ASCII, as it is registered: with xn-- where it has other letters",
        u32::from(*character)
    )]
    Host {
        /// The host, at most its first 80 characters.
        host: String,
        /// The first character that is not allowed.
        character: char,
    },
}

impl WebAddress {
    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The first character of a text that no host in ASCII has; `None` for a host, with a port or without.
#[must_use]
pub fn outside_host(text: &str) -> Option<char> {
    text.chars().find(|c| !c.is_ascii_alphanumeric() && !".-_:[]".contains(*c))
}

/// An address without a user name and a password before its host, to be shown.
#[must_use]
pub fn without_user(address: &str) -> String {
    let parts = address.split_once("://").and_then(|(scheme, rest)| {
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (_, host) = authority.rsplit_once('@')?;
        Some(format!("{scheme}://{host}{}", rest.get(authority.len()..).unwrap_or_default()))
    });
    parts.unwrap_or_else(|| address.to_owned())
}

impl fmt::Display for WebAddress {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl TryFrom<String> for WebAddress {
    type Error = WebAddressError;
    fn try_from(raw: String) -> Result<Self, WebAddressError> {
        let short = |text: &str| text.chars().take(80).collect();
        let bad = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{|}".contains(c);
        let well_formed = Text::new(raw.as_str()).is_ok() && !raw.contains(bad) && raw.len() <= MOST;
        let parts =
            raw.split_once("://").filter(|(scheme, _)| well_formed && matches!(*scheme, "https" | "http"));
        let Some((_, rest)) = parts else { return Err(WebAddressError::Form { raw: short(&raw) }) };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(WebAddressError::User { without: short(&without_user(&raw)) });
        }
        if let Some(character) = outside_host(authority) {
            return Err(WebAddressError::Host { host: short(authority), character });
        }
        if authority.is_empty() {
            return Err(WebAddressError::Form { raw: short(&raw) });
        }
        Ok(Self(raw))
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

    fn error(raw: &str) -> String {
        WebAddress::try_from(raw.to_owned()).unwrap_err().to_string()
    }

    #[test]
    fn a_web_address_is_absolute_and_has_no_space() {
        for right in [
            "https://www.leicestershire.gov.uk/a?b=c#d",
            "http://example.org:8080",
            "https://[2001:db8::1]/",
            "https://example.org?to=a@example.org",
            "https://example.org/tŷ",
        ] {
            assert!(WebAddress::try_from(right.to_owned()).is_ok(), "{right}");
        }
        for wrong in [
            "www.leicestershire.gov.uk",
            "https://",
            "javascript:alert(1)",
            "https://a b",
            "http:///x",
            "ftp://a",
        ] {
            assert!(error(wrong).contains("is not a web address"), "{wrong}");
        }
    }

    #[test]
    fn a_user_is_refused_and_a_password_not_repeated() {
        let message = error("https://user:secret@example.gov.uk/a?b");
        assert!(message.ends_with("write \"https://example.gov.uk/a?b\""), "{message}");
        assert!(!message.contains("secret"));
        let message = error("https://www.gov.uk@example.org");
        assert!(message.ends_with("write \"https://example.org\""), "{message}");
        assert!(!error("https://a:b@secret@example.org/").contains("secret"));
    }

    #[test]
    fn a_host_in_other_letters_is_refused_with_the_letter_and_what_to_write() {
        let message = error("https://www.g\u{43e}v.uk/a");
        assert!(message.starts_with("the host \"www.gоv.uk\" has the character 'о' (U+043E)"), "{message}");
        assert!(message.ends_with("with xn-- where it has other letters"), "{message}");
        for host in ["tŷ.cymru", "g%6fv.uk", "gov\u{3002}uk", "gov.uk\u{2044}a"] {
            assert!(error(&format!("https://{host}/")).starts_with("the host "), "{host}");
        }
    }
}
