//! FW16-PRIOR: Outcome of last year's issues not reported.

use std::collections::BTreeMap;

use governance_model::{Issue, PriorIssue, PriorOutcome};

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::Statement;
use ags_statement::english;

/// FW16-PRIOR.
pub const RULE: Rule = Rule {
    code: "FW16-PRIOR",
    name: "outcome-of-last-years-issues-not-reported",
    title: "Outcome of last year's issues not reported",
    requirement: "The statement reports the outcome of each significant issue in last year's statement.",
    method: "Each significant issue in last year's statement is listed once, with its outcome. An issue \
        that is carried forward names this year's issue, and that issue names it in return; a closed issue \
        names none. An empty list says that there were none. Where last year's statement is available, \
        every issue that it reports is listed, and no other issue is listed as one of that year. How an \
        issue was resolved is checked by SIG-4.",
    rationale: "The Framework asks how the issues in last year's statement were resolved. Readers need to \
        know the outcome of each issue that is no longer reported.",
    limitations: "Whether the list is complete, where last year's statement is not available.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

pub(in crate::rules) fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    let Some(prior) = &review.prior_issues else {
        return Outcome::not_met(
            "/review/prior_issues",
            format!(
                "The statement does not give the outcome of last year's significant issues{}.",
                reported(context.prior)
            ),
            "List last year's significant issues with their outcomes; give an empty list if there were \
                none.",
        );
    };
    let issues: BTreeMap<&str, &Issue> =
        review.issues.iter().map(|issue| (issue.id.as_str(), issue)).collect();
    let mut seen: BTreeMap<&str, (usize, &PriorIssue)> = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, one) in prior.iter().enumerate() {
        if seen.insert(one.id.as_str(), (index, one)).is_some() {
            findings.push(Finding::new(
                Pointer::root().key("review").key("prior_issues").index(index).key("id"),
                format!("Last year's issue {} is listed more than once.", one.id),
                "Keep one of the entries.",
            ));
        }
        findings.extend(unanswered(
            &Pointer::root().key("review").key("prior_issues").index(index),
            one,
            &issues,
        ));
    }
    findings.extend(context.prior.into_iter().flat_map(|last_year| against(last_year, &seen)));
    findings.extend(
        review.issues.iter().enumerate().filter_map(|(index, issue)| unannounced(index, issue, &seen)),
    );
    Outcome::of(findings)
}

/// What last year's statement reports, where it is available.
fn reported(last_year: Option<&Statement>) -> String {
    let issues = last_year.map_or(&[][..], |last_year| &last_year.review.issues);
    let names: Vec<String> = issues.iter().map(|issue| format!("{} ({})", issue.title, issue.id)).collect();
    if names.is_empty() { String::new() } else { format!(": {}", english::list(&names)) }
}

/// Where the list and last year's statement do not agree.
fn against(last_year: &Statement, listed: &BTreeMap<&str, (usize, &PriorIssue)>) -> Vec<Finding> {
    let year = english::year(last_year.year());
    let issues = &last_year.review.issues;
    let dropped = issues.iter().filter(|issue| !listed.contains_key(issue.id.as_str())).map(|issue| {
        let says = format!(
            "The statement for {year} reports {} ({}) as a significant issue, but this statement does not \
                give its outcome.",
            issue.title, issue.id
        );
        let fix = "List the issue with its outcome: closed, carried forward or superseded.";
        Finding::new("/review/prior_issues", says, fix).quoting(&issue.text, &issue.source)
    });
    let reported = |one: &PriorIssue| issues.iter().any(|issue| issue.id == one.id);
    let of_the_year = |one: &PriorIssue| one.year.is_some() && one.year == last_year.year();
    let invented = listed.values().filter(|(_, one)| of_the_year(one) && !reported(one)).map(|(index, one)| {
        Finding::new(
            Pointer::root().key("review").key("prior_issues").index(*index),
            format!(
                "{} ({}) is listed as a significant issue of {year}, but the statement for {year} does not \
                    report it.",
                one.title, one.id
            ),
            "Correct the identifier or the year, or remove the entry.",
        )
    });
    dropped.chain(invented).collect()
}

fn unanswered(at: &Pointer, prior: &PriorIssue, issues: &BTreeMap<&str, &Issue>) -> Option<Finding> {
    let (id, title) = (&prior.id, &prior.title);
    match (&prior.outcome, &prior.carried_to) {
        (None, _) => Some(Finding::new(
            at,
            format!("The statement does not give the outcome of last year's issue {title} ({id})."),
            "Say whether the issue is closed, carried forward or superseded, and explain the outcome.",
        )),
        (Some(PriorOutcome::Carried), None) => Some(Finding::new(
            at,
            format!(
                "Last year's issue {title} ({id}) was carried forward, but no issue of this year \
                continues it."
            ),
            "Name the issue of this year that continues it.",
        )),
        (Some(PriorOutcome::Carried), Some(to)) => {
            let back = issues.get(to.as_str())?.carried_from.as_ref();
            if back == Some(id) {
                return None;
            }
            let back = back.map_or_else(|| "no earlier issue".to_owned(), ToString::to_string);
            Some(Finding::new(
                at.key("carried_to"),
                format!(
                    "Last year's issue {id} is carried forward to {to}, but {to} is given as carried \
                        forward from {back}."
                ),
                format!(
                    "Give {id} as the issue from which {to} is carried forward, or name another issue \
                    here."
                ),
            ))
        }
        (Some(closed @ (PriorOutcome::Closed | PriorOutcome::NoLongerSignificant)), Some(to)) => {
            let closed = ended(*closed);
            Some(Finding::new(
                at.key("carried_to"),
                format!(
                    "Last year's issue {title} ({id}) is given both as {closed} and as carried forward \
                    to {to}."
                ),
                format!("Give one outcome: {closed}, or carried forward."),
            ))
        }
        (Some(PriorOutcome::Closed | PriorOutcome::NoLongerSignificant | PriorOutcome::Superseded), _) => {
            None
        }
    }
}

/// An outcome with which an issue ends.
fn ended(outcome: PriorOutcome) -> &'static str {
    if outcome == PriorOutcome::NoLongerSignificant { "no longer significant" } else { "closed" }
}

/// An issue of this year that says it carries on one which the list does not say was carried on.
fn unannounced(index: usize, issue: &Issue, prior: &BTreeMap<&str, (usize, &PriorIssue)>) -> Option<Finding> {
    let from = issue.carried_from.as_ref()?;
    let says = match prior.get(from.as_str()).map(|(_, prior)| prior.outcome) {
        Some(None | Some(PriorOutcome::Carried | PriorOutcome::Superseded)) => return None,
        Some(Some(closed @ (PriorOutcome::Closed | PriorOutcome::NoLongerSignificant))) => {
            format!("which is given as {}", ended(closed))
        }
        None => "which is not among the issues of last year".to_owned(),
    };
    Some(Finding::new(
        Pointer::root().key("review").key("issues").index(index).key("carried_from"),
        format!("The issue {} is given as carried forward from {from}, {says}.", issue.id),
        format!("Give the outcome of {from} in the list of last year's issues, or correct the reference."),
    ))
}

#[cfg(test)]
mod tests {
    use governance_model::{PriorIssue, PriorOutcome, Provenance};

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::Statement;

    fn prior(outcome: Option<PriorOutcome>, carried_to: Option<&str>) -> PriorIssue {
        PriorIssue {
            id: "ISS-2021-1".parse().unwrap(),
            title: "Outcome of last year's issues not reported".parse().unwrap(),
            year: None,
            outcome,
            text: None,
            carried_to: carried_to.map(|id| id.parse().unwrap()),
            source: Provenance::Declared,
        }
    }

    /// The sample with these issues of last year; its own issue carries on from the one named.
    fn with(prior: Vec<PriorIssue>, carried_from: Option<&str>) -> Statement {
        let mut statement = sample::statement();
        statement.review.prior_issues = Some(prior);
        statement.review.issues[0].carried_from = carried_from.map(|id| id.parse().unwrap());
        statement
    }

    #[test]
    fn an_empty_list_says_that_there_were_none_and_no_list_says_nothing() {
        let mut statement = with(Vec::new(), None);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.prior_issues = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn every_issue_has_an_outcome() {
        let superseded = with(vec![prior(Some(PriorOutcome::Superseded), None)], None);
        assert_eq!(sample::check(&RULE, &superseded), Outcome::Met);
        let silent = sample::only_finding(&RULE, &with(vec![prior(None, None)], None));
        assert_eq!(silent.pointer, "/review/prior_issues/0");
    }

    #[test]
    fn a_carried_issue_and_its_successor_point_at_each_other() {
        let carried = |to| vec![prior(Some(PriorOutcome::Carried), to)];
        let both = with(carried(Some("ISS-2022-1")), Some("ISS-2021-1"));
        assert_eq!(sample::check(&RULE, &both), Outcome::Met);
        let no_successor = sample::only_finding(&RULE, &with(carried(None), None));
        assert!(
            no_successor.message.contains("no issue of this year continues it"),
            "{}",
            no_successor.message
        );
        let not_back = sample::only_finding(&RULE, &with(carried(Some("ISS-2022-1")), None));
        assert_eq!(
            not_back.message,
            "Last year's issue ISS-2021-1 is carried forward to ISS-2022-1, but ISS-2022-1 is given as \
                carried forward from no earlier issue."
        );
    }

    #[test]
    fn an_issue_that_carries_on_one_that_is_closed_or_unlisted_is_found() {
        let unlisted = sample::only_finding(&RULE, &with(Vec::new(), Some("ISS-2020-9")));
        assert_eq!(unlisted.pointer, "/review/issues/0/carried_from");
        let closed = with(vec![prior(Some(PriorOutcome::Closed), None)], Some("ISS-2021-1"));
        assert!(sample::only_finding(&RULE, &closed).message.ends_with("which is given as closed."));
    }

    #[test]
    fn a_closed_issue_does_not_go_on() {
        assert_eq!(
            sample::check(&RULE, &with(vec![prior(Some(PriorOutcome::Closed), None)], None)),
            Outcome::Met
        );
        let both = with(vec![prior(Some(PriorOutcome::Closed), Some("ISS-2022-1"))], None);
        assert!(
            sample::only_finding(&RULE, &both)
                .message
                .contains("both as closed and as carried forward to ISS-2022-1")
        );
    }

    #[test]
    fn an_issue_listed_twice_is_found_at_its_second_place() {
        let closed = prior(Some(PriorOutcome::Closed), None);
        let finding = sample::only_finding(&RULE, &with(vec![closed.clone(), closed], None));
        assert_eq!(finding.pointer, "/review/prior_issues/1/id");
    }
}
