//! A document that can be checked, whichever it is.

use std::borrow::Cow;

use chrono::NaiveDate;
use governance_model::{FinancialYear, LocalCode, ReadError, Versioned, read};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::check::{check_agar_with, check_code_with, check_with};
use crate::context::Earlier;
use crate::rule::Rule;
use ags_report::Report;
use ags_report::Subject;
use ags_statement::Statement;
use ags_statement::agar::Agar;

/// A document that can be checked.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Input {
    /// An Annual Governance Statement.
    Statement(Box<Statement>),
    /// A local code of governance.
    LocalCode(Box<LocalCode>),
    /// A smaller authority's return.
    Agar(Box<Agar>),
}

/// The format a document is written in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// JSON.
    Json,
    /// TOML.
    Toml,
}

/// Why a file cannot be checked.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum InputError {
    /// It could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is something else of ours, or nothing of ours at all.
    #[error("{name}: this is {}; a statement, a local code or a return of a smaller authority can be \
        checked", what(document.as_deref()))]
    NotCheckable {
        /// What the caller calls the document.
        name: String,
        /// What its `schema` says it is; none where it has none and does not look like anything of ours.
        document: Option<String>,
    },
}

fn what(document: Option<&str>) -> Cow<'static, str> {
    document.map_or_else(|| "no document we know".into(), |named| format!("a {named} document").into())
}

/// What tells one document from another, whatever else is in it.
#[derive(Deserialize)]
struct InputShape {
    schema: Option<String>,
    local_code: Option<IgnoredAny>,
    principles: Option<IgnoredAny>,
    assertions: Option<IgnoredAny>,
    form: Option<IgnoredAny>,
}

impl InputShape {
    /// What the document is: what it says it is, else what it looks like.
    fn document(&self) -> Option<&str> {
        if let Some(schema) = &self.schema {
            return Some(schema.split('/').next().unwrap_or(schema));
        }
        let looks = [
            (&self.local_code, "statement"),
            (&self.principles, "local-code"),
            (&self.assertions, "agar"),
            (&self.form, "agar"),
        ];
        looks.into_iter().find_map(|(field, document)| field.is_some().then_some(document))
    }
}

impl Format {
    /// By the extension of a file's name, in any letters: `json` or `toml`.
    #[must_use]
    pub fn of(extension: &str) -> Option<Self> {
        let formats = [("json", Self::Json), ("toml", Self::Toml)];
        formats.into_iter().find_map(|(known, it)| known.eq_ignore_ascii_case(extension).then_some(it))
    }

    /// The values in bytes, whatever document they are; none where they are malformed.
    #[must_use]
    pub fn parse<T: DeserializeOwned>(self, bytes: &[u8]) -> Option<T> {
        let text = std::str::from_utf8(bytes).ok()?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match self {
            Self::Json => serde_json::from_str(text).ok(),
            Self::Toml => toml::from_str(text).ok(),
        }
    }

    /// Reads a document written in it.
    ///
    /// # Errors
    /// - [`ReadError`], as [`read::json()`] and [`read::toml()`] give it.
    pub fn read<T: Versioned + DeserializeOwned>(self, bytes: &[u8], name: &str) -> Result<T, ReadError> {
        match self {
            Self::Json => read::json(bytes, name),
            Self::Toml => read::toml(bytes, name),
        }
    }
}

impl Input {
    /// Reads a document: what it is its field `schema` says, or without one its shape.
    ///
    /// # Errors
    /// - [`InputError::Read`] for a document that is malformed or does not hold what it should;
    /// - [`InputError::NotCheckable`] for one that is something else.
    pub fn read(bytes: &[u8], format: Format, name: &str) -> Result<Self, InputError> {
        let shape = (bytes.len() <= read::MOST_BYTES).then(|| format.parse::<InputShape>(bytes)).flatten();
        let Some(shape) = shape else {
            // Reading it says what is wrong, and where.
            return Ok(Self::Statement(Box::new(format.read(bytes, name)?)));
        };
        match shape.document() {
            Some("statement") => Ok(Self::Statement(Box::new(format.read(bytes, name)?))),
            Some("local-code") => Ok(Self::LocalCode(Box::new(format.read(bytes, name)?))),
            Some("agar") => Ok(Self::Agar(Box::new(format.read(bytes, name)?))),
            document => {
                Err(InputError::NotCheckable { name: name.into(), document: document.map(Into::into) })
            }
        }
    }

    /// What it is.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        match self {
            Self::Statement(_) => Subject::Statement,
            Self::LocalCode(_) => Subject::LocalCode,
            Self::Agar(_) => Subject::Agar,
        }
    }

    /// The authority's name.
    #[must_use]
    pub fn authority(&self) -> &str {
        match self {
            Self::Statement(statement) => &statement.local_code.authority.name,
            Self::LocalCode(code) => &code.authority.name,
            Self::Agar(agar) => &agar.authority.name,
        }
    }

    /// The year it is for; none where it does not say.
    #[must_use]
    pub fn year(&self) -> Option<FinancialYear> {
        match self {
            Self::Statement(statement) => statement.year(),
            Self::LocalCode(code) => code.document.year,
            Self::Agar(agar) => agar.year,
        }
    }

    /// Checks it as at a day by those of the rules given that are for such documents; a statement is compared
    /// with last year's and with the version that was approved, where they are available.
    pub fn check<'a, 'b>(
        &self,
        earlier: impl Into<Earlier<'b>>,
        as_at: NaiveDate,
        rules: impl IntoIterator<Item = &'a Rule>,
    ) -> Report {
        match self {
            Self::Statement(statement) => check_with(statement, earlier, as_at, rules),
            Self::LocalCode(code) => check_code_with(code, as_at, rules),
            Self::Agar(agar) => check_agar_with(agar, as_at, rules),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn read(value: &impl serde::Serialize) -> Result<Input, InputError> {
        Input::read(&serde_json::to_vec(value).unwrap(), Format::Json, "paper.json")
    }

    #[test]
    fn a_paper_is_known_by_its_shape() {
        let statement = sample::statement();
        assert_eq!(read(&statement.local_code).unwrap().subject(), Subject::LocalCode);
        assert_eq!(read(&statement).unwrap(), Input::Statement(Box::new(statement)));
        assert_eq!(read(&sample::agar()).unwrap(), Input::Agar(Box::new(sample::agar())));
        let named = read(&serde_json::json!({ "form": "2", "authority": sample::agar().authority }));
        assert_eq!(named.unwrap().subject(), Subject::Agar);
    }

    #[test]
    fn what_is_no_paper_says_what_it_is() {
        let said = |value: serde_json::Value| read(&value).unwrap_err().to_string();
        assert!(said(serde_json::json!({})).starts_with("paper.json: this is no document we know;"));
        let report = said(serde_json::json!({ "schema": "report/1" }));
        assert!(report.starts_with("paper.json: this is a report document;"), "{report}");
    }

    #[test]
    fn a_broken_paper_is_told_at_its_place() {
        let broken = Input::read(b"{", Format::Json, "paper.json");
        assert!(matches!(broken, Err(InputError::Read(ReadError::Malformed { .. }))));
        let year = read(&serde_json::json!({ "local_code": {}, "review": {} }));
        assert!(matches!(year, Err(InputError::Read(ReadError::Content { .. }))));
    }

    #[test]
    fn a_notation_goes_by_the_extension() {
        assert_eq!((Format::of("JSON"), Format::of("toml")), (Some(Format::Json), Some(Format::Toml)));
        assert_eq!(Format::of("pdf"), None);
    }
}
