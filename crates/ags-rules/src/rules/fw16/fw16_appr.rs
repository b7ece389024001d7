//! FW16-APPR: No approval at a meeting.

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines::publish_by;
use crate::rules::delegation;
use ags_law::Scope;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::english;
use ags_statement::{Approval, BodyKind};
use governance_model::Authority;

/// FW16-APPR.
pub const RULE: Rule = Rule {
    code: "FW16-APPR",
    name: "no-approval-at-a-meeting",
    title: "No approval at a meeting",
    requirement: "The statement is approved at a meeting of the authority or of a delegated committee.",
    method: "The statement was approved at a meeting of the authority or of a committee with delegated \
        authority; a joint statement, at a meeting for each of the authorities. An approval in principle \
        counts once the power to settle the statement was used.",
    rationale: "Governance is the responsibility of members. Approval by an officer or by the executive, \
        or a meeting that only noted the statement, is not the approval that the Framework asks for. The \
        regulations of each nation make the same requirement, which is checked by the rules on those \
        regulations; this rule applies in all four nations.",
    limitations: "Whether the committee had delegated authority, and what the minute says.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

const FIX: &str = "Submit the statement to a committee or the members as a whole for approval by resolution.";

fn check(context: &StatementContext<'_>) -> Outcome {
    if context.approval().is_none() {
        return unapproved(context, "");
    }
    Outcome::all(context.authorities().map(|authority| for_authority(context, authority)))
}

fn for_authority<'a>(context: &StatementContext<'a>, authority: &'a Authority) -> Outcome {
    let Some((at, approval)) = context.approvals_for(authority).last() else {
        if let Some((at, approval)) = context.unassigned_approval() {
            let missing = format!("Name the authority for which {} approved the statement.", approval.body);
            return Outcome::indeterminate(at.key("for_authority"), missing);
        }
        return unapproved(context, &format!(" for {}", authority.name));
    };
    let is_published = context.as_approved().is_some();
    Outcome::all([
        delegation::settled(approval, &at, context.as_at, is_published),
        of_approval(approval, &at),
    ])
}

/// A statement that nobody has approved, or not for the authority that `of` names.
fn unapproved(context: &StatementContext<'_>, of: &str) -> Outcome {
    if let Some(published) = context.as_approved() {
        let on = english::date(published.on);
        let says =
            format!("The statement was published as approved on {on}, but no approval{of} is recorded.");
        return Outcome::not_met("/sign_off/approvals", says, FIX);
    }
    match publish_by(context) {
        Some(due) if context.as_at <= due => Outcome::NotDueYet { due, action: FIX.into() },
        Some(due) => {
            let due = english::date(due);
            let says =
                format!("The statement was due to be published by {due} but has not been approved{of}.");
            Outcome::not_met("/sign_off/approvals", says, FIX)
        }
        None => Outcome::not_applicable(
            "The statement has not been approved yet, and no deadline is known for this nation and year.",
        ),
    }
}

fn of_approval(approval: &Approval, at: &Pointer) -> Outcome {
    let (body, on) = (&approval.body, english::date(approval.on));
    match (approval.kind, approval.by_resolution) {
        (BodyKind::Members | BodyKind::Committee, true) => Outcome::Met,
        (BodyKind::Members | BodyKind::Committee, false) => Outcome::not_met(
            at.key("by_resolution"),
            format!("{body} noted the statement on {on} but did not approve it."),
            FIX,
        ),
        (BodyKind::Executive, _) => Outcome::not_met(
            at.key("kind"),
            format!("The statement was approved on {on} by {body}, which is the executive."),
            FIX,
        ),
        (BodyKind::Officer, _) => Outcome::not_met(
            at.key("kind"),
            format!("The statement was approved on {on} by an officer, {body}."),
            FIX,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::{ApprovalDecision, BodyKind, Delegation};

    fn approved_by(kind: BodyKind, by_resolution: bool) -> Outcome {
        let mut statement = sample::statement();
        let approval = &mut statement.sign_off.approvals[0];
        (approval.kind, approval.by_resolution) = (kind, by_resolution);
        sample::check(&RULE, &statement)
    }

    #[test]
    fn members_and_a_committee_may_approve_and_the_executive_and_an_officer_may_not() {
        assert_eq!(approved_by(BodyKind::Members, true), Outcome::Met);
        assert_eq!(approved_by(BodyKind::Committee, true), Outcome::Met);
        assert!(matches!(approved_by(BodyKind::Executive, true), Outcome::NotMet { .. }));
        assert!(matches!(approved_by(BodyKind::Officer, true), Outcome::NotMet { .. }));
    }

    #[test]
    fn taking_note_is_not_approving() {
        assert!(matches!(
            approved_by(BodyKind::Committee, false),
            Outcome::NotMet { findings } if findings[0].pointer == "/sign_off/approvals/0/by_resolution"
        ));
    }

    #[test]
    fn a_joint_statement_is_approved_for_each_authority() {
        let mut statement = sample::statement();
        let mut other = statement.local_code.authority.clone();
        other.name = "Other Borough Council".parse().unwrap();
        let names = [statement.local_code.authority.name.clone(), other.name.clone()];
        statement.review.jointly_with = vec![other];
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { .. }));
        statement.sign_off.approvals[0].for_authority = Some(names[0].clone());
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!() };
        assert!(findings[0].message.contains("no approval for Other Borough Council"), "{findings:?}");
        let mut second = statement.sign_off.approvals[0].clone();
        second.for_authority = Some(names[1].clone());
        statement.sign_off.approvals.push(second);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.sign_off.approvals[0].kind = BodyKind::Officer;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }), "of the first authority");
    }

    #[test]
    fn an_approval_in_principle_counts_once_the_statement_is_settled() {
        let mut statement = sample::statement();
        let approval = &mut statement.sign_off.approvals[0];
        approval.decision = ApprovalDecision::InPrinciple;
        let on = approval.on;
        let delegated =
            |exercised| Delegation { to: "Chief Executive".parse().unwrap(), until: None, exercised };
        approval.delegated = Some(delegated(None));
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
        statement.sign_off.approvals[0].delegated = Some(delegated(Some(on)));
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn what_is_published_as_approved_was_approved() {
        let mut statement = sample::statement();
        statement.sign_off.approvals.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
