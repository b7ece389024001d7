//! Which bodies may consider the findings of a review, and approve a statement or accounts.

use governance_model::{Authority, AuthorityKind, GovernanceModel};

use crate::context::StatementContext;
use crate::prose::find_phrase;
use ags_law::Body;
use ags_report::{Finding, Outcome, Pointer};
use ags_statement::english;
use ags_statement::{Approval, BodyKind};

/// Any committee, or the members as a whole.
pub(super) const ANY_COMMITTEE: &[Body] = &[Body::Committee, Body::Members];

/// The members as a whole alone.
pub(super) const MEMBERS: &[Body] = &[Body::Members];

/// Whether a body may act.
pub(super) enum Competence {
    /// It may.
    Yes,
    /// It may not.
    No,
    /// Only a person can say; the question.
    Unclear(String),
}

/// The bodies as a reader names them, as in "the members as a whole".
pub(super) fn who(bodies: &[Body]) -> &'static str {
    if bodies.contains(&Body::Committee) {
        "a committee or the members as a whole"
    } else if bodies.contains(&Body::AuditOrGovernanceCommittee) {
        "the members as a whole or a committee whose remit includes audit or governance"
    } else {
        "the members as a whole"
    }
}

/// Whether a body, by its kind and its name, is one of those that may act for an authority.
pub(super) fn competence(authority: &Authority, kind: BodyKind, name: &str, bodies: &[Body]) -> Competence {
    if is_one_office_holder(authority) {
        return Competence::Unclear(format!(
            "{} is one office holder without members or committees, and how the regulations apply to such \
                a body is not confirmed. Was it for {name} to act?",
            authority.name
        ));
    }
    let remit = bodies.contains(&Body::AuditOrGovernanceCommittee);
    match kind {
        BodyKind::Members => Competence::Yes,
        BodyKind::Committee if bodies.contains(&Body::Committee) => Competence::Yes,
        BodyKind::Committee if remit && find_phrase(name, &["audit", "governance"]).is_some() => {
            Competence::Yes
        }
        BodyKind::Committee if remit => {
            Competence::Unclear(format!("Does the remit of {name} include audit or governance?"))
        }
        BodyKind::Executive if remit || bodies.contains(&Body::Committee) => Competence::Unclear(format!(
            "{name} is an executive. Is it a committee of the authority for this purpose, on legal advice?"
        )),
        BodyKind::Committee | BodyKind::Executive | BodyKind::Officer => Competence::No,
    }
}

fn is_one_office_holder(authority: &Authority) -> bool {
    authority.kind == AuthorityKind::PoliceBody
        || authority.governance == Some(GovernanceModel::CorporationSole)
}

/// The finding that the wrong body acted: what it did, as in "considered the findings", and on what.
pub(super) fn wrong(at: Pointer, (body, acted, on): (&str, &str, &str), bodies: &[Body]) -> Finding {
    let who = who(bodies);
    let says = format!("The body that {acted} {on} ({body}) is not {who}.");
    Finding::new(at, says, format!("Submit {on} to {who}, and record that meeting."))
}

/// For which authority, where the statement is of several: " for Other Borough Council".
pub(super) fn on_behalf_of(context: &StatementContext<'_>, authority: &Authority) -> String {
    if context.is_joint() { format!(" for {}", authority.name) } else { String::new() }
}

/// What is missing where an approval of a statement of several authorities names none of them: it may be that
/// of any.
pub(super) fn unnamed_authority(context: &StatementContext<'_>) -> Option<Outcome> {
    let (at, approval) = context.approvals().find(|(_, approval)| approval.for_authority.is_none())?;
    let missing = format!("Name the authority for which {} approved the statement.", approval.body);
    context.is_joint().then(|| Outcome::indeterminate(at.key("for_authority"), missing))
}

/// Whether an approval is a resolution of a body that may act, and a minute records it: every fault, or the
/// first doubt where there is none; met where there is neither.
pub(super) fn resolution(
    authority: &Authority,
    approval: &Approval,
    at: &Pointer,
    of: &str,
    bodies: &[Body],
) -> Outcome {
    let standing = competence(authority, approval.kind, &approval.body, bodies);
    let who = who(bodies);
    let mut findings = Vec::new();
    if let Competence::No = standing {
        let on = format!("the {of}");
        findings.push(wrong(at.key("kind"), (&approval.body, "approved", &on), bodies));
    }
    if !approval.by_resolution && !is_one_office_holder(authority) {
        let says = format!(
            "The meeting of {} passed no resolution on the \
            {of}.",
            english::date(approval.on)
        );
        let fix = format!("Submit the {of} to {who} for approval by resolution.");
        findings.push(Finding::new(at.key("by_resolution"), says, fix));
    }
    if let Competence::Unclear(question) = standing
        && findings.is_empty()
    {
        return Outcome::needs_review(at.key("kind"), question);
    }
    if findings.is_empty() && approval.minute.as_ref().is_none_or(|minute| minute.trim().is_empty()) {
        let missing = "Give the number of the minute that records the resolution.";
        return Outcome::indeterminate(at.key("minute"), missing);
    }
    Outcome::of(findings)
}
