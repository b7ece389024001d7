//! REL-POST: Late statement not brought up to date.

use chrono::{Months, NaiveDate};
use governance_model::{EventsAfter, When};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// REL-POST.
pub const RULE: Rule = Rule {
    code: "REL-POST",
    name: "late-statement-not-brought-up-to-date",
    title: "Late statement not brought up to date",
    requirement: "A statement that is approved late, or that accompanies accounts approved late, is \
        brought up to date and says what changed since the draft.",
    method: "Late means more than six months after the end of the year; we chose the six months. A \
        statement that is approved late reports the events since the end of the year. One that accompanies \
        accounts approved late was also approved after those six months, or covers events after them. \
        Where a draft was published, the statement lists what changed since; it does not say that nothing \
        changed while it reports events after the draft. How far before its approval a statement's events \
        reach is checked by FW16-CURR.",
    rationale: "When audits run late, a statement written in the summer is published with accounts \
        approved in the winter. Governance failures in that time belong in it, and members should approve \
        the text that is published.",
    limitations: "Whether every event is reported, and whether the list of changes is complete.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::FRAMEWORK_2016.part("the annual governance statement"),
        ags_law::QUALITY.part("the statement is brought up to date when the audit runs late"),
    ],
    scope: crate::rules::scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

/// After this time from the year's end an approval is late. Ours.
const LATE_AFTER: Months = Months::new(6);

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(approval) = context.approval() else {
        return Outcome::not_applicable(
            "The statement has not been approved yet; FW16-APPR gives the \
            deadline.",
        );
    };
    let Some(late) = context.year.ends().checked_add_months(LATE_AFTER) else {
        return Outcome::Met;
    };
    let events = events_after(context);
    let untold = (approval.on > late && events.is_none()).then(|| {
        Finding::new(
            "/review/events_after",
            format!(
                "The statement was approved on {}, more than six months after the end of the year, but \
                    does not report events since the end of the year.",
                english::date(approval.on)
            ),
            "Give the date up to which events were considered, and list those that affect governance; give \
                an empty list if there were none.",
        )
    });
    let stale = stale(context, approval.on, events, late);
    let changed = events.and_then(|events| unchanged_draft(context, events));
    let findings: Vec<Finding> = [untold, stale, changed].into_iter().flatten().collect();
    if findings.is_empty() && context.draft().is_some() && context.statement.sign_off.changes.is_none() {
        return Outcome::indeterminate(
            "/sign_off/changes",
            "List what changed between the published draft and the approved statement; give an empty list \
                if nothing did.",
        );
    }
    Outcome::of(findings)
}

/// What happened after the year's end, as the statement tells it last.
fn events_after<'a>(context: &StatementContext<'a>) -> Option<&'a EventsAfter> {
    let statement = context.statement;
    statement.sign_off.events_after.as_ref().or(statement.review.events_after.as_ref())
}

/// A statement of the first six months beside accounts of later ones.
fn stale(
    context: &StatementContext<'_>,
    approved: NaiveDate,
    events: Option<&EventsAfter>,
    late: NaiveDate,
) -> Option<Finding> {
    let accounts = context.accounts_approval().filter(|accounts| accounts.on > late)?;
    let speaks = events.map_or(approved, |events| events.until.max(approved));
    (speaks <= late).then(|| {
        Finding::new(
            context.approval_pointer().key("on"),
            format!(
                "The accounts were approved on {}, more than six months after the end of the year, but the \
                    statement that accompanies them was approved on {} and covers events only up to {}.",
                english::date(accounts.on),
                english::date(approved),
                english::date(speaks)
            ),
            "Bring the statement up to date and, if it changes, approve and sign it again.",
        )
    })
}

/// A statement that is said not to have changed since the draft and tells of something later than the draft.
fn unchanged_draft(context: &StatementContext<'_>, events: &EventsAfter) -> Option<Finding> {
    let draft = context.draft()?;
    let changes = context.statement.sign_off.changes.as_ref()?;
    if changes.iter().any(|change| !change.text.is_blank()) {
        return None;
    }
    let first = |when: Option<When>| when.and_then(When::days).map(|(first, _)| first);
    let (index, event) = events
        .events
        .iter()
        .enumerate()
        .find(|(_, event)| first(event.when).is_some_and(|day| day > draft.on))?;
    let when = event.when.map(english::at).unwrap_or_default();
    let finding = Finding::new(
        "/sign_off/changes",
        format!(
            "The statement says that nothing changed since the draft of {}, but reports an event {when} \
                (event {}).",
            english::date(draft.on),
            index + 1
        ),
        "List what changed since the draft, including this event.",
    );
    Some(finding.quoting(&event.text, &event.source))
}
