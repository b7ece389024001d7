//! How the review was made and what its sources gave.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{AssuranceKind, FinancialYear, When};

pub(crate) const HEADING: &str = "Review of effectiveness";
pub(crate) const MADE: &str = "How the review was made";
pub(crate) const NO_PROCESS: &str = "The statement does not say how the review was made.";
pub(crate) const NOT_COMPLETED: &str = "The statement does not say when the review was completed.";
pub(crate) const LED_BY: &str = "It was led by:";
pub(crate) const STEPS: &str = "These were its steps:";
pub(crate) const SOURCES: &str = "What the sources of assurance found";
pub(crate) const NO_SOURCES: &str =
    "The statement does not say what any source of assurance found for the year.";
pub(crate) const CAPTION: &str = "Sources of assurance for the review";
pub(crate) const SOURCE: &str = "Source";
pub(crate) const GIVEN_BY: &str = "Given by";
pub(crate) const FOUND: &str = "What it found";
pub(crate) const LEVEL: &str = "Level of assurance";
pub(crate) const NO_LEVEL: &str = "No level given";
pub(crate) const MISSING: &str =
    "The local code also names these sources. The statement does not say what they found for the year:";

pub(crate) fn completed(on: NaiveDate, covers: Option<FinancialYear>) -> String {
    let covers = covers.map_or_else(String::new, |year| format!(" of {year}"));
    format!("The review{covers} was completed on {}.", english::date(on))
}

pub(crate) fn not_completed(covers: FinancialYear) -> String {
    format!("The review covers {covers}. {NOT_COMPLETED}")
}

pub(crate) fn given(given: Option<When>, year: Option<FinancialYear>) -> Option<String> {
    let year = year.map(|year| format!("for {year}"));
    let given = given.map(english::when);
    Some(english::capital(&given.into_iter().chain(year).collect::<Vec<_>>().join(", ")))
        .filter(|it| !it.is_empty())
}

pub(crate) fn standard(standard: &str) -> String {
    format!("Made to the {standard}.")
}

pub(crate) const fn giver(kind: AssuranceKind) -> &'static str {
    match kind {
        AssuranceKind::Management => "Managers",
        AssuranceKind::HeadOfInternalAudit => "Head of internal audit",
        AssuranceKind::StatutoryOfficers => "Statutory officers",
        AssuranceKind::ChiefFinancialOfficer => "Chief financial officer",
        AssuranceKind::MonitoringOfficer => "Monitoring officer",
        AssuranceKind::AuditCommittee => "Audit committee",
        AssuranceKind::Scrutiny => "Overview and scrutiny",
        AssuranceKind::ExternalAudit => "External auditor",
        AssuranceKind::Regulators => "Regulators and inspectorates",
        AssuranceKind::PeerChallenge => "Peers from other authorities",
        _ => english::NOT_STATED,
    }
}
