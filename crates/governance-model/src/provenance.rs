//! The sources of facts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::DocumentId;
use crate::text::Text;

/// The source of a fact: the authority states it here, a document states it, or it is illustrative.
///
/// In TOML: `from.document = { id = "local-code-2022", line = 68 }` or `from.illustrative = "no date is given"`;
/// where it is left out, it is [`Provenance::Declared`].
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// The authority states it here.
    #[default]
    Declared,
    /// A document states it, at this location.
    Document(Place),
    /// It is invented to show what belongs here, and is marked as such when rendered. The words say what the
    /// source lacks.
    Illustrative(Text),
}

/// A location in a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The document.
    pub id: DocumentId,
    /// The line of its text, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The last line, inclusive, where it runs over several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_line: Option<u32>,
    /// The column of the table on that line, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// Which of several points in that line or cell, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<u32>,
    /// The original words, before any correction or split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Text>,
    /// The original words of the whole cell, where it was split into several points; kept on the first of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Text>,
    /// How certain the reading is, in per cent from 0 to 100; none where a person read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// What else a reader should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Provenance {
    /// Whether the authority states it here.
    #[must_use]
    pub const fn is_declared(&self) -> bool {
        matches!(self, Self::Declared)
    }

    /// Whether it is invented to show what belongs here.
    #[must_use]
    pub const fn is_illustrative(&self) -> bool {
        matches!(self, Self::Illustrative(_))
    }
}
