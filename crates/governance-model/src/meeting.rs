//! Meetings whose papers set out governance arrangements.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::When;

/// A meeting of a body, as far as the source records it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The body that met.
    pub body: Text,
    /// When it met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Where it met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Text>,
    /// How many members were present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u16>,
    /// Its minutes, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minutes: Vec<Minute>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// A minute of a meeting.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Minute {
    /// Its number, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// Its title.
    pub title: Text,
    /// What was resolved, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolved: Vec<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}
