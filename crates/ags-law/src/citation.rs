//! Where a rule is written.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a rule is written.
///
/// Rules cite by `Citation`, which is all constants; a report, which may be read from a file, by
/// `Citation<Cow<'static, str>>`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Citation")]
pub struct Citation<Words = &'static str> {
    /// The instrument, as in "Accounts and Audit Regulations 2015 (SI 2015/234)".
    pub instrument: Words,
    /// The provision, as in "reg. 6(2)(b)".
    pub provision: Words,
    /// Where it can be read; none where it is not published freely.
    pub url: Option<Words>,
}

impl From<Citation> for Citation<Cow<'static, str>> {
    fn from(Citation { instrument, provision, url }: Citation) -> Self {
        Self { instrument: instrument.into(), provision: provision.into(), url: url.map(Into::into) }
    }
}

impl<Words: AsRef<str>> Citation<Words> {
    /// Where the provision can be read as it was on a day; none where it is not on legislation.gov.uk, which alone
    /// keeps earlier versions. An address of the text as made is of one day already.
    #[must_use]
    pub fn as_on(&self, day: NaiveDate) -> Option<String> {
        let url = self.url.as_ref().map(AsRef::as_ref);
        let url = url.filter(|url| url.starts_with("https://www.legislation.gov.uk/"))?;
        Some(if url.ends_with("/made") { url.to_owned() } else { format!("{url}/{day}") })
    }
}

/// As a list of sources has it: "Accounts and Audit Regulations 2015 (SI 2015/234), reg. 10(1)".
impl<Words: fmt::Display> fmt::Display for Citation<Words> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}, {}", self.instrument, self.provision)
    }
}
