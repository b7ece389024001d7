//! The sources of assurance that a review relies on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assessment::AssuranceLevel;
use crate::id::AssuranceId;
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::{FinancialYear, When};

/// A source of assurance. In a local code it says who gives assurance and how; in a review, what was given for
/// the year.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assurance {
    /// The same in the local code and in the reviews that rely on it.
    pub id: AssuranceId,
    /// Who gives it, by kind.
    pub kind: AssuranceKind,
    /// What it is, as in "Annual report of the Head of Internal Audit".
    pub title: Text,
    /// Who gives it, as in a post or a body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Text>,
    /// The year it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// When it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<When>,
    /// The opinion as a level; none where none was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<AssuranceLevel>,
    /// The level in the words of who gave it or of the review's scale; it must correspond to the level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_level: Option<Text>,
    /// What it found, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// The standard it was carried out to, as in "Public Sector Internal Audit Standards".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<Text>,
    /// The work that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text>,
    /// What it does not cover, or what limited the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// Who gives assurance, by kind.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AssuranceKind {
    /// Departments and managers, by signed assurance statements.
    Management,
    /// The head of internal audit's annual opinion.
    HeadOfInternalAudit,
    /// Statements of the statutory officers on their own professional duties.
    StatutoryOfficers,
    /// The chief financial officer.
    ChiefFinancialOfficer,
    /// The monitoring officer.
    MonitoringOfficer,
    /// The review of the constitution.
    Constitution,
    /// The committee charged with governance.
    AuditCommittee,
    /// Overview and scrutiny.
    Scrutiny,
    /// The external auditor.
    ExternalAudit,
    /// Inspectorates, regulators and ombudsmen.
    Regulators,
    /// A peer challenge.
    PeerChallenge,
}
