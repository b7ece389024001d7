//! How far the authority conforms to professional codes and statements.

use ags_statement::english;
use governance_model::{Degree, Standard, When};

pub(crate) const HEADING: &str = "How we compare with professional standards";
pub(crate) const CAPTION: &str = "Standards of the profession, and how far we follow them";
pub(crate) const STANDARD: &str = "Standard";
pub(crate) const DEGREE: &str = "How far";
pub(crate) const EXPLANATION: &str = "What we do, and why";
pub(crate) const NOTHING_TO_EXPLAIN: &str = "Followed in full, so there is nothing to explain.";
pub(crate) const ACTIONS: &str = "The actions below say how we will follow it.";

pub(crate) fn edition(edition: &str) -> String {
    format!("Edition: {edition}")
}

pub(crate) fn assessed(when: When) -> String {
    format!("Last compared: {}", english::when(when))
}

pub(crate) const fn degree(degree: Option<Degree>) -> &'static str {
    match degree {
        None => english::NOT_STATED,
        Some(Degree::None) => "Not followed",
        Some(Degree::Partial) => "In part",
        Some(Degree::Full) => "In full",
    }
}

pub(crate) const fn standard(standard: Standard) -> &'static str {
    match standard {
        Standard::InternalAuditStandards => "Standards of internal audit in the public sector",
        Standard::InternalAuditGovernance => {
            "Code of Practice for the Governance of Internal Audit in UK Local Government"
        }
        Standard::RoleOfHeadOfInternalAudit => "Statement on the Role of the Head of Internal Audit",
        Standard::RoleOfChiefFinancialOfficer => {
            "Statement on the Role of the Chief Financial Officer in Local Government"
        }
        Standard::FinancialManagementCode => "Financial Management Code",
        Standard::FraudAndCorruption => "Code of Practice on Managing the Risk of Fraud and Corruption",
        Standard::AuditCommittees => "Position Statement on Audit Committees",
        Standard::TransparencyCode => "Local Government Transparency Code",
        _ => english::NOT_STATED,
    }
}
