//! The significant issues, and the tables of actions.

use ags_statement::english;
use governance_model::{ActionStatus, NoActionKind, Significance, When};

pub(crate) const HEADING: &str = "Significant issues and action plan";
pub(crate) const CAPTION: &str = "Action plan for the significant issues";
pub(crate) const PLAN: &str = "Action plan";
pub(crate) const ISSUE: &str = "Issue";
pub(crate) const AREA: &str = "What falls short";
pub(crate) const ACTION: &str = "Action";
pub(crate) const OWNER: &str = "Owner";
pub(crate) const DUE: &str = "Due";
pub(crate) const STATUS: &str = "Status";
pub(crate) const NO_ACTION: &str = "No action is stated";
pub(crate) const SEE_ABOVE: &str = "The actions above cover this too";
pub(crate) const CARRIED: &str = "It carries on from last year's statement.";
pub(crate) const NO_DETAIL: &str = "The statement does not say more about this issue.";

pub(crate) fn issue(place: usize, title: &str) -> String {
    format!("Issue {place}: {title}")
}

pub(crate) fn unnamed(place: usize) -> String {
    format!("Issue {place}")
}

/// Why an issue is significant; none where no reason is given.
pub(crate) fn grounds(reasons: &[Significance]) -> Option<String> {
    let reasons: Vec<String> = reasons.iter().map(|reason| significance(*reason).into()).collect();
    (!reasons.is_empty()).then(|| format!("It is significant because {}.", english::list(&reasons)))
}

const fn significance(reason: Significance) -> &'static str {
    match reason {
        Significance::HinderedAnObjective => "it seriously hindered a principal objective",
        Significance::TookResources => "it took extra money or resources from elsewhere",
        Significance::MaterialToTheAccounts => "it had a material effect on the accounts",
        Significance::AuditCommittee => "the audit committee judged it so",
        Significance::HeadOfInternalAudit => "the head of internal audit reported it so",
        Significance::PublicInterest => "it drew much public interest or harmed the authority's name",
        Significance::RegulatoryAction => "it led to formal action by a regulator",
        Significance::FormalAction => {
            "it led to formal action by the chief financial officer or the monitoring officer"
        }
    }
}

/// The first due date of an action, and the revised one.
pub(crate) fn due(first: Option<When>, revised: Option<When>) -> Option<String> {
    let revised = revised.map(|due| format!("now {}", english::deadline(due)));
    let days: Vec<String> = first.map(english::deadline).into_iter().chain(revised).collect();
    (!days.is_empty()).then(|| english::capital(&days.join(", ")))
}

pub(crate) fn postponed(reason: &str) -> String {
    format!("Why it is later: {reason}")
}

pub(crate) fn outcome(outcome: &str) -> String {
    format!("To achieve: {outcome}")
}

pub(crate) const fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::NotStarted => "Not started",
        ActionStatus::Open => "Under way",
        ActionStatus::Delayed => "Delayed",
        ActionStatus::Completed => "Completed",
        ActionStatus::Withdrawn => "Withdrawn",
        _ => english::NOT_STATED,
    }
}

pub(crate) const fn no_action(kind: NoActionKind) -> &'static str {
    match kind {
        NoActionKind::Empty => english::NOT_STATED,
        NoActionKind::NoneIdentified => "No specific actions identified.",
        NoActionKind::MaintainStandards => "No specific actions, but current standards are to be maintained.",
        NoActionKind::NotApplicable => "Not applicable.",
    }
}
