//! A statement as it stood on a day: without what happened later, and without what a template holds the place of.

use ags_statement::{Delegation, SignOff, Statement};
use chrono::NaiveDate;
use governance_model::{Action, ActionStatus, AnnualReview, Arrangement, EventsAfter, When};
use serde_json::Value;

use crate::prose::is_placeholder;

/// The statement as it stood at the end of a day.
///
/// Steps, reports and events of a later day had not happened. A level or a date beside words that a template holds the
/// place of is the template's own; so is a step of a body that is not named yet. An approved statement has nothing left
/// to complete, so that the words of a template are left out of it.
pub(super) fn stood(statement: &Statement, day: NaiveDate) -> Statement {
    let mut stood = statement.clone();
    let document = &mut stood.local_code.document;
    document.reviewed = document.reviewed.filter(|when| begun(*when, day));
    review(&mut stood.review, day);
    sign_off(&mut stood.sign_off, day);
    stood.local_code.actions.iter_mut().for_each(|action| progress(action, day));
    stood.local_code.principles.iter_mut().for_each(|principle| planned(principle, day));
    if stood.approval(day).is_none() { stood } else { completed(stood) }
}

/// Whether a date or a period had begun by a day; one that is not known had.
fn begun(when: When, day: NaiveDate) -> bool {
    when.days().is_none_or(|(first, _)| first <= day)
}

fn review(review: &mut AnnualReview, day: NaiveDate) {
    let by_then = |when: Option<When>| when.is_none_or(|when| begun(when, day));
    review.assurances.retain(|assurance| by_then(assurance.given));
    for assurance in review.assurances.iter_mut().filter(|one| is_placeholder(&one.title)) {
        (assurance.level, assurance.own_level, assurance.given) = (None, None, None);
    }
    for opinion in review.opinions.iter_mut().filter(|one| is_placeholder(&one.text)) {
        (opinion.level, opinion.own_level) = (None, None);
    }
    for assessment in &mut review.assessments {
        if assessment.reason.as_ref().is_some_and(|reason| is_placeholder(reason)) {
            (assessment.level, assessment.own_level, assessment.direction) = (None, None, None);
        }
    }
    for conformance in &mut review.conformances {
        conformance.assessed = conformance.assessed.filter(|when| begun(*when, day));
    }
    if let Some(matters) = &mut review.matters {
        matters.retain(|matter| by_then(matter.when));
        for matter in matters {
            matter.considered = matter.considered.filter(|considered| *considered <= day);
        }
    }
    review.actions.iter_mut().for_each(|action| progress(action, day));
    if let Some(process) = &mut review.process {
        let named = process.led_by.iter().all(|leader| !is_placeholder(leader));
        process.completed = process.completed.filter(|completed| named && *completed <= day);
    }
    review.events_after.iter_mut().for_each(|after| events(after, day));
}

/// An action with the progress that was made by a day; of one that a template holds the place of, nothing is known.
fn progress(action: &mut Action, day: NaiveDate) {
    action.progress = action.progress.take().filter(|made| made.when.is_none_or(|when| begun(when, day)));
    if is_placeholder(&action.text) {
        (action.due, action.revised, action.rag) = (None, None, None);
        action.status = ActionStatus::NotStated;
    }
}

/// The same for the actions of an arrangement and of those nested in it.
fn planned(arrangement: &mut Arrangement, day: NaiveDate) {
    arrangement.actions.iter_mut().for_each(|action| progress(action, day));
    arrangement.arrangements.iter_mut().for_each(|nested| planned(nested, day));
}

fn events(after: &mut EventsAfter, day: NaiveDate) {
    after.until = after.until.min(day);
    after.events.retain(|event| event.when.is_none_or(|when| begun(when, day)));
}

fn sign_off(sign_off: &mut SignOff, day: NaiveDate) {
    sign_off.considerations.retain(|one| one.on <= day && !is_placeholder(&one.body));
    sign_off.approvals.retain(|one| one.on <= day && !is_placeholder(&one.body));
    for approval in &mut sign_off.approvals {
        approval.delegated.iter_mut().for_each(|delegated| exercised(delegated, day));
    }
    sign_off.signatures.retain(|one| {
        let named = one.name.as_ref().is_none_or(|name| !is_placeholder(name));
        one.on <= day && named && !is_placeholder(&one.title)
    });
    sign_off.accounts = sign_off.accounts.take().filter(|accounts| {
        let approval = accounts.approval.as_ref();
        approval.is_some_and(|one| one.on <= day && !is_placeholder(&one.body))
    });
    sign_off.events_after.iter_mut().for_each(|after| events(after, day));
    if let Some(replaced) = &mut sign_off.replaces {
        replaced.published = replaced.published.filter(|published| *published <= day);
    }
}

fn exercised(delegated: &mut Delegation, day: NaiveDate) {
    delegated.exercised = delegated.exercised.filter(|exercised| *exercised <= day);
}

/// The statement without the lines that a template holds the place of.
fn completed(statement: Statement) -> Statement {
    let Ok(mut value) = serde_json::to_value(&statement) else { return statement };
    if !without_placeholders(&mut value) {
        return statement;
    }
    serde_json::from_value(value).unwrap_or(statement)
}

/// Takes the lines out, and reports whether there were any.
fn without_placeholders(value: &mut Value) -> bool {
    match value {
        Value::Object(fields) => {
            // Every value is looked at, also after one that holds a placeholder.
            fields.values_mut().map(without_placeholders).filter(|found| *found).count() > 0
        }
        Value::Array(items) => items.iter_mut().map(without_placeholders).filter(|found| *found).count() > 0,
        Value::String(words) if words.lines().any(is_placeholder) => {
            let kept: Vec<&str> = words.lines().filter(|line| !is_placeholder(line)).collect();
            *words = kept.join("\n");
            true
        }
        _ => false,
    }
}
