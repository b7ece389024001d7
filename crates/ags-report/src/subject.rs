//! What can be checked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What can be checked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An Annual Governance Statement.
    Statement,
    /// A local code of governance.
    LocalCode,
    /// An Annual Governance and Accountability Return.
    Agar,
    /// A file of waivers.
    Waivers,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Statement, Self::LocalCode, Self::Agar, Self::Waivers];

    /// As it is written in reports: `statement`, `local-code`, `agar` or `waivers`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::LocalCode => "local-code",
            Self::Agar => "agar",
            Self::Waivers => "waivers",
        }
    }
}
