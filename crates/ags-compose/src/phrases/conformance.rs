//! How far the authority conforms to professional codes and statements.

use ags_statement::english;
use governance_model::{Degree, Standard, When};

use super::prompts;

pub(crate) const CAPTION: &str = "Conformance with professional standards and codes";
pub(crate) const STANDARD: &str = "Standard or code";
pub(crate) const DEGREE: &str = "Conformance";
pub(crate) const EXPLANATION: &str = "Explanation";
pub(crate) const FULLY_COMPLIANT: &str = "Fully compliant.";

pub(crate) fn actions(actions: &[usize]) -> Option<String> {
    prompts::actions(actions).map(|actions| format!("See {actions}."))
}

/// An edition that is named by its year.
pub(crate) fn edition(year: &str) -> String {
    format!("{year} edition")
}

pub(crate) fn assessed(when: When) -> String {
    format!("Last assessed {}.", english::at(when))
}

pub(crate) const fn degree(degree: Degree) -> &'static str {
    match degree {
        Degree::None => "None",
        Degree::Partial => "Partial",
        Degree::Full => "Full",
    }
}

pub(crate) const fn standard(standard: Standard) -> &'static str {
    match standard {
        Standard::InternalAuditStandards => "Internal audit standards for the UK public sector",
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
