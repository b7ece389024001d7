//! Prose that belongs to no arrangement.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::provenance::Provenance;
use crate::text::Text;

/// A paragraph of a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Its words.
    pub text: Text,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}
