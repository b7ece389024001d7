//! Law and guidance as a document cites it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::provenance::Provenance;
use crate::text::Text;

/// An instrument and a provision, as an authority cites them; they may be wrong, and rules say so.
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
    pub of: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub from: Provenance,
}
