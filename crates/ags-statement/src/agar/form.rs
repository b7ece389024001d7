//! The forms a return may be made on.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The form of a return, written `1`, `2` or `3`, for a parish meeting `1PM`, `2PM` or `3PM`. Its heading was
/// "Part" and not "Form" until the return for 2020/21.
///
/// ```
/// use ags_statement::agar::Form;
/// let form: Form = "3".parse()?;
/// assert!(!form.is_exempt());
/// assert_eq!("2pm".parse::<Form>()?.to_string(), "2PM");
/// # Ok::<(), ags_statement::agar::FormError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[123]([Pp][Mm])?$"))]
pub enum Form {
    /// A declaration that there were no accounts, with a certificate of exemption; it has no Section 1.
    One,
    /// Exempt: gross income and gross expenditure of no more than £25,000.
    Two,
    /// All others, for a limited assurance review.
    Three,
    /// Form 1 of a parish meeting.
    OnePm,
    /// Form 2 of a parish meeting.
    TwoPm,
    /// Form 3 of a parish meeting.
    ThreePm,
}

/// A text that is not a form of the return.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{raw:?} is not a form of the return; write 1, 2 or 3, or 1PM, 2PM or 3PM for a parish meeting")]
pub struct FormError {
    /// What was read, at most its first 40 characters.
    pub raw: String,
}

impl Form {
    /// Every form.
    const ALL: [Self; 6] = [Self::One, Self::Two, Self::Three, Self::OnePm, Self::TwoPm, Self::ThreePm];

    /// Whether the authority certifies itself exempt on it from a limited assurance review.
    #[must_use]
    pub const fn is_exempt(self) -> bool {
        !matches!(self, Self::Three | Self::ThreePm)
    }

    /// Whether it is a declaration that there were no accounts, without Sections 1 and 2.
    #[must_use]
    pub const fn is_declaration(self) -> bool {
        matches!(self, Self::One | Self::OnePm)
    }

    /// Whether it is for parish meetings, which have a chairman and no clerk.
    #[must_use]
    pub const fn is_for_parish_meetings(self) -> bool {
        matches!(self, Self::OnePm | Self::TwoPm | Self::ThreePm)
    }
}

impl fmt::Display for Form {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::One => "1",
            Self::Two => "2",
            Self::Three => "3",
            Self::OnePm => "1PM",
            Self::TwoPm => "2PM",
            Self::ThreePm => "3PM",
        })
    }
}

impl FromStr for Form {
    type Err = FormError;
    fn from_str(raw: &str) -> Result<Self, FormError> {
        let named = Self::ALL.into_iter().find(|form| form.to_string().eq_ignore_ascii_case(raw));
        named.ok_or_else(|| FormError { raw: raw.chars().take(40).collect() })
    }
}

impl TryFrom<String> for Form {
    type Error = FormError;
    fn try_from(raw: String) -> Result<Self, FormError> {
        raw.parse()
    }
}

impl From<Form> for String {
    fn from(form: Form) -> Self {
        form.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_as_it_is_written_and_there_is_no_fourth() {
        for form in Form::ALL {
            assert_eq!(form.to_string().parse(), Ok(form));
        }
        assert_eq!(
            "4".parse::<Form>().map_err(|error| error.to_string()),
            Err(
                "\"4\" is not a form of the return; write 1, 2 or 3, or 1PM, 2PM or 3PM for a parish meeting"
                    .into()
            )
        );
    }

    #[test]
    fn form_3_alone_is_for_a_review() {
        let reviewed = Form::ALL.into_iter().filter(|form| !form.is_exempt());
        assert_eq!(reviewed.collect::<Vec<_>>(), [Form::Three, Form::ThreePm]);
    }
}
