//! The significant issues.

use ags_statement::english;
use governance_model::{MatterKind, Significance};

use super::sign_off::body as the;

pub(crate) const HEADING: &str = "Significant issues and action plan";
pub(crate) const MISSING: &str = "the significant governance issues, or that there are none";
pub(crate) const PLAN: &str = "Action plan";
pub(crate) const CAPTION: &str = "Actions on significant issues";
pub(crate) const CARRIED: &str = "We carried this issue forward from an earlier statement.";

pub(crate) fn title(number: usize, title: &str) -> String {
    format!("Issue {number}: {title}")
}

pub(crate) fn number(number: usize) -> String {
    format!("Issue {number}")
}

pub(crate) fn description(number: usize) -> String {
    format!("a description of issue {number}")
}

pub(crate) fn action(number: usize) -> String {
    format!("the action on issue {number}, who is responsible and when it is due")
}

pub(crate) const AUDIT_COMMITTEE: &str = "audit committee";
pub(crate) const REPORTED_BY_INTERNAL_AUDIT: &str =
    "The Head of Internal Audit reported this issue as significant.";
pub(crate) const A_REGULATOR: &str = "a regulator, an inspectorate or the government";

/// The officer who makes a report of a kind, or either where there is none.
pub(crate) const fn officer(report: Option<MatterKind>) -> &'static str {
    match report {
        Some(MatterKind::Section114Report) => "the chief financial officer",
        Some(MatterKind::MonitoringOfficerReport) => "the monitoring officer",
        _ => "the chief financial officer or the monitoring officer",
    }
}

pub(crate) fn because(effects: &str) -> String {
    format!("It is significant because it {effects}.")
}

/// What the issue could do, in the conditional; none for a judgement or an act.
pub(crate) const fn effect(ground: Significance) -> Option<&'static str> {
    match ground {
        Significance::HinderedAnObjective => Some("could prevent us from achieving a principal objective"),
        Significance::TookResources => Some("could require resources to be diverted from other services"),
        Significance::MaterialToTheAccounts => Some("could have a material effect on the accounts"),
        Significance::PublicInterest => {
            Some("could attract significant public interest or damage our reputation")
        }
        Significance::AuditCommittee
        | Significance::HeadOfInternalAudit
        | Significance::FormalAction
        | Significance::RegulatoryAction => None,
    }
}

pub(crate) fn considered_by(body: &str) -> String {
    format!("{} considers this issue significant.", english::capital(&the(body)))
}

pub(crate) fn formal_action(actor: Option<&str>, unnamed: &str) -> String {
    format!("It led to formal action by {}.", actor.map_or_else(|| unnamed.into(), the))
}
