//! Companies, partnerships and other bodies through which an authority acts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::AssuranceId;
use crate::provenance::Provenance;
use crate::text::Text;

/// A body through which the authority acts and whose governance its statement covers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupBody {
    /// Its name.
    pub name: Text,
    /// What kind of body it is.
    pub kind: GroupBodyKind,
    /// The assurance that the review has about its governance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assurance: Option<AssuranceId>,
    /// How its governance was reviewed, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The kinds of body through which an authority acts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum GroupBodyKind {
    /// A company it owns or controls.
    Company,
    /// A joint venture.
    JointVenture,
    /// A partnership.
    Partnership,
    /// A service shared with other authorities.
    SharedService,
    /// A trust or charity.
    Trust,
}
