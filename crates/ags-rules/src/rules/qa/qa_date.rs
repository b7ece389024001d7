//! QA-DATE: Missed dates left to stand.

use chrono::NaiveDate;
use governance_model::{Action, ActionStatus, Revision, Text, When};

use super::citations::BARNSLEY;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// QA-DATE.
pub const RULE: Rule = Rule {
    code: "QA-DATE",
    name: "missed-dates-left-to-stand",
    title: "Missed dates left to stand",
    requirement: "Where an action was not done in time, the statement gives a later day and the reason.",
    method: "An action that is delayed, or open with progress reported for a time after it was due, has a \
        revised day; a revised day is later than the first and has a reason. A person is asked about an \
        open action that is due only after the next review, which could not say whether it was done. \
        Whether a day has gone by is FW16-PLAN's question.",
    rationale: "Members found dates in action plans that had been missed and left to stand, and an action \
        due after the law it prepared for was in force. A plan is believed while its dates are.",
    limitations: "Whether the new day will be kept, and a date that another law sets for the action.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        BARNSLEY,
        ags_law::QUALITY.at(
            "Isle of Anglesey County Council: the annual governance statement 2023/24: an action due too \
             late",
            "https://democracy.anglesey.gov.uk/mgAi.aspx?ID=15396&LLL=0",
        ),
    ],
    scope: Scope::ALWAYS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    if review.actions.is_empty() {
        return Outcome::not_applicable("The review names no action.");
    }
    let findings: Vec<Finding> =
        review.actions.iter().enumerate().flat_map(|(index, action)| faults(index, action)).collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    let next = review
        .conclusion
        .as_ref()
        .and_then(|conclusion| Some((conclusion.next_review?, last(conclusion.next_review)?)));
    let late = next.and_then(|(when, next)| {
        let mut actions = review.actions.iter().enumerate().filter(|(_, action)| action.status.is_open());
        actions.find_map(|(index, action)| {
            let due = action.due_now().filter(|due| due.days().is_some_and(|(first, _)| first > next))?;
            Some((index, action, due, when))
        })
    });
    late.map_or(Outcome::Met, |(index, action, due, when)| {
        let question = format!(
            "The action {} is due by {}, after the next review of {}: how far will it be by then?",
            action.id,
            english::when(due),
            english::when(when)
        );
        Outcome::needs_review(Pointer::root().key("review").key("actions").index(index), question)
    })
}

fn faults(index: usize, action: &Action) -> Vec<Finding> {
    let at = Pointer::root().key("review").key("actions").index(index);
    let Some(revised) = &action.revised else {
        return missed(&at, action).into_iter().collect();
    };
    unreasoned(&at, action, revised).into_iter().chain(earlier(&at, action, revised)).collect()
}

/// An action that was not done in time and has no later day.
fn missed(at: &Pointer, action: &Action) -> Option<Finding> {
    const FIX: &str = "Give the day by which it shall be done now, and why the first was not kept.";
    let reported = action.progress.as_ref().and_then(|progress| progress.when);
    let late = match (action.due.filter(|_| action.status.is_open()), reported) {
        (Some(due), Some(reported)) => last(Some(due)) < reported.days().map(|(first, _)| first),
        _ => false,
    };
    let says = match (action.due, reported.filter(|_| late)) {
        (Some(due), Some(reported)) => format!(
            "The action {} was due by {}, was still open {} and has no later day.",
            action.id,
            english::when(due),
            english::at(reported)
        ),
        _ if action.status == ActionStatus::Delayed => {
            format!("The action {} is delayed and has no later day.", action.id)
        }
        _ => return None,
    };
    Some(Finding::new(at, says, FIX).quoting(&action.text, &action.source))
}

fn unreasoned(at: &Pointer, action: &Action, revised: &Revision) -> Option<Finding> {
    revised.reason.as_ref().is_none_or(Text::is_blank).then(|| {
        let says = format!(
            "The action {} is now due by {}, without a reason.",
            action.id,
            english::when(revised.due)
        );
        Finding::new(at.key("revised"), says, "Say why the first day was not kept.")
            .quoting(&action.text, &action.source)
    })
}

fn earlier(at: &Pointer, action: &Action, revised: &Revision) -> Option<Finding> {
    let due = action.due?;
    (last(Some(revised.due))? <= last(Some(due))?).then(|| {
        let says = format!(
            "The action {} was due by {}, and its later day is {}.",
            action.id,
            english::when(due),
            english::when(revised.due)
        );
        Finding::new(at.key("revised").key("due"), says, "Give a day after the first, or take it out.")
            .quoting(&action.text, &action.source)
    })
}

/// The last day a time may mean.
fn last(when: Option<When>) -> Option<NaiveDate> {
    when.and_then(When::days).map(|(_, last)| last)
}
