//! The JSON Schema, draft 2020-12, of each document.
//!
//! A schema accepts what the reader accepts, as far as JSON Schema can express it. [`Statement::assemble`] and the
//! rules check that identifiers are unique and that references lead somewhere.

use std::fmt;

use governance_model::{AnnualReview, LocalCode, Versioned};
use schemars::generate::{Contract, SchemaSettings};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::statement::SignOff;
use crate::{Agar, HouseStyle, Presentation, Report, Statement, Waivers};

/// The schema of one version of a document. It is written as `local-code/1`.
#[derive(Clone, Copy, Debug)]
pub struct DocumentSchema {
    /// The document's name, as in `local-code`.
    pub name: &'static str,
    /// The document's version, from 1.
    pub version: u32,
    make: fn() -> Value,
}

/// The schema of every document, each in the version that is written.
///
/// ```
/// let names: Vec<String> = ags::schema::ALL.iter().map(ToString::to_string).collect();
/// assert_eq!(
///     names,
///     [
///         "statement/1",
///         "local-code/1",
///         "review/1",
///         "sign-off/1",
///         "agar/1",
///         "waivers/1",
///         "presentation/1",
///         "house-style/1",
///         "report/1"
///     ]
/// );
/// ```
pub const ALL: &[DocumentSchema] = &[
    DocumentSchema::read::<Statement>(),
    DocumentSchema::read::<LocalCode>(),
    DocumentSchema::read::<AnnualReview>(),
    DocumentSchema::read::<SignOff>(),
    DocumentSchema::read::<Agar>(),
    DocumentSchema::read::<Waivers>(),
    DocumentSchema::read::<Presentation>(),
    DocumentSchema::read::<HouseStyle>(),
    DocumentSchema::written::<Report>(),
];

impl DocumentSchema {
    /// Of a document that is read: what may be left out is optional.
    const fn read<D: Versioned + JsonSchema>() -> Self {
        Self { name: D::NAME, version: D::VERSION, make: || make::<D>(Contract::Deserialize) }
    }

    /// Of a document that is only written: what is always written is required.
    const fn written<D: Versioned + JsonSchema>() -> Self {
        Self { name: D::NAME, version: D::VERSION, make: || make::<D>(Contract::Serialize) }
    }

    /// The schema itself. Its `$id` is as in `urn:ags:schema:local-code:1`.
    #[must_use]
    pub fn json(&self) -> Value {
        (self.make)()
    }
}

impl fmt::Display for DocumentSchema {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}/{}", self.name, self.version)
    }
}

fn make<D: Versioned + JsonSchema>(contract: Contract) -> Value {
    let mut settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(exact));
    settings.contract = contract;
    let mut schema = settings.into_generator().into_root_schema_for::<D>();
    schema.insert("$id".into(), format!("urn:ags:schema:{}:{}", D::NAME, D::VERSION).into());
    // In a serialised schema the title and the description come before the rest.
    serde_json::to_value(&schema).unwrap_or_else(|_| schema.to_value())
}

/// Writes out what the format of a number or a date means, since a validator need not know it, and removes what is
/// for Rust from descriptions.
fn exact(schema: &mut Schema) {
    match schema.get("format").and_then(Value::as_str) {
        Some("date") => {
            schema.insert("pattern".into(), "^[0-9]{4}-[0-9]{2}-[0-9]{2}$".into());
        }
        Some("uint32") => {
            schema.remove("format");
            schema.insert("maximum".into(), u32::MAX.into());
        }
        Some("uint8" | "uint16" | "uint") => {
            schema.remove("format");
        }
        _ => {}
    }
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = words(description);
    }
}

/// The words of a doc comment before its first example, a line to a paragraph, and names without their links.
fn words(comment: &str) -> String {
    let prose = comment.split("\n\n```").next().unwrap_or(comment).replace("[`", "`").replace("`]", "`");
    prose.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect::<Vec<_>>().join("\n\n")
}
