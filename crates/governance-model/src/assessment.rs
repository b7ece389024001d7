//! Assessments of how well arrangements work.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{EvidenceId, FrameworkRef, ScaleId};
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::FinancialYear;

/// An assessment of an arrangement in a year.
///
/// A score or level that was not given is absent, which is not the same as the lowest.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// What was assessed, in the framework's numbering; none where it is part of the arrangement it assesses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub framework_ref: Option<FrameworkRef>,
    /// The year it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The assessment as an assurance level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<AssuranceLevel>,
    /// The level in the authority's own words, from the scale of the review; it must correspond to the level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_level: Option<Text>,
    /// The assessment as a score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// The previous score, where the source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<Score>,
    /// How it changed since the previous assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Why, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// The evidence it is based on, from the local code or the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceId>,
    /// The evidence to be printed with the assessment, at most three pieces; the strongest where none is chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_points: Vec<EvidenceId>,
    /// What changed in the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
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

/// A scale for scores.
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
    /// Whether a number is on the scale, both ends included.
    #[must_use]
    pub fn holds(&self, value: u8) -> bool {
        (self.worst.min(self.best)..=self.worst.max(self.best)).contains(&value)
    }
}

/// How an assessment changed since the previous one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Better than before.
    Improved,
    /// Unchanged.
    Unchanged,
    /// Worse than before.
    Lowered,
}

/// The most key points of an assessment, inclusive.
pub const KEY_POINTS: usize = 3;

/// One level of an authority's own scale of assurance, and what it corresponds to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScaleLevel {
    /// The authority's word for it, as in "Moderate".
    pub name: Text,
    /// The level it corresponds to, for the rules.
    pub level: AssuranceLevel,
    /// What the authority means by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Text>,
    /// The colour that the authority reports it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rag: Option<Rag>,
}

/// A rating of red, amber or green.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rag {
    /// Red.
    Red,
    /// Amber.
    Amber,
    /// Green.
    Green,
}
