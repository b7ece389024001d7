//! The schema name and version at the beginning of every document.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A document with a file of its own.
///
/// The version is increased when a document of the previous version would be read differently, or a reader of the
/// previous version could not read the new one. The version of a document that contains others is increased with
/// each of them.
pub trait Versioned {
    /// Its name in lower case, as in `local-code`.
    const NAME: &'static str;
    /// The version written, and the newest one read; the first is 1.
    const VERSION: u32;
}

/// The field `schema` of a document: its name and version, as in `local-code/1`.
///
/// It is always written. Where it is missing, the document is read as the current version; the name of another
/// document is an error, and so is a newer version.
///
/// ```
/// use governance_model::{AnnualReview, read};
/// let toml = "schema = 'review/2'\nauthority = 'Example'\nsomething_new = 1\n";
/// let error = read::toml::<AnnualReview>(toml.as_bytes(), "review.toml").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "review.toml:1:10: /schema: this document is review/2, and this version of the library reads up to \
///      review/1; update the library"
/// );
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(
    try_from = "String",
    into = "String",
    bound(serialize = "D: Versioned + Clone", deserialize = "D: Versioned")
)]
pub struct Schema<D>(PhantomData<D>);

/// Why a text is not the schema of the expected document.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum SchemaError {
    /// It is not a name and version.
    #[error("{raw:?} is not the name and version of a document; write {wanted}")]
    Form {
        /// What was read, at most its first 40 characters.
        raw: String,
        /// What to write.
        wanted: String,
    },
    /// It is another document.
    #[error("this document is {raw}, but {wanted} is expected here; give the expected document")]
    Other {
        /// What was read.
        raw: String,
        /// The schema that is expected.
        wanted: String,
    },
    /// It is newer than this version of the library.
    #[error(
        "this document is {raw}, and this version of the library reads up to {known}; update the library"
    )]
    Newer {
        /// What was read.
        raw: String,
        /// The newest that can be read.
        known: String,
    },
}

impl<D> Default for Schema<D> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<D: Versioned> fmt::Display for Schema<D> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}/{}", D::NAME, D::VERSION)
    }
}

impl<D: Versioned> TryFrom<String> for Schema<D> {
    type Error = SchemaError;
    fn try_from(raw: String) -> Result<Self, SchemaError> {
        let schema = Self::default();
        let wanted = schema.to_string();
        match name_and_version(&raw) {
            None => Err(SchemaError::Form { raw: raw.chars().take(40).collect(), wanted }),
            Some((name, _)) if name != D::NAME => Err(SchemaError::Other { raw, wanted }),
            Some((_, version)) if version > D::VERSION => Err(SchemaError::Newer { raw, known: wanted }),
            Some(_) => Ok(schema),
        }
    }
}

impl<D: Versioned> From<Schema<D>> for String {
    fn from(schema: Schema<D>) -> Self {
        schema.to_string()
    }
}

/// A name of at most 40 lower-case letters and hyphens, and a version from 1.
fn name_and_version(raw: &str) -> Option<(&str, u32)> {
    let (name, version) = raw.split_once('/')?;
    let named =
        (1..=40).contains(&name.len()) && name.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase());
    let counted = version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0');
    if named && counted { Some((name, version.parse().ok()?)) } else { None }
}

impl<D: Versioned> JsonSchema for Schema<D> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Schema_of_{}", D::NAME).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> schemars::Schema {
        let versions = (1..=D::VERSION).map(|version| format!("{}/{version}", D::NAME));
        json_schema!({ "type": "string", "enum": versions.collect::<Vec<_>>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Review;

    impl Versioned for Review {
        const NAME: &'static str = "review";
        const VERSION: u32 = 1;
    }

    fn read(raw: &str) -> Result<String, String> {
        Schema::<Review>::try_from(raw.to_owned()).map(String::from).map_err(|error| error.to_string())
    }

    #[test]
    fn the_current_version_is_read_and_the_next_is_not() {
        assert_eq!(read("review/1"), Ok("review/1".into()));
        assert_eq!(
            read("review/2").unwrap_err(),
            "this document is review/2, and this version of the library reads up to review/1; update the library"
        );
    }

    #[test]
    fn another_document_is_named_with_the_expected_one() {
        assert_eq!(
            read("local-code/7").unwrap_err(),
            "this document is local-code/7, but review/1 is expected here; give the expected document"
        );
    }

    #[test]
    fn an_invalid_schema_is_reported_with_what_to_write() {
        for raw in [
            "",
            "review",
            "review/",
            "/1",
            "review/0",
            "review/01",
            "review/+1",
            "Review/1",
            "review/1/1",
            "review/4294967296",
        ] {
            assert!(
                read(raw).unwrap_err().ends_with("is not the name and version of a document; write review/1"),
                "{raw}"
            );
        }
    }
}
