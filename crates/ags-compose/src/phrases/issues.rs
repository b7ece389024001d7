//! The significant issues.

use governance_model::Significance;

pub(crate) const HEADING: &str = "Significant issues and action plan";
pub(crate) const PLAN: &str = "Action plan";
pub(crate) const CAPTION: &str = "Actions on significant issues";
pub(crate) const CARRIED: &str = "We carried this issue forward from last year.";

pub(crate) fn title(number: usize, title: &str) -> String {
    format!("Issue {number}: {title}")
}

pub(crate) fn number(number: usize) -> String {
    format!("Issue {number}")
}

pub(crate) fn description(number: usize) -> String {
    format!("what issue {number} is")
}

pub(crate) fn action(number: usize) -> String {
    format!("the action on issue {number}, who is responsible and when it is due")
}

pub(crate) fn grounds(reasons: &str) -> String {
    format!("It is significant because {reasons}.")
}

/// A reason, in the conditional unless it states a decision or an act that is declared; `actor` is who took formal
/// action, where the review says so.
pub(crate) fn significance(reason: Significance, actor: Option<&str>) -> String {
    match (reason, actor) {
        (Significance::HinderedAnObjective, _) => {
            "it could prevent us from achieving a principal objective".into()
        }
        (Significance::TookResources, _) => {
            "it could require resources to be diverted from other services".into()
        }
        (Significance::MaterialToTheAccounts, _) => "it could have a material effect on the accounts".into(),
        (Significance::AuditCommittee, _) => "the audit committee considers it significant".into(),
        (Significance::HeadOfInternalAudit, _) => {
            "the head of internal audit reported it as significant".into()
        }
        (Significance::PublicInterest, _) => {
            "it could attract significant public interest or damage our reputation".into()
        }
        (Significance::FormalAction | Significance::RegulatoryAction, Some(actor)) => {
            format!("it led to formal action by {actor}")
        }
        (Significance::FormalAction, None) => "it led to formal action by a statutory officer".into(),
        (Significance::RegulatoryAction, None) => "it led to formal action by an external body".into(),
    }
}
