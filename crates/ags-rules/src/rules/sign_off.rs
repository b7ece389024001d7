//! The review, who considers its findings and who approves the statement: one law in the words of each nation.

use crate::context::StatementContext;
use crate::prose::name_of;
use crate::rules::bodies::{self, Competence};
use crate::rules::pending_duty::PendingDuty;
use ags_law::Regime;
use ags_report::{Finding, Outcome};
use ags_statement::BodyKind;
use ags_statement::english;

const REVIEW: &str = "Complete the review of the effectiveness of the system of internal control.";

/// Whether the effectiveness of the system of internal control was reviewed for the year.
pub(super) fn review(context: &StatementContext<'_>) -> Outcome {
    let approval = context.approval();
    let undone = |at: &str| {
        PendingDuty { pointer: at.into(), message: "The review is not completed", action: REVIEW }
            .before_sign_off_ends(context)
    };
    let Some(process) = &context.statement.review.process else {
        return match approval {
            None => undone("/review/process"),
            Some(approval) => Outcome::not_met(
                "/review/process",
                format!(
                    "The statement was approved on {} and records no review.",
                    english::date(approval.on)
                ),
                REVIEW,
            ),
        };
    };
    let at = "/review/process/completed";
    let Some(completed) = process.completed.filter(|completed| *completed <= context.as_at) else {
        return match approval {
            None => undone(at),
            Some(_) => Outcome::indeterminate(at, "Give the day the review was completed."),
        };
    };
    let year = context.year;
    let on = english::date(completed);
    let mut findings = Vec::new();
    if let Some(covers) = process.covers.filter(|covers| *covers != year) {
        let says = format!("The review covers {covers} and the statement is for {year}.");
        findings.push(Finding::new("/review/process/covers", says, format!("Review {year}.")));
    }
    if completed < year.begins() {
        let says = format!("The review was completed on {on}, before {year} began.");
        findings.push(Finding::new(at, says, format!("Review {year}.")));
    }
    if let Some(approval) = approval.filter(|approval| approval.on < completed) {
        let approved = english::date(approval.on);
        let says =
            format!("The review was completed on {on}, after the statement was approved on {approved}.");
        findings.push(Finding::new(at, says, "Approve the statement again, after the review."));
    }
    if !findings.is_empty() {
        return Outcome::of(findings);
    }
    if process.covers.is_none() {
        return Outcome::indeterminate("/review/process/covers", "Give the year the review covers.");
    }
    if completed < year.ends() {
        return Outcome::needs_review(
            at,
            format!("The review was completed on {on}, before {year} ended: was it brought up to date?"),
        );
    }
    Outcome::Met
}

/// Whether a body that may do so considered the findings of the review, after it and not after the approval.
pub(super) fn consideration(context: &StatementContext<'_>) -> Outcome {
    let regime = match regime(context) {
        Ok(regime) => regime,
        Err(none) => return none,
    };
    let at = "/sign_off/considered";
    let who = bodies::who(regime.bodies);
    let mend = format!("Put the findings of the review before {who}.");
    let approval = context.approval();
    let Some(considered) = context.considered() else {
        let Some(approval) = approval else {
            let says = "The findings of the review are not considered";
            return PendingDuty { pointer: at.into(), message: says, action: &mend }
                .before_sign_off_ends(context);
        };
        let on = english::date(approval.on);
        let says = format!(
            "The statement was approved on {on} and no meeting had considered the review's findings."
        );
        return Outcome::not_met(at, says, mend);
    };
    let on = english::date(considered.on);
    let mut findings = Vec::new();
    let authority = &context.statement.local_code.authority;
    let standing = bodies::competence(authority, considered.kind, &considered.body, regime.bodies);
    if let Competence::No = standing {
        let says = format!("The findings were considered by {}, not {who}.", considered.body);
        findings.push(bodies::wrong(format!("{at}/kind"), says, regime.bodies));
    }
    let completed = context.statement.review.process.as_ref().and_then(|process| process.completed);
    if let Some(completed) = completed.filter(|completed| considered.on < *completed) {
        let completed = english::date(completed);
        let says =
            format!("The findings were considered on {on}, before the review was completed on {completed}.");
        findings.push(Finding::new(format!("{at}/on"), says, mend.clone()));
    }
    if let Some(approval) = approval.filter(|approval| approval.on < considered.on) {
        let approved = english::date(approval.on);
        let says =
            format!("The findings were considered on {on}, after the statement was approved on {approved}.");
        findings.push(Finding::new(
            format!("{at}/on"),
            says,
            "Approve the statement again, after the findings.",
        ));
    }
    match standing {
        Competence::Unclear(question) if findings.is_empty() => {
            Outcome::needs_review(format!("{at}/kind"), question)
        }
        _ => Outcome::of(findings),
    }
}

/// Whether a body that may do so approved the statement by resolution.
pub(super) fn approval(context: &StatementContext<'_>) -> Outcome {
    let bodies = match regime(context) {
        Ok(regime) => regime.bodies,
        Err(none) => return none,
    };
    let at = "/sign_off/approval";
    let Some(approval) = context.approval() else {
        let needs = format!("Have {} approve the statement by resolution.", bodies::who(bodies));
        let Some(published) = context.as_approved() else {
            let says = "The statement is not approved";
            return PendingDuty { pointer: at.into(), message: says, action: &needs }
                .before_sign_off_ends(context);
        };
        let on = english::date(published.on);
        let says = format!("The statement was published as approved on {on} and no approval is recorded.");
        return Outcome::not_met(at, says, needs);
    };
    bodies::resolution(&context.statement.local_code.authority, approval, at, "statement", bodies)
}

/// As [`approval`], by the very body that considered the findings: outside England the regulations speak of
/// "that" body or committee.
pub(super) fn approval_on_the_findings(context: &StatementContext<'_>) -> Outcome {
    let outcome = approval(context);
    let (Outcome::Met, Some(considered), Some(approved)) =
        (&outcome, context.considered(), context.approval())
    else {
        return outcome;
    };
    let members = considered.kind == BodyKind::Members && approved.kind == BodyKind::Members;
    if members || name_of(&considered.body) == name_of(&approved.body) {
        return outcome;
    }
    Outcome::needs_review(
        "/sign_off/approval/body",
        format!(
            "{} considered the findings on {}, and {} approved the statement on {}; the law has the body that \
             considered them approve it: did {} consider them too?",
            considered.body,
            english::date(considered.on),
            approved.body,
            english::date(approved.on),
            approved.body
        ),
    )
}

/// What the law of the nation asks for the year; the answer where no such law is known here.
fn regime(context: &StatementContext<'_>) -> Result<Regime, Outcome> {
    let authority = &context.statement.local_code.authority;
    ags_law::regime(authority.nation, authority.size(), context.year).ok_or_else(|| {
        Outcome::not_applicable(format!("The law of {} on this is not known here.", context.year))
    })
}
