//! QA-STALE: Text out of date at approval.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use governance_model::{Action, Evidence, State};

use super::citations::EPSOM_AND_EWELL;
use crate::context::{StatementContext, Wording, WordingKind};
use crate::prose::{self, Promise};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// QA-STALE.
pub const RULE: Rule = Rule {
    code: "QA-STALE",
    name: "text-out-of-date-at-approval",
    title: "Text out of date at approval",
    requirement: "The statement is up to date on the day it is approved.",
    method: "No sentence of the review, or of the arrangements, evidence and roles taken from the local \
        code, says that something will be done, or is due, planned or expected, by a date that had passed \
        on the date of approval, or on the date of the check while the statement is a draft. Nothing is \
        marked as planned for a date that had passed. The progress of an open action that is due within \
        six months of that date, or was due before it, is reported as at a date no more than three months \
        earlier; we chose both periods. A question is asked where the text says only that something was \
        due, or where something in development has a date that had passed. Due dates of actions are \
        checked by FW16-PLAN.",
    rationale: "A draft is written months before it is approved. An auditor reported a statement whose text \
        had been overtaken by events between draft and approval. Audit committees usually receive progress \
        every quarter, so members are entitled to figures that are no older.",
    limitations: "Whether the thing was done, and text that is out of date but gives no date.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[EPSOM_AND_EWELL],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// The greatest age in months of a report of progress, inclusive. Ours.
const MOST_MONTHS: Months = Months::new(3);

/// The months within which an action is due soon, inclusive. Ours.
const SOON: Months = Months::new(6);

/// What to do about text that is out of date.
const FIX: &str = "Say what has happened since, or give the new date.";

/// Words that say what became of something that was due.
const SETTLED: [&str; 16] = [
    "adopted",
    "approved",
    "cancelled",
    "completed",
    "delayed",
    "did not",
    "done",
    "has been",
    "have been",
    "late",
    "later",
    "now",
    "postponed",
    "published",
    "took place",
    "was not",
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let today = context.speaks_for();
    let mut found = Found { today, findings: Vec::new(), questions: Vec::new() };
    for (at, one) in evidence(context) {
        found.evidence(&at, one);
    }
    let closed = closed(context);
    for wording in context.wordings().iter().chain(&context.code_wordings()) {
        let about_evidence = wording.part == WordingKind::Evidence;
        let printed = !matches!(wording.part, WordingKind::Statement) && !of_document(wording);
        if printed && !about_evidence && !is_in(&closed, &wording.pointer) {
            found.text(&wording.pointer, wording.words, State::InPlace, |says, quote| {
                wording.finding(quote, says, FIX)
            });
        }
    }
    for (index, action) in context.statement.review.actions.iter().enumerate() {
        let at = Pointer::root().key("review").key("actions").index(index).key("progress").key("when");
        found.findings.extend(old_progress(&at, action, today));
    }
    found.outcome()
}

/// What is out of date on a day.
struct Found {
    today: NaiveDate,
    findings: Vec<Finding>,
    /// The place and the question.
    questions: Vec<(Pointer, String)>,
}

impl Found {
    /// A piece of evidence: each text that is out of date, or else its own date.
    fn evidence(&mut self, at: &Pointer, one: &Evidence) {
        let before = (self.findings.len(), self.questions.len());
        let parts = one.parts.iter().enumerate().map(|(index, words)| (at.key("parts").index(index), words));
        let texts = one.lead_in.iter().map(|words| (at.key("lead_in"), words));
        for (at, words) in texts.chain([(at.key("text"), &one.text)]).chain(parts) {
            self.text(&at, words, one.state, |says, quote| {
                Finding::new(at.as_str(), says, FIX).quoting(quote, &one.source)
            });
        }
        let when = one.when.filter(|when| when.days().is_some_and(|(_, last)| last < self.today));
        let Some(when) = when.filter(|_| before == (self.findings.len(), self.questions.len())) else {
            return;
        };
        let (when, today) = (english::when(when), english::date(self.today));
        match one.state {
            State::InPlace => {}
            State::Planned => self.findings.push(
                Finding::new(
                    at.key("when").as_str(),
                    format!("This evidence is marked as planned for {when}, which had passed on {today}."),
                    FIX,
                )
                .quoting(&one.text, &one.source),
            ),
            State::InDevelopment => self.questions.push((
                at.key("when"),
                format!(
                    "What this evidence describes was in development in {when}. Was it still in \
                     development on {today}?"
                ),
            )),
        }
    }

    /// A text: what it promises for a date that has passed. What was due and is not in place has no answer in
    /// its own words, so it is found; elsewhere it is asked.
    fn text(&mut self, at: &Pointer, words: &str, state: State, finding: impl Fn(String, &str) -> Finding) {
        for sentence in prose::sentences(words) {
            let Some((when, promise)) = prose::overdue(sentence, self.today) else { continue };
            let (when, today) = (english::when(when.when), english::date(self.today));
            let settled = prose::find_phrase(words, &SETTLED).is_some();
            match promise {
                Promise::ToCome => self.findings.push(finding(
                    format!("The text describes {when} as in the future, but it had passed on {today}."),
                    sentence,
                )),
                Promise::OnceDue if !state.is_in_place() => self.findings.push(finding(
                    format!(
                        "The text says what was due in {when} and not whether it was done, although {when} \
                         had passed on {today}."
                    ),
                    sentence,
                )),
                Promise::OnceDue if !settled => self.questions.push((
                    at.clone(),
                    format!("The text says what was due in {when}. Had it been done by {today}?"),
                )),
                Promise::OnceDue => {}
            }
        }
    }

    /// The findings; without any, the first question, with the number of the others.
    fn outcome(self) -> Outcome {
        let others = self.questions.len().saturating_sub(1);
        match self.questions.into_iter().next() {
            Some((at, question)) if self.findings.is_empty() => {
                let more = match others {
                    0 => String::new(),
                    _ => format!(
                        " The same question arises in {}.",
                        english::count(others, "other place", "other places")
                    ),
                };
                Outcome::needs_review(at, question + &more)
            }
            _ => Outcome::of(self.findings),
        }
    }
}

/// Every item of evidence of the statement, with its place.
fn evidence<'a>(context: &StatementContext<'a>) -> Vec<(Pointer, &'a Evidence)> {
    let mut found = Vec::new();
    for (at, arrangement) in context.statement.local_code.arrangements() {
        let at = Pointer::root().key("local_code").join(&at.into()).key("evidence");
        found.extend(arrangement.evidence.iter().enumerate().map(|(index, one)| (at.index(index), one)));
    }
    let at = Pointer::root().key("review").key("evidence");
    let own = context.statement.review.evidence.iter().enumerate();
    found.extend(own.map(|(index, one)| (at.index(index), one)));
    found
}

/// Whether words are of the local code as a document, which the statement does not print.
fn of_document(wording: &Wording<'_>) -> bool {
    wording.pointer.as_str().starts_with("/local_code/document/")
}

/// The places of the actions that are not open: what they were to do is no promise.
fn closed(context: &StatementContext<'_>) -> BTreeSet<Pointer> {
    let mut found = BTreeSet::new();
    let mut add = |at: &Pointer, actions: &[Action]| {
        let closed = actions.iter().enumerate().filter(|(_, action)| !action.status.is_open());
        found.extend(closed.map(|(index, _)| at.index(index)));
    };
    for (at, arrangement) in context.statement.local_code.arrangements() {
        add(&Pointer::root().key("local_code").join(&at.into()).key("actions"), &arrangement.actions);
    }
    add(&Pointer::fixed("/local_code/actions"), &context.statement.local_code.actions);
    add(&Pointer::fixed("/review/actions"), &context.statement.review.actions);
    found
}

/// Whether a place is in one of others, or in what it holds.
fn is_in(places: &BTreeSet<Pointer>, at: &Pointer) -> bool {
    let ends = at.as_str().match_indices('/').map(|(end, _)| end);
    ends.filter_map(|end| at.as_str().get(..end))
        .any(|above| places.contains(&Pointer::from(above.to_owned())))
}

/// Progress that is older than it may be, of an open action that is due soon or was due.
fn old_progress(at: &Pointer, action: &Action, today: NaiveDate) -> Option<Finding> {
    let when = action.progress.as_ref()?.when.filter(|_| action.status.is_open())?;
    let (_, reported) = when.days()?;
    let (due, _) = action.due_now()?.days()?;
    let old = reported.checked_add_months(MOST_MONTHS)? < today;
    let soon = due <= today.checked_add_months(SOON)?;
    (old && soon).then(|| {
        let says = format!(
            "The progress of the action {} is reported as at {}, more than three months before {}.",
            action.id,
            english::when(when),
            english::date(today)
        );
        Finding::new(at.as_str(), says, "Report the progress as at the date of approval.")
            .quoting(&action.text, &action.source)
    })
}
