//! How severe a breach of a rule is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How severe a breach of a rule is, the most severe first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Breach of a regulation.
    Statutory,
    /// Departure from proper practices, which the regulations make binding.
    ProperPractice,
    /// Good practice.
    Advisory,
}

impl Severity {
    /// All of them, the most severe first.
    pub const ALL: [Self; 3] = [Self::Statutory, Self::ProperPractice, Self::Advisory];

    /// As it is written in reports: `statutory`, `proper-practice` or `advisory`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statutory => "statutory",
            Self::ProperPractice => "proper-practice",
            Self::Advisory => "advisory",
        }
    }
}
