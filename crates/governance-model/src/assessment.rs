//! Judgements on how well arrangements work.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{EvidenceId, FrameworkRef, ScaleId};
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::FinancialYear;

/// A judgement on an arrangement in a year.
///
/// A score or level that was not given is absent, which is not the same as the lowest one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// What was judged, in the framework's numbering; none where it stands inside the arrangement it judges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<FrameworkRef>,
    /// The year it speaks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The judgement as an assurance level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<AssuranceLevel>,
    /// The judgement as a score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// The score of the time before, where the source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<Score>,
    /// Which way it moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Why, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// The evidence it rests on, of the local code or of the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceId>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub from: Provenance,
}

/// How much assurance there is: the four levels UK public sector internal auditors commonly use, the lowest
/// first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AssuranceLevel {
    /// Immediate action is needed: arrangements do not exist or do not work.
    No,
    /// Significant gaps or weaknesses.
    Limited,
    /// Generally sound, with matters that need improvement.
    Reasonable,
    /// Sound, and applied consistently.
    Substantial,
}

impl fmt::Display for AssuranceLevel {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::No => "no assurance",
            Self::Limited => "limited assurance",
            Self::Reasonable => "reasonable assurance",
            Self::Substantial => "substantial assurance",
        })
    }
}

/// A score on a scale that the local code or review declares.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The scale.
    pub scale: ScaleId,
    /// The number given; the scale's bounds are inclusive.
    pub value: u8,
}

/// A scale that scores are given on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The worst score, inclusive.
    pub worst: u8,
    /// The best score, inclusive; may be the smaller number.
    pub best: u8,
    /// What the numbers mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Text>,
}

impl Scale {
    /// Whether a number lies on the scale, both ends included.
    #[must_use]
    pub fn holds(&self, value: u8) -> bool {
        (self.worst.min(self.best)..=self.worst.max(self.best)).contains(&value)
    }
}

/// Which way a judgement moved since the time before.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Better than before.
    Improved,
    /// As before.
    Unchanged,
    /// Worse than before.
    Lowered,
}
