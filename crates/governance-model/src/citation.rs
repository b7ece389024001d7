//! Law and guidance as cited by a document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::provenance::Provenance;
use crate::text::Text;

/// An instrument and a provision as an authority cites them. They may be wrong; rules check them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedInstrument {
    /// The instrument, as in "Accounts and Audit Regulations 2015".
    pub instrument: Text,
    /// The provision, as in "6(1)(a)"; none where the instrument is cited as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<Text>,
    /// What it is cited for, as in "the annual review".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}
