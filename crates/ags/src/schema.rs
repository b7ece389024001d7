//! What each document looks like, as JSON Schema, draft 2020-12.
//!
//! A schema takes what the reader takes, as far as JSON Schema can say it. That identifiers are unique and that
//! references lead somewhere is for [`Statement::assemble`] and the rules.

use std::fmt;

use governance_model::{AnnualReview, LocalCode, Versioned};
use schemars::generate::{Contract, SchemaSettings};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::statement::SignOff;
use crate::{Agar, HouseStyle, Report, Statement, Waivers};

/// The schema of one version of a document. It is printed as `local-code/1`.
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
///     ["statement/1", "local-code/1", "review/1", "sign-off/1", "agar/1", "waivers/1", "house-style/1", "report/1"]
/// );
/// ```
pub const ALL: &[DocumentSchema] = &[
    DocumentSchema::read::<Statement>(),
    DocumentSchema::read::<LocalCode>(),
    DocumentSchema::read::<AnnualReview>(),
    DocumentSchema::read::<SignOff>(),
    DocumentSchema::read::<Agar>(),
    DocumentSchema::read::<Waivers>(),
    DocumentSchema::read::<HouseStyle>(),
    DocumentSchema::written::<Report>(),
];

impl DocumentSchema {
    /// Of a document that is read: what may be left out need not be there.
    const fn read<D: Versioned + JsonSchema>() -> Self {
        Self { name: D::NAME, version: D::VERSION, make: || make::<D>(Contract::Deserialize) }
    }

    /// Of a document that is only written: what is always written is there.
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
    // Written, a schema has its title and description before the rest.
    serde_json::to_value(&schema).unwrap_or_else(|_| schema.to_value())
}

/// Says what the format of a number or a date stands for, since a validator need not know it, and leaves out of
/// a description what is for Rust.
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
