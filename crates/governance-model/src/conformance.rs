//! How far an authority conforms to the profession's codes and statements.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ActionId;
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::When;

/// How an authority compares with one published standard, on the principle of "comply or explain".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conformance {
    /// The standard.
    pub standard: Standard,
    /// Its edition as the authority names it, as in "2019".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Text>,
    /// How far; none where the authority does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<Degree>,
    /// What is done and, where it does not conform, why not and how the same effect is achieved, in words for a
    /// reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// When it was last compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessed: Option<When>,
    /// The actions that are to achieve conformance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionId>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// How far an authority conforms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Degree {
    /// Not at all.
    None,
    /// In part.
    Partial,
    /// In full.
    Full,
}

/// A professional standard that statements are compared with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Standard {
    /// Public Sector Internal Audit Standards up to 2024/25, Global Internal Audit Standards in the UK Public
    /// Sector from 2025/26.
    InternalAuditStandards,
    /// CIPFA, Code of Practice for the Governance of Internal Audit in UK Local Government (2025).
    InternalAuditGovernance,
    /// CIPFA, Statement on the Role of the Head of Internal Audit (2010, 2019).
    RoleOfHeadOfInternalAudit,
    /// CIPFA, Statement on the Role of the Chief Financial Officer in Local Government (2010, 2016).
    RoleOfChiefFinancialOfficer,
    /// CIPFA, Financial Management Code (2019).
    FinancialManagementCode,
    /// CIPFA, Code of Practice on Managing the Risk of Fraud and Corruption (2014).
    FraudAndCorruption,
    /// CIPFA, Position Statement on Audit Committees (2013, 2018, 2022).
    AuditCommittees,
    /// Local Government Transparency Code 2015, in England.
    TransparencyCode,
}
