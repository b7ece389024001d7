//! Files that travel with a document.

use serde::Serialize;

/// A file of text that travels with a document, such as the statement it was composed from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Attachment {
    /// The name of the file, as in `statement.json`; unique in a document.
    pub name: String,
    /// Its media type, as in `application/json`.
    pub media_type: &'static str,
    /// One sentence on its content.
    pub description: String,
    /// What it is to the document.
    pub relationship: Relationship,
    /// Its content, in UTF-8.
    pub content: String,
}

/// What an attached file is to the document it travels with; ISO 19005-3:2012, 6.8, `AFRelationship`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relationship {
    /// The document was made from it.
    Source,
    /// What the document shows, in machine-readable form.
    Data,
    /// It adds to the document.
    Supplement,
}
