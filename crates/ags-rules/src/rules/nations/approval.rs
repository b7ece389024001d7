//! Who approves the statement.
//!
//! - REG-6-2-B: No resolution of approval.
//! - REG-6-3-B: No approval by all members.
//! - WAL-5-4: Not approved by the body that considered the findings in Wales.
//! - SCO-5-4: Not approved by the body that considered the findings in Scotland.
//! - NI-4-4: Not approved by the body that considered the findings in Northern Ireland.

use governance_model::Authority;

use super::{legislation, regime};
use crate::context::StatementContext;
use crate::prose::name_of;
use crate::rule::{Check, Rule, Status};
use crate::rules::pending_duty::PendingDuty;
use crate::rules::{bodies, delegation};
use ags_law::{Body, Scope};
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::{Approval, BodyKind, Consideration, ConsiderationOutcome, english};

/// Why it matters, in England.
const RATIONALE_IN_ENGLAND: &str =
    "Approval is the responsibility of elected members; noting or endorsing the statement is not approval.";

/// What the checks for England cannot see.
const LIMITATIONS_IN_ENGLAND: &str = "Whether the meeting was quorate and the minute is correct.";

/// What the regulations of Scotland and Northern Ireland ask in the same words.
const REQUIREMENT_OF_AN_ANNUAL_STATEMENT: &str =
    "The annual governance statement was approved by the body that considered the findings.";

/// What the checks for Scotland and Northern Ireland look at.
const METHOD_FOR_AN_ANNUAL_STATEMENT: &str = "The body that considered the findings approved the statement \
    by resolution, and a minute records it. A question is asked where another body approved it. The \
    regulations set no deadline, so the deadline for approving the accounts is used, because the statement \
    accompanies them.";

/// Why it matters, in Wales, Scotland and Northern Ireland.
const RATIONALE_OUTSIDE_ENGLAND: &str = "Approval is the responsibility of those who act for the authority \
    and know the findings of the review; noting or endorsing the statement is not approval.";

/// What the checks for Wales, Scotland and Northern Ireland cannot see.
const LIMITATIONS_OUTSIDE_ENGLAND: &str = "Whether the meeting was quorate and the minute is correct. \
    Whether the statement is prepared in accordance with proper practices is checked by the rules whose \
    codes begin with FW16.";

/// REG-6-2-B.
pub const REG_6_2_B: Rule = Rule {
    code: "REG-6-2-B",
    name: "no-resolution-of-approval",
    title: "No resolution of approval",
    requirement: "The statement was approved by resolution of a committee or the members as a whole.",
    method: "A committee, or the members meeting as a whole, approved the statement by resolution, and a \
        minute records it. The last approval counts; of a statement of several authorities, the last for \
        each. An approval in principle counts once the delegated power to amend has been used, and that \
        power must be used by its last day. A question is asked where a body referred the statement back \
        after its approval.",
    rationale: RATIONALE_IN_ENGLAND,
    limitations: LIMITATIONS_IN_ENGLAND,
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[legislation::england("reg. 6(2)(b)")],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(approval),
};

/// REG-6-3-B.
pub const REG_6_3_B: Rule = Rule {
    code: "REG-6-3-B",
    name: "no-approval-by-all-members",
    title: "No approval by all members",
    requirement: "The statement was approved by resolution of the members as a whole.",
    method: "The members meeting as a whole approved the statement by resolution, and a minute records it. \
        The last approval counts; of a statement of several authorities, the last for each. An approval in \
        principle counts once the delegated power to amend has been used, and that power must be used by \
        its last day. A question is asked where a body referred the statement back after its approval.",
    citations: &[legislation::england("reg. 6(3)(b)")],
    scope: Scope::ENGLAND_CATEGORY_2,
    ..REG_6_2_B
};

/// WAL-5-4.
pub const WAL_5_4: Rule = Rule {
    code: "WAL-5-4",
    name: "not-approved-by-the-body-that-considered-the-findings-in-wales",
    title: "Not approved by the body that considered the findings in Wales",
    requirement: "The statement on internal control was approved by the body that considered the findings.",
    method: "The body that considered the findings approved the statement by resolution, and a minute \
        records it. A question is asked where another body approved it. The law calls it a statement on \
        internal control; councils call it an annual governance statement. The regulations set no \
        deadline, so the deadline for approving the accounts is used, because the statement accompanies \
        them.",
    rationale: RATIONALE_OUTSIDE_ENGLAND,
    limitations: LIMITATIONS_OUTSIDE_ENGLAND,
    citations: &[legislation::wales("reg. 5(4)")],
    scope: Scope::WALES,
    check: Check::Statement(approval_on_the_findings),
    ..REG_6_2_B
};

/// SCO-5-4.
pub const SCO_5_4: Rule = Rule {
    code: "SCO-5-4",
    name: "not-approved-by-the-body-that-considered-the-findings-in-scotland",
    title: "Not approved by the body that considered the findings in Scotland",
    requirement: REQUIREMENT_OF_AN_ANNUAL_STATEMENT,
    method: METHOD_FOR_AN_ANNUAL_STATEMENT,
    rationale: RATIONALE_OUTSIDE_ENGLAND,
    limitations: LIMITATIONS_OUTSIDE_ENGLAND,
    citations: &[legislation::scotland("reg. 5(4)")],
    scope: Scope::SCOTLAND,
    check: Check::Statement(approval_on_the_findings),
    ..REG_6_2_B
};

/// NI-4-4.
pub const NI_4_4: Rule = Rule {
    code: "NI-4-4",
    name: "not-approved-by-the-body-that-considered-the-findings-in-northern-ireland",
    title: "Not approved by the body that considered the findings in Northern Ireland",
    requirement: REQUIREMENT_OF_AN_ANNUAL_STATEMENT,
    method: METHOD_FOR_AN_ANNUAL_STATEMENT,
    rationale: RATIONALE_OUTSIDE_ENGLAND,
    limitations: LIMITATIONS_OUTSIDE_ENGLAND,
    citations: &[legislation::northern_ireland("reg. 4(4)")],
    scope: Scope::NORTHERN_IRELAND,
    check: Check::Statement(approval_on_the_findings),
    ..REG_6_2_B
};

/// Whether a body that may do so approved the statement by resolution, for each authority that it is of.
fn approval(context: &StatementContext<'_>) -> Outcome {
    let bodies = match regime::of(context) {
        Ok(regime) => regime.bodies,
        Err(none) => return none,
    };
    Outcome::all(context.authorities().map(|authority| for_authority(context, authority, bodies)))
}

fn for_authority<'a>(context: &StatementContext<'a>, authority: &'a Authority, bodies: &[Body]) -> Outcome {
    let Some((at, approval)) = context.approvals_for(authority).last() else {
        return unapproved(context, authority, bodies);
    };
    let is_published = context.as_approved().is_some();
    Outcome::all([
        delegation::settled(approval, &at, context.as_at, is_published),
        referred_back(context, approval),
        bodies::resolution(authority, approval, &at, "statement", bodies),
    ])
}

fn unapproved(context: &StatementContext<'_>, authority: &Authority, bodies: &[Body]) -> Outcome {
    if let Some(unnamed) = bodies::unnamed_authority(context) {
        return unnamed;
    }
    let at = Pointer::fixed("/sign_off/approvals");
    let of = bodies::on_behalf_of(context, authority);
    let needs = format!("Submit the statement{of} to {} for approval by resolution.", bodies::who(bodies));
    if let Some(published) = context.as_approved() {
        let on = english::date(published.on);
        let says =
            format!("The statement was published as approved on {on}, but no approval{of} is recorded.");
        return Outcome::not_met(at, says, needs);
    }
    let noted = context.considerations().filter_map(|(_, one)| Some((one, did_not_approve(one.outcome)?)));
    let says = match noted.last() {
        Some((noted, verb)) => format!(
            "{} {verb} the statement on {}, which is not approval",
            english::capital(&noted.body),
            english::date(noted.on)
        ),
        None => format!("The statement has not been approved{of}"),
    };
    PendingDuty { pointer: at, message: &says, action: &needs }.before_sign_off_ends(context)
}

/// What a meeting did that decided on the statement without approving it.
const fn did_not_approve(outcome: ConsiderationOutcome) -> Option<&'static str> {
    match outcome {
        ConsiderationOutcome::Endorsed => Some("endorsed"),
        ConsiderationOutcome::Noted => Some("noted"),
        ConsiderationOutcome::ReferredBack => Some("referred back"),
        _ => None,
    }
}

/// A question where a body referred the statement back after it was approved.
fn referred_back(context: &StatementContext<'_>, approval: &Approval) -> Outcome {
    let referred = context.considerations().filter(|(_, one)| {
        one.outcome == ConsiderationOutcome::ReferredBack
            && one.on > approval.on
            && (one.for_authority.is_none() || one.for_authority == approval.for_authority)
    });
    let Some((at, referred)) = referred.last() else { return Outcome::Met };
    Outcome::needs_review(
        at.key("outcome"),
        format!(
            "{} referred the statement back on {}, after it was approved on {}. Is it still approved as it \
             stands?",
            english::capital(&referred.body),
            english::date(referred.on),
            english::date(approval.on)
        ),
    )
}

/// As [`approval`], by the very body that considered the findings: outside England the regulations speak of
/// "that" body or committee.
fn approval_on_the_findings(context: &StatementContext<'_>) -> Outcome {
    let outcome = approval(context);
    if outcome != Outcome::Met {
        return outcome;
    }
    Outcome::all(context.authorities().filter_map(|authority| {
        let (at, approved) = context.approvals_for(authority).last()?;
        by_the_same_body(context, &at, approved)
    }))
}

/// A question where none of the bodies that considered the findings approved the statement.
fn by_the_same_body(context: &StatementContext<'_>, at: &Pointer, approved: &Approval) -> Option<Outcome> {
    let before = || context.considerations().map(|(_, one)| one).filter(|one| one.on <= approved.on);
    let same = |considered: &Consideration| {
        let members = considered.kind == BodyKind::Members && approved.kind == BodyKind::Members;
        members || name_of(&considered.body) == name_of(&approved.body)
    };
    let considered = before().next()?;
    if before().any(same) {
        return None;
    }
    Some(Outcome::needs_review(
        at.key("body"),
        format!(
            "{} considered the findings on {}, but {} approved the statement on {}. The law requires the \
             body that considered them to approve it. Did {} consider them too?",
            considered.body,
            english::date(considered.on),
            approved.body,
            english::date(approved.on),
            approved.body
        ),
    ))
}

#[cfg(test)]
mod reg_6_2_b {
    use super::REG_6_2_B;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{
        Approval, ApprovalDecision, BodyKind, ConsiderationOutcome, Delegation, SignOff, Statement,
    };
    use chrono::NaiveDate;

    fn approved(spoil: impl FnOnce(&mut Approval)) -> Statement {
        let mut statement = sample::statement();
        spoil(&mut statement.sign_off.approvals[0]);
        statement
    }

    #[test]
    fn members_or_a_committee_may_an_officer_may_not_and_an_executive_is_a_question() {
        let by = |kind| sample::check(&REG_6_2_B, &approved(|approval| approval.kind = kind));
        assert_eq!(by(BodyKind::Committee), Outcome::Met);
        assert_eq!(by(BodyKind::Members), Outcome::Met);
        assert!(matches!(by(BodyKind::Officer), Outcome::NotMet { .. }));
        assert!(matches!(by(BodyKind::Executive), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn to_note_is_not_to_resolve() {
        let noted = approved(|approval| approval.by_resolution = false);
        assert!(matches!(sample::check(&REG_6_2_B, &noted), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_resolution_without_a_minute_is_a_doubt() {
        for minute in [None, Some("  ".parse().unwrap())] {
            let unminuted = approved(|approval| approval.minute = minute);
            assert!(matches!(sample::check(&REG_6_2_B, &unminuted), Outcome::Indeterminate { .. }));
        }
    }

    #[test]
    fn a_draft_is_due_until_the_day_of_publication_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let last = sample::check_on(&REG_6_2_B, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let Outcome::NotMet { findings } = sample::check_on(&REG_6_2_B, &statement, day(2022, 12, 1)) else {
            panic!("a day late")
        };
        assert_eq!(
            findings[0].message,
            "The statement has not been approved; the last day was 30 November 2022."
        );
    }

    fn in_principle(until: Option<NaiveDate>, exercised: Option<NaiveDate>) -> Statement {
        let mut statement = approved(|approval| {
            approval.decision = ApprovalDecision::InPrinciple;
            let to = "Chief Executive, with the Chair".parse().unwrap();
            approval.delegated = Some(Delegation { to, until, exercised });
        });
        statement.sign_off.publication.as_approved = None;
        statement
    }

    #[test]
    fn an_approval_in_principle_is_not_final_until_the_power_was_used_and_then_in_time() {
        let on = |statement: &Statement, on| sample::check_on(&REG_6_2_B, statement, on);
        let (last, next) = (day(2022, 12, 5), day(2022, 12, 6));
        let waiting = in_principle(Some(last), None);
        assert!(matches!(on(&waiting, last), Outcome::NotDueYet { due, .. } if due == last));
        assert!(matches!(on(&waiting, next), Outcome::NeedsReview { .. }));
        assert!(matches!(on(&in_principle(None, None), last), Outcome::NeedsReview { .. }));
        let used = in_principle(Some(last), Some(last));
        assert_eq!(on(&used, last), Outcome::Met);
        assert!(matches!(on(&used, day(2022, 12, 4)), Outcome::NotDueYet { .. }), "the use is a plan");
        let Outcome::NotMet { findings } = on(&in_principle(Some(last), Some(next)), next) else {
            panic!("used a day late")
        };
        assert_eq!(findings[0].pointer, "/sign_off/approvals/0/delegated/exercised");
        let nobody = approved(|approval| approval.decision = ApprovalDecision::InPrinciple);
        assert!(matches!(sample::check(&REG_6_2_B, &nobody), Outcome::Indeterminate { .. }));
    }

    fn with_consideration(outcome: ConsiderationOutcome, on: NaiveDate) -> Statement {
        let mut statement = sample::statement();
        let mut later = statement.sign_off.considerations[0].clone();
        (later.outcome, later.on) = (outcome, on);
        statement.sign_off.considerations.push(later);
        statement
    }

    #[test]
    fn a_statement_that_was_referred_back_after_its_approval_is_a_question() {
        let referred =
            |on| sample::check(&REG_6_2_B, &with_consideration(ConsiderationOutcome::ReferredBack, on));
        assert_eq!(referred(day(2022, 11, 28)), Outcome::Met);
        let after = referred(day(2022, 11, 29));
        assert!(
            matches!(&after, Outcome::NeedsReview { pointer, .. }
            if pointer == "/sign_off/considerations/1/outcome"),
            "{after:?}"
        );
    }

    #[test]
    fn a_statement_that_was_endorsed_is_not_approved_and_the_finding_says_so() {
        let mut statement = with_consideration(ConsiderationOutcome::Endorsed, day(2022, 11, 28));
        statement.sign_off.approvals.clear();
        statement.sign_off.publication.as_approved = None;
        let Outcome::NotMet { findings } = sample::check_on(&REG_6_2_B, &statement, day(2022, 12, 1)) else {
            panic!("late")
        };
        let says =
            "Audit Committee endorsed the statement on 28 November 2022, which is not approval; the last";
        assert!(findings[0].message.starts_with(says), "{}", findings[0].message);
    }

    #[test]
    fn each_authority_of_a_joint_statement_approves_it() {
        let mut statement = sample::statement();
        let other = sample::make_joint(&mut statement);
        let unassigned = sample::check(&REG_6_2_B, &statement);
        assert!(
            matches!(&unassigned, Outcome::Indeterminate { pointer, .. }
            if pointer == "/sign_off/approvals/0/for_authority"),
            "{unassigned:?}"
        );
        let own = statement.local_code.authority.name.clone();
        statement.sign_off.approvals[0].for_authority = Some(own);
        let one = sample::check(&REG_6_2_B, &statement);
        assert!(matches!(one, Outcome::NotMet { findings } if findings[0].message.contains(
            "no approval for Other Borough Council is recorded")));
        let mut theirs = statement.sign_off.approvals[0].clone();
        theirs.for_authority = Some(other.name);
        statement.sign_off.approvals.push(theirs);
        assert_eq!(sample::check(&REG_6_2_B, &statement), Outcome::Met);
    }

    #[test]
    fn publishing_as_approved_what_nobody_approved_is_a_breach_at_once() {
        let mut statement = sample::statement();
        statement.sign_off.approvals.clear();
        assert!(matches!(sample::check(&REG_6_2_B, &statement), Outcome::NotMet { .. }));
    }
}

#[cfg(test)]
mod reg_6_3_b {
    use super::REG_6_3_B;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{BodyKind, SignOff};

    #[test]
    fn the_members_may_and_no_other_body_may() {
        let by = |kind| {
            let mut statement = sample::category_2_statement();
            statement.sign_off.approvals[0].kind = kind;
            sample::check(&REG_6_3_B, &statement)
        };
        assert_eq!(by(BodyKind::Members), Outcome::Met);
        for other in [BodyKind::Committee, BodyKind::Executive, BodyKind::Officer] {
            assert!(matches!(by(other), Outcome::NotMet { .. }), "{other:?}");
        }
    }

    #[test]
    fn a_draft_is_due_until_the_day_before_the_public_rights_and_late_after() {
        let mut statement = sample::category_2_statement();
        statement.sign_off = SignOff::default();
        let last = sample::check_on(&REG_6_3_B, &statement, day(2022, 6, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 6, 30)), "{last:?}");
        let late = sample::check_on(&REG_6_3_B, &statement, day(2022, 7, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn category_1_has_its_own_rule() {
        assert!(matches!(sample::check(&REG_6_3_B, &sample::statement()), Outcome::NotApplicable { .. }));
    }
}
