//! FW16-APPR: No approval at a meeting.

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines::publish_by;
use crate::rules::{bodies, delegation};
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
        authority. The last approval counts; of a statement of several authorities, the last for each. An \
        approval in principle counts once the delegated power to amend has been used, and that power must \
        be used by its last day.",
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
    Outcome::all(context.authorities().map(|authority| for_authority(context, authority)))
}

fn for_authority<'a>(context: &StatementContext<'a>, authority: &'a Authority) -> Outcome {
    if let Some((at, approval)) = context.approvals_for(authority).last() {
        let is_published = context.as_approved().is_some();
        let settled = delegation::settled(approval, &at, context.as_at, is_published);
        return settled.and(of_approval(approval, &at));
    }
    if let Some(unnamed) = bodies::unnamed_authority(context) {
        return unnamed;
    }
    let of = bodies::on_behalf_of(context, authority);
    if let Some(published) = context.as_approved() {
        let on = english::date(published.on);
        let says =
            format!("The statement was published as approved on {on}, but no approval{of} is recorded.");
        return Outcome::not_met("/sign_off/approvals", says, FIX);
    }
    match publish_by(context) {
        Some(due) if context.as_at <= due => Outcome::NotDueYet { due, action: FIX.into() },
        Some(due) => {
            let says = format!(
                "The statement was due to be published by {} but has not been approved{of}.",
                english::date(due)
            );
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
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{ApprovalDecision, BodyKind, Delegation, Statement};

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

    /// The sample of two authorities, approved for the first.
    fn joint() -> Statement {
        let mut statement = sample::statement();
        sample::make_joint(&mut statement);
        let own = statement.local_code.authority.name.clone();
        statement.sign_off.approvals[0].for_authority = Some(own);
        statement
    }

    #[test]
    fn each_authority_of_a_joint_statement_approves_it_for_itself() {
        let mut statement = joint();
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("one of two") };
        assert!(findings[0].message.ends_with("no approval for Other Borough Council is recorded."));
        statement.sign_off.publication.as_approved = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotDueYet { .. }));
        let mut theirs = statement.sign_off.approvals[0].clone();
        theirs.for_authority = "Other Borough Council".parse().ok();
        theirs.kind = BodyKind::Officer;
        statement.sign_off.approvals.push(theirs);
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { findings }
            if findings[0].pointer == "/sign_off/approvals/1/kind"));
        statement.sign_off.approvals[1].kind = BodyKind::Committee;
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn an_approval_that_names_no_authority_of_a_joint_statement_may_be_that_of_any() {
        let mut statement = joint();
        statement.sign_off.approvals[0].for_authority = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { pointer, .. }
            if pointer == "/sign_off/approvals/0/for_authority"));
    }

    #[test]
    fn an_approval_in_principle_counts_once_the_delegated_power_was_used() {
        let with = |exercised| {
            let mut statement = sample::statement();
            statement.sign_off.publication.as_approved = None;
            let approval = &mut statement.sign_off.approvals[0];
            approval.decision = ApprovalDecision::InPrinciple;
            let (to, until) = ("Chief Executive".parse().unwrap(), Some(day(2022, 11, 30)));
            approval.delegated = Some(Delegation { to, until, exercised });
            sample::check(&RULE, &statement)
        };
        assert!(matches!(with(None), Outcome::NotDueYet { .. }));
        assert!(matches!(with(Some(day(2022, 12, 1))), Outcome::NotDueYet { .. }), "the use is a plan");
        assert_eq!(with(Some(day(2022, 11, 30))), Outcome::Met);
    }

    #[test]
    fn taking_note_is_not_approving() {
        assert!(matches!(
            approved_by(BodyKind::Committee, false),
            Outcome::NotMet { findings } if findings[0].pointer == "/sign_off/approvals/0/by_resolution"
        ));
    }

    #[test]
    fn what_is_published_as_approved_was_approved() {
        let mut statement = sample::statement();
        statement.sign_off.approvals.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
