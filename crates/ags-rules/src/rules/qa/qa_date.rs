//! QA-DATE: Missed due dates not revised.

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
    name: "missed-due-dates-not-revised",
    title: "Missed due dates not revised",
    requirement: "Where an action was not completed in time, the statement gives a revised date and the \
        reason.",
    method: "An action that is delayed, or is open and has progress reported for a time after its due \
        date, has a revised date; a revised date is later than the first and has a reason. A question is \
        asked about an open action that is due only after the next review. Whether a due date has passed \
        is checked by FW16-PLAN.",
    rationale: "Members found due dates in action plans that had passed and not been revised, and an \
        action due after the law for which it prepared came into force.",
    limitations: "Whether the revised date will be met, and a date that another law sets for the action.",
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
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    if review.actions.is_empty() {
        return Outcome::not_applicable("The review lists no action.");
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
            "The action {} is due by {}, after the next review in {}. What should be completed by then?",
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
    const FIX: &str = "Give a revised due date, and the reason that the first was not met.";
    let reported = action.progress.as_ref().and_then(|progress| progress.when);
    let late = match (action.due.filter(|_| action.status.is_open()), reported) {
        (Some(due), Some(reported)) => last(Some(due)) < reported.days().map(|(first, _)| first),
        _ => false,
    };
    let says = match (action.due, reported.filter(|_| late)) {
        (Some(due), Some(reported)) => format!(
            "The action {} was due by {}, was still open {} and has no revised due date.",
            action.id,
            english::when(due),
            english::at(reported)
        ),
        _ if action.status == ActionStatus::Delayed => {
            format!("The action {} is delayed and has no revised due date.", action.id)
        }
        _ => return None,
    };
    Some(Finding::new(at, says, FIX).quoting(&action.text, &action.source))
}

fn unreasoned(at: &Pointer, action: &Action, revised: &Revision) -> Option<Finding> {
    revised.reason.as_ref().is_none_or(Text::is_blank).then(|| {
        let says = format!(
            "The action {} has the revised due date {} without a reason.",
            action.id,
            english::when(revised.due)
        );
        Finding::new(at.key("revised"), says, "Give the reason that the first due date was not met.")
            .quoting(&action.text, &action.source)
    })
}

fn earlier(at: &Pointer, action: &Action, revised: &Revision) -> Option<Finding> {
    let due = action.due?;
    (last(Some(revised.due))? <= last(Some(due))?).then(|| {
        let says = format!(
            "The action {} was due by {}, but its revised due date is {}.",
            action.id,
            english::when(due),
            english::when(revised.due)
        );
        Finding::new(
            at.key("revised").key("due"),
            says,
            "Give a revised due date later than the first, or remove the revised date.",
        )
        .quoting(&action.text, &action.source)
    })
}

/// The last day a time may mean.
fn last(when: Option<When>) -> Option<NaiveDate> {
    when.and_then(When::days).map(|(_, last)| last)
}
