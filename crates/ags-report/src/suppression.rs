//! What a waiver does to a finding.

use chrono::NaiveDate;
use governance_model::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::severity::Severity;

/// What a waiver does to a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suppression {
    /// Whether it lifts the finding or only annotates it.
    pub status: SuppressionStatus,
    /// Why.
    pub reason: Text,
    /// Who accepted it.
    pub accepted_by: Text,
    /// The last day on which it holds, inclusive.
    pub until: NaiveDate,
}

/// Whether a waiver lifts a finding.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SuppressionStatus {
    /// It does: the finding counts no longer.
    Accepted,
    /// It does not: the finding is of a breach of a regulation, and counts as before.
    Rejected,
}

impl SuppressionStatus {
    /// What a waiver does to a finding of a rule: nobody may waive a regulation.
    #[must_use]
    pub const fn on(severity: Severity) -> Self {
        match severity {
            Severity::Statutory => Self::Rejected,
            Severity::ProperPractice | Severity::Advisory => Self::Accepted,
        }
    }
}
