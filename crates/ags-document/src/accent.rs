//! The council's own colour.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// A dark colour of the sRGB space, for titles, headings and figures.
///
/// Its contrast is 7:1 or more against white and against [`Accent::TINT`], the background of notes and table heads,
/// as WCAG 2.2, 1.4.6 requires of text at level AAA. It is written as six hexadecimal digits.
///
/// ```
/// use ags_document::Accent;
/// assert_eq!("#0e3a5c".parse::<Accent>()?.to_string(), "#0E3A5C");
/// assert!("#FFA500".parse::<Accent>().is_err(), "orange cannot be read on white");
/// # Ok::<(), ags_document::AccentError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Accent([u8; 3]);

impl Accent {
    /// The background of notes and table heads, as red, green and blue from 0 to 255.
    pub const TINT: [u8; 3] = [0xEE, 0xF3, 0xF7];

    /// Red, green and blue, each from 0 to 255.
    #[must_use]
    pub const fn rgb(self) -> [u8; 3] {
        self.0
    }
}

impl Default for Accent {
    /// A dark blue, `#0E3A5C`.
    fn default() -> Self {
        Self([0x0E, 0x3A, 0x5C])
    }
}

/// Why a colour is not an accent.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum AccentError {
    /// It is not a number sign and six hexadecimal digits.
    #[error("{raw:?} is not a colour; write one like #0E3A5C")]
    Form {
        /// What was read.
        raw: String,
    },
    /// It is too light to be read on white or on the tint.
    #[error("{raw} has a contrast of {}.{}:1 against the page where 7:1 is required; write a darker colour", tenths / 10, tenths % 10)]
    TooLight {
        /// What was read.
        raw: String,
        /// The contrast, in tenths, cut off.
        tenths: u16,
    },
}

impl FromStr for Accent {
    type Err = AccentError;

    fn from_str(raw: &str) -> Result<Self, AccentError> {
        let form = || AccentError::Form { raw: raw.into() };
        let digits = raw.strip_prefix('#').ok_or_else(form)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(form());
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).map_err(|_| form())?.to_be_bytes();
        let colour = [red, green, blue];
        let contrast = contrast(colour, [255; 3]).min(contrast(colour, Self::TINT));
        if contrast < 7.0 {
            let tenths = (1..70).rev().find(|tenths| f64::from(*tenths) <= contrast * 10.0).unwrap_or(10);
            return Err(AccentError::TooLight { raw: raw.into(), tenths });
        }
        Ok(Self(colour))
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02X}{green:02X}{blue:02X}")
    }
}

impl Serialize for Accent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Accent {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Accent {
    fn schema_name() -> Cow<'static, str> {
        "Accent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> schemars::Schema {
        json_schema!({
            "description": "A dark colour, at 7:1 or more against the page.",
            "type": "string",
            "pattern": "^#[0-9A-Fa-f]{6}$"
        })
    }
}

/// The contrast ratio of two colours of the sRGB space, each as red, green and blue from 0 to 255: from 1 to 21.
/// WCAG 2.2, "contrast ratio".
///
/// ```
/// assert!((ags_document::contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
/// ```
#[must_use]
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let light = |[red, green, blue]: [u8; 3]| {
        let part = |byte: u8| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue) + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(raw: &str) -> String {
        raw.parse::<Accent>().map_or_else(|error| error.to_string(), |accent| accent.to_string())
    }

    #[test]
    fn black_on_white_is_21() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    }

    #[test]
    fn our_own_accent_is_accepted() {
        assert_eq!(parsed(&Accent::default().to_string()), "#0E3A5C");
    }

    #[test]
    fn a_text_without_six_digits_is_refused_with_what_to_write() {
        for raw in ["", "0E3A5C", "#0E3A5", "#0E3A5C0", "#+E3A5C", "navy", "#é3A5C"] {
            assert_eq!(parsed(raw), format!("{raw:?} is not a colour; write one like #0E3A5C"));
        }
    }

    #[test]
    fn grey_is_accepted_where_it_can_be_read_on_the_tint_and_refused_where_it_cannot() {
        assert_eq!(parsed("#4F4F4F"), "#4F4F4F");
        assert!(parsed("#595959").contains("6.2:1"), "{}", parsed("#595959"));
        assert!(parsed("#FFFFFF").contains("1.0:1"), "{}", parsed("#FFFFFF"));
    }
}
