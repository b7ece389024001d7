//! QA-OWNER: Actions without a clear owner or date.

use governance_model::{Action, ActionStatus, Text, When};

use super::citations::BARNSLEY;
use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// QA-OWNER.
pub const RULE: Rule = Rule {
    code: "QA-OWNER",
    name: "actions-without-a-clear-owner-or-date",
    title: "Actions without a clear owner or date",
    requirement: "Each open action gives the post that owns it, a due date and its status.",
    method: "Each open action of the review has owners that are posts or bodies of members and not a team, \
        a service, a department or everybody; a due date that is a day or a month and not a whole year; \
        and a status or progress. One such action for each significant issue is required by FW16-PLAN, and \
        the actions of the local code are checked by CODE-PLAN.",
    rationale: "Members asked for the owner, the date and the progress of each action. A team cannot be \
        asked to explain a delay, and an action due in a year is not late until the year is over.",
    limitations: "Whether the post exists and its holder knows of the action.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[BARNSLEY],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// Words of those who are nobody in particular.
const TEAMS: [&str; 17] = [
    "all",
    "department",
    "departments",
    "directorate",
    "directorates",
    "division",
    "everybody",
    "everyone",
    "service",
    "services",
    "staff",
    "tba",
    "tbc",
    "team",
    "teams",
    "unit",
    "various",
];

/// Words of a post or of a body of members, whatever else stands beside them.
const POSTS: [&str; 26] = [
    "accountant",
    "auditor",
    "board",
    "cabinet",
    "chair",
    "chairman",
    "chief",
    "clerk",
    "committee",
    "coordinator",
    "deputy",
    "director",
    "executive",
    "head",
    "holder",
    "lawyer",
    "lead",
    "leader",
    "manager",
    "mayor",
    "member",
    "officer",
    "partner",
    "secretary",
    "solicitor",
    "treasurer",
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let actions = context.statement.review.actions.iter().enumerate();
    let open: Vec<_> = actions.filter(|(_, action)| action.status.is_open()).collect();
    if open.is_empty() {
        return Outcome::not_applicable("The review lists no open action.");
    }
    Outcome::of(open.into_iter().flat_map(|(index, action)| faults(index, action)).collect())
}

fn faults(index: usize, action: &Action) -> Vec<Finding> {
    let at = Pointer::root().key("review").key("actions").index(index);
    let finding = |at: &Pointer, says: String, fix: &str| {
        Finding::new(at, says, fix).quoting(&action.text, &action.source)
    };
    let mut findings = Vec::new();
    if action.owners.iter().all(Text::is_blank) {
        findings.push(finding(
            &at,
            format!("The action {} has no owner.", action.id),
            "Give the post that owns the action.",
        ));
    }
    for (place, owner) in action.owners.iter().enumerate().filter(|(_, owner)| is_team(owner)) {
        let says = format!("The action {} is owned by {owner}, which is not a post.", action.id);
        findings.push(finding(&at.key("owners").index(place), says, "Give the post that owns the action."));
    }
    match action.due_now() {
        None => {
            let says = format!("The action {} has no due date.", action.id);
            findings.push(finding(&at, says, "Give the day or month by which the action is due."));
        }
        Some(When::Day(_) | When::Month(_)) => {}
        Some(due) => {
            let part = if action.revised.is_some() { at.key("revised").key("due") } else { at.key("due") };
            let says = format!(
                "The action {} is due {}, which is not a day or \
                month.",
                action.id,
                english::at(due)
            );
            findings.push(finding(&part, says, "Give the day or month by which the action is due."));
        }
    }
    if action.status == ActionStatus::NotStated && action.progress.is_none() {
        let says = format!("The action {} has no status.", action.id);
        findings.push(finding(&at, says, "Give the status of the action, and its progress."));
    }
    findings
}

/// Whether an owner is a team, a service or everybody, and not a post.
fn is_team(owner: &str) -> bool {
    let words = prose::words_of(owner);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&TEAMS) && !has(&POSTS)
}

#[cfg(test)]
mod tests {
    use super::is_team;

    #[test]
    fn a_post_within_a_service_is_a_post_and_the_service_is_not() {
        for team in ["Finance Team", "Legal Services", "All Heads of Service", "The HR department", "TBC"] {
            assert!(is_team(team), "{team}");
        }
        for post in [
            "Head of Legal Services",
            "Head of Paid Service",
            "Monitoring Officer",
            "Audit Committee",
            "S151 officer",
        ] {
            assert!(!is_team(post), "{post}");
        }
    }
}
