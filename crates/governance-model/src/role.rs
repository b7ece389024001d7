//! Who is responsible for the governance arrangements.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::RoleId;
use crate::provenance::Provenance;
use crate::text::Text;

/// A post or body with a part in governance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Unique within one local code.
    pub id: RoleId,
    /// Its name, as in "Corporate Governance Committee".
    pub title: Text,
    /// Its part in governance.
    pub kind: RoleKind,
    /// Other names for it in the documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// The post that holds it, where it is a function, as in "Chief Executive".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_by: Option<Text>,
    /// What it does for governance, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The part of a role in governance.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum RoleKind {
    /// The authority itself: all members.
    Authority,
    /// The executive: a cabinet, a mayor, or the committees that decide.
    Executive,
    /// The committee charged with governance, whatever it is called.
    AuditCommittee,
    /// Overview and scrutiny, and regulatory committees.
    Committees,
    /// The senior officers as a team.
    Management,
    /// Head of paid service, Local Government and Housing Act 1989 s. 4.
    HeadOfPaidService,
    /// Monitoring officer, Local Government and Housing Act 1989 s. 5.
    MonitoringOfficer,
    /// The officer responsible for financial affairs, Local Government Act 1972 s. 151.
    ChiefFinancialOfficer,
    /// Internal audit or its head.
    InternalAudit,
    /// The local auditor, Local Audit and Accountability Act 2014.
    ExternalAudit,
    /// Another post or body.
    Other,
}
