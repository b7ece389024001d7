//! What shows that an arrangement exists and works.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::EvidenceId;
use crate::provenance::Provenance;
use crate::text::Text;
use crate::web_address::WebAddress;
use crate::year::When;

/// A piece of evidence: one thing that shows an arrangement exists or works.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Unique within one local code or review.
    pub id: EvidenceId,
    /// What it shows, in words for a reader.
    pub text: Text,
    /// What kind of evidence it is.
    pub kind: EvidenceKind,
    /// Whether it exists in writing or was seen in practice.
    pub basis: EvidenceBasis,
    /// Whether it is in place yet.
    #[serde(default, skip_serializing_if = "State::is_in_place")]
    pub state: State,
    /// The date or period it relates to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The post or body responsible for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Text>,
    /// The name of the document, body or role, the same wherever it is evidence, as in "Constitution".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Words that lead into its parts, as in "Constitution:".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_in: Option<Text>,
    /// Its parts, where the source lists them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Text>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The kinds of evidence.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum EvidenceKind {
    /// A policy, strategy, code, plan or protocol.
    Document,
    /// A committee, board, group or partnership.
    Body,
    /// A post, or a person's duty.
    Role,
    /// A way of working.
    Process,
    /// A register, website, data set or computer system.
    System,
    /// A report made in the period.
    Report,
    /// An independent review, audit or inspection.
    Review,
    /// Training or development.
    Training,
    /// A single event.
    Event,
    /// A published statement or declaration.
    Statement,
}

/// Whether evidence exists in writing or was seen in practice.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceBasis {
    /// It says what is to be done: a policy, a duty, a structure.
    Documented,
    /// It shows that something was done: a report, training, a review with its result.
    Operating,
}

/// Whether something is in place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is in place.
    #[default]
    InPlace,
    /// It is being developed.
    InDevelopment,
    /// It is planned.
    Planned,
}

impl State {
    /// Whether it is in place.
    #[must_use]
    pub const fn is_in_place(&self) -> bool {
        matches!(self, Self::InPlace)
    }
}
