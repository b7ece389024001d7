//! The JSON Schemas of the documents.

use ags::schema::{self, DocumentSchema};
use serde_json::Value;

use crate::error::Error;

/// The names of all documents with a schema, as in `local-code/1`.
///
/// ```
/// assert!(ags_facade::schemas().contains(&"statement/1".to_owned()));
/// ```
#[must_use]
pub fn schemas() -> Vec<String> {
    schema::ALL.iter().map(ToString::to_string).collect()
}

/// The schema of a document, by its name with or without the version.
///
/// # Errors
/// - [`InvalidRequest`](crate::error::ErrorKind::InvalidRequest) if there is no such document, with the names of all.
///
/// ```
/// assert_eq!(ags_facade::schema("agar")?["$id"], "urn:ags:schema:agar:1");
/// assert!(ags_facade::schema("minutes").is_err());
/// # Ok::<(), ags_facade::Error>(())
/// ```
pub fn schema(name: &str) -> Result<Value, Error> {
    let matches = |one: &&DocumentSchema| one.name == name || one.to_string() == name;
    schema::ALL.iter().find(matches).map(DocumentSchema::json).ok_or_else(|| {
        Error::option("", format!("there is no document {name}; there are {}", schemas().join(", ")))
    })
}
