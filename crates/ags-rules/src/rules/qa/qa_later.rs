//! QA-LATER: Dates in the future.

use chrono::{Months, NaiveDate};
use governance_model::{Evidence, EvidenceBasis, When};

use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// QA-LATER.
pub const RULE: Rule = Rule {
    code: "QA-LATER",
    name: "dates-in-the-future",
    title: "Dates in the future",
    requirement: "What the statement records as done is not dated after the date of the check.",
    method: "No signature, progress, assurance, assessment of conformance, matter or evidence of something \
        done is dated after the date of the check. A date entered for the review, for a meeting or for a \
        publication may be a planned one, so the rules on the law treat it as planned; it is found here \
        where the meeting already has a minute or the date is more than twelve months after the check, \
        which is our measure. A question is asked about any other later date of the review, of a meeting \
        that considered or approved the statement, or of an event after the end of the year.",
    rationale: "A statement is printed with its dates, and readers take them as facts. Nobody can have \
        signed or reported on a day that has not come. A meeting is arranged in advance, so its date may \
        be entered before it is held and must be confirmed afterwards.",
    limitations: "A wrong date that is not after the check, and whether a planned date was kept.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("the dates of what was done are right when the statement is issued")],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// The months after the check in which a date may be a planned one, inclusive. Ours.
const PLANNED: Months = Months::new(12);

/// Words that look ahead.
const AHEAD: [&str; 12] = [
    "will",
    "shall",
    "is to",
    "are to",
    "to be",
    "due",
    "planned",
    "expected",
    "scheduled",
    "intended",
    "proposed",
    "from",
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let mut found = Found { as_at: context.as_at, findings: Vec::new(), question: None };
    found.signatures(context);
    found.review(context);
    found.evidence(context);
    found.steps(context);
    found.events(context);
    match found.question {
        Some((at, question)) if found.findings.is_empty() => Outcome::needs_review(at, question),
        _ => Outcome::of(found.findings),
    }
}

/// What is dated after the date of the check.
struct Found {
    as_at: NaiveDate,
    findings: Vec<Finding>,
    /// The first question, with its place.
    question: Option<(Pointer, String)>,
}

impl Found {
    /// A finding where something done is dated after the check.
    fn done(&mut self, at: Pointer, what: &str, when: Option<When>) {
        let Some(when) = when.filter(|when| when.days().is_some_and(|(first, _)| first > self.as_at)) else {
            return;
        };
        self.findings.push(Finding::new(
            at,
            self.says(what, &english::when(when)),
            "Correct the date, or leave the entry out until it has happened.",
        ));
    }

    fn says(&self, what: &str, when: &str) -> String {
        format!(
            "{what} is dated {when}, which is after the date of the check, {}.",
            english::date(self.as_at)
        )
    }

    /// A step that may be planned: a finding where it cannot be, else a question where one is asked.
    fn step(&mut self, at: Pointer, what: &str, on: Option<NaiveDate>, minuted: bool, asked: bool) {
        let Some(on) = on.filter(|on| *on > self.as_at) else { return };
        let far = self.as_at.checked_add_months(PLANNED).is_some_and(|last| on > last);
        if minuted || far {
            self.done(at, what, Some(When::Day(on)));
        } else if asked && self.question.is_none() {
            self.question = Some((at, self.says(what, &english::date(on)) + " Is this a planned date?"));
        }
    }

    fn signatures(&mut self, context: &StatementContext<'_>) {
        for (index, one) in context.statement.sign_off.signatures.iter().enumerate() {
            let at = Pointer::fixed("/sign_off/signatures").index(index).key("on");
            self.done(at, &format!("The signature of the {}", one.title), Some(When::Day(one.on)));
        }
    }

    fn review(&mut self, context: &StatementContext<'_>) {
        let review = &context.statement.review;
        let at = |list: &str, index, field: &str| Pointer::fixed("/review").key(list).index(index).key(field);
        for (index, one) in review.actions.iter().enumerate() {
            let when = one.progress.as_ref().and_then(|progress| progress.when);
            let what = format!("The progress of the action {}", one.id);
            self.done(at("actions", index, "progress").key("when"), &what, when);
        }
        for (index, one) in review.assurances.iter().enumerate() {
            self.done(at("assurances", index, "given"), &format!("The assurance {}", one.id), one.given);
        }
        for (index, one) in review.conformances.iter().enumerate() {
            self.done(at("conformances", index, "assessed"), "The assessment of conformance", one.assessed);
        }
        for (index, one) in review.matters.iter().flatten().enumerate() {
            let what = format!("The matter {} ({})", one.title, one.id);
            self.done(at("matters", index, "when"), &what, one.when);
        }
    }

    fn evidence(&mut self, context: &StatementContext<'_>) {
        for (at, arrangement) in context.statement.local_code.arrangements() {
            let at = Pointer::fixed("/local_code").join(&at.into()).key("evidence");
            self.pieces(&at, &arrangement.evidence);
        }
        self.pieces(&Pointer::fixed("/review/evidence"), &context.statement.review.evidence);
    }

    /// Evidence of something done. The date of a document may be the period that it is for, so it is not
    /// read.
    fn pieces(&mut self, at: &Pointer, evidence: &[Evidence]) {
        for (index, one) in evidence.iter().enumerate() {
            if one.state.is_in_place() && one.basis == EvidenceBasis::Operating {
                self.done(at.index(index).key("when"), &format!("The evidence {}", one.id), one.when);
            }
        }
    }

    fn steps(&mut self, context: &StatementContext<'_>) {
        let sign_off = &context.statement.sign_off;
        let completed = context.statement.review.process.as_ref().and_then(|process| process.completed);
        self.step(
            "/review/process/completed".into(),
            "The completion of the \
            review",
            completed,
            false,
            true,
        );
        for (index, one) in sign_off.considerations.iter().enumerate() {
            let at = Pointer::fixed("/sign_off/considerations").index(index).key("on");
            let what = format!("The consideration by {}", one.body);
            self.step(at, &what, Some(one.on), one.minute.is_some(), true);
        }
        for (index, one) in sign_off.approvals.iter().enumerate() {
            let at = Pointer::fixed("/sign_off/approvals").index(index).key("on");
            let what = format!("The approval by {}", one.body);
            self.step(at, &what, Some(one.on), one.minute.is_some(), true);
        }
        let publication = &sign_off.publication;
        for (at, what, on) in [
            (
                "/sign_off/publication/draft/on",
                "The publication of the draft",
                publication.draft.as_ref().map(|one| one.on),
            ),
            (
                "/sign_off/publication/as_approved/on",
                "The publication of the approved statement",
                publication.as_approved.as_ref().map(|one| one.on),
            ),
            (
                "/sign_off/publication/late_rights_notice/on",
                "The notice about the public rights period",
                publication.late_rights_notice.as_ref().map(|one| one.on),
            ),
            (
                "/sign_off/publication/late_accounts_notice/on",
                "The notice about the accounts",
                publication.late_accounts_notice.as_ref().map(|one| one.on),
            ),
        ] {
            self.step(at.into(), what, on, false, false);
        }
        if let Some(accounts) = &sign_off.accounts {
            let approval = accounts.approval.as_ref();
            let minuted = approval.is_some_and(|one| one.minute.is_some());
            let on = approval.map(|one| one.on);
            self.step(
                "/sign_off/accounts/approval/on".into(),
                "The approval of the accounts",
                on,
                minuted,
                false,
            );
            for (at, what, on) in [
                ("/sign_off/accounts/drafted", "The signature on the draft accounts", accounts.drafted),
                ("/sign_off/accounts/confirmed", "The confirmation of the accounts", accounts.confirmed),
                ("/sign_off/accounts/signed", "The signature on the accounts", accounts.signed),
            ] {
                self.step(at.into(), what, on, false, false);
            }
        }
    }

    fn events(&mut self, context: &StatementContext<'_>) {
        let lists = [
            ("/review/events_after/events", context.statement.review.events_after.as_ref()),
            ("/sign_off/events_after/events", context.statement.sign_off.events_after.as_ref()),
        ];
        for (at, later) in lists {
            for (index, event) in later.iter().flat_map(|later| &later.events).enumerate() {
                let Some((first, _)) = event.when.and_then(When::days) else { continue };
                if prose::find_phrase(&event.text, &AHEAD).is_none() {
                    let at = Pointer::fixed(at).index(index).key("when");
                    self.step(at, "The event after the end of the year", Some(first), false, true);
                }
            }
        }
    }
}
