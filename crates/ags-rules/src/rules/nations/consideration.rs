//! Who considers the findings of the review.
//!
//! - REG-6-2-A: Findings not considered.
//! - REG-6-3-A: Findings not considered by all members.
//! - WAL-5-3: Findings not considered in Wales.
//! - SCO-5-3: Findings not considered in Scotland.
//! - NI-4-3: Findings not considered in Northern Ireland.

use governance_model::Authority;

use super::{legislation, regime};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::bodies::{self, Competence};
use crate::rules::pending_duty::PendingDuty;
use ags_law::{Body, Scope};
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::{Approval, Consideration, english};

/// What the checks for Scotland and Northern Ireland look at, where the remit of a committee counts.
const METHOD_WITH_A_REMIT: &str = "A body with the power to do so considered the findings of the review, \
    after it was completed and not after the statement was approved. A question is asked about a committee \
    whose name does not mention audit or governance. The regulations set no deadline, so the deadline for \
    approving the accounts is used, because the statement accompanies them.";

/// What the checks for Wales, Scotland and Northern Ireland cannot see.
const LIMITATIONS_OUTSIDE_ENGLAND: &str =
    "How thoroughly the meeting considered them, and the remit of a committee.";

/// REG-6-2-A.
pub const REG_6_2_A: Rule = Rule {
    code: "REG-6-2-A",
    name: "findings-not-considered",
    title: "Findings not considered",
    requirement: "The findings of the review were considered by a committee or the members as a whole.",
    method: "A committee, or the members meeting as a whole, considered the findings of the review, after \
        it was completed and not after the approval in force. One such meeting is enough; of a statement \
        of several authorities, one for each.",
    rationale: "Those who approve the statement must have considered the findings of the review first.",
    limitations: "How thoroughly the meeting considered them.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[legislation::england("reg. 6(2)(a)")],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

/// REG-6-3-A.
pub const REG_6_3_A: Rule = Rule {
    code: "REG-6-3-A",
    name: "findings-not-considered-by-all-members",
    title: "Findings not considered by all members",
    requirement: "The findings of the review were considered by the members as a whole.",
    method: "The members meeting as a whole considered the findings of the review, after it was completed \
        and not after the statement was approved.",
    citations: &[legislation::england("reg. 6(3)(a)")],
    scope: Scope::ENGLAND_CATEGORY_2,
    ..REG_6_2_A
};

/// WAL-5-3.
pub const WAL_5_3: Rule = Rule {
    code: "WAL-5-3",
    name: "findings-not-considered-in-wales",
    title: "Findings not considered in Wales",
    requirement: "The findings of the review were considered by a committee, or the members meeting as a \
        whole; in a smaller body only the members as a whole.",
    method: "A body with the power to do so considered the findings of the review, after it was completed \
        and not after the statement was approved. In Wales only the members as a whole may act for a \
        smaller body; a body without a category is treated as a larger one. The regulations set no \
        deadline, so the deadline for approving the accounts is used, because the statement accompanies \
        them.",
    limitations: LIMITATIONS_OUTSIDE_ENGLAND,
    citations: &[legislation::wales("reg. 5(3)")],
    scope: Scope::WALES,
    ..REG_6_2_A
};

/// SCO-5-3.
pub const SCO_5_3: Rule = Rule {
    code: "SCO-5-3",
    name: "findings-not-considered-in-scotland",
    title: "Findings not considered in Scotland",
    requirement: "The findings of the review were considered by the authority, or a committee whose remit \
        includes audit or governance.",
    method: METHOD_WITH_A_REMIT,
    limitations: LIMITATIONS_OUTSIDE_ENGLAND,
    citations: &[legislation::scotland("reg. 5(3)")],
    scope: Scope::SCOTLAND,
    ..REG_6_2_A
};

/// NI-4-3.
pub const NI_4_3: Rule = Rule {
    code: "NI-4-3",
    name: "findings-not-considered-in-northern-ireland",
    title: "Findings not considered in Northern Ireland",
    requirement: "The findings of the review were considered by the council as a whole, or a committee \
        whose remit includes audit or governance.",
    method: METHOD_WITH_A_REMIT,
    limitations: LIMITATIONS_OUTSIDE_ENGLAND,
    citations: &[legislation::northern_ireland("reg. 4(3)")],
    scope: Scope::NORTHERN_IRELAND,
    ..REG_6_2_A
};

/// Whether a body that may do so considered the findings of the review, after it and not after the
/// approval, for each authority that the statement is of.
fn check(context: &StatementContext<'_>) -> Outcome {
    match regime::of(context) {
        Ok(regime) => Outcome::all(
            context.authorities().map(|authority| for_authority(context, authority, regime.bodies)),
        ),
        Err(none) => none,
    }
}

/// One meeting that meets all of it is enough; without one, what the first meeting lacks.
fn for_authority<'a>(context: &StatementContext<'a>, authority: &'a Authority, bodies: &[Body]) -> Outcome {
    let approval = context.approvals_for(authority).last().map(|(_, approval)| approval);
    let is_for = |one: &Consideration| {
        !context.is_joint() || one.for_authority.as_ref().is_none_or(|name| *name == authority.name)
    };
    let considered = context.considerations().filter(|(_, considered)| is_for(considered));
    let outcomes: Vec<Outcome> = considered
        .map(|(at, considered)| of_meeting(context, authority, approval, (&at, considered), bodies))
        .collect();
    let best = |wanted: fn(&Outcome) -> bool| outcomes.iter().find(|outcome| wanted(outcome)).cloned();
    best(|outcome| *outcome == Outcome::Met)
        .or_else(|| best(|outcome| matches!(outcome, Outcome::NeedsReview { .. })))
        .or_else(|| outcomes.first().cloned())
        .unwrap_or_else(|| not_considered(context, authority, approval, bodies))
}

fn fix(bodies: &[Body]) -> String {
    format!("Submit the findings of the review to {}.", bodies::who(bodies))
}

fn not_considered(
    context: &StatementContext<'_>,
    authority: &Authority,
    approval: Option<&Approval>,
    bodies: &[Body],
) -> Outcome {
    let at = Pointer::fixed("/sign_off/considerations");
    let of = if context.is_joint() { format!(" for {}", authority.name) } else { String::new() };
    let Some(approval) = approval else {
        let says = format!("The findings of the review have not been considered{of}");
        return PendingDuty { pointer: at, message: &says, action: &fix(bodies) }
            .before_sign_off_ends(context);
    };
    let on = english::date(approval.on);
    let says = format!(
        "The statement was approved{of} on {on}, but no meeting had considered the findings of the review."
    );
    Outcome::not_met(at, says, fix(bodies))
}

fn of_meeting(
    context: &StatementContext<'_>,
    authority: &Authority,
    approval: Option<&Approval>,
    (at, considered): (&Pointer, &Consideration),
    bodies: &[Body],
) -> Outcome {
    let on = english::date(considered.on);
    let mut findings = Vec::new();
    let standing = bodies::competence(authority, considered.kind, &considered.body, bodies);
    if let Competence::No = standing {
        let acted = (&*considered.body, "considered", "the findings");
        findings.push(bodies::wrong(at.key("kind"), acted, bodies));
    }
    let completed = context.statement.review.process.as_ref().and_then(|process| process.completed);
    if let Some(completed) = completed.filter(|completed| considered.on < *completed) {
        let completed = english::date(completed);
        let says =
            format!("The findings were considered on {on}, before the review was completed on {completed}.");
        findings.push(Finding::new(at.key("on"), says, fix(bodies)));
    }
    if let Some(approval) = approval.filter(|approval| approval.on < considered.on) {
        let approved = english::date(approval.on);
        let says =
            format!("The findings were considered on {on}, after the statement was approved on {approved}.");
        let fix = "Approve the statement again, after the findings have been considered.";
        findings.push(Finding::new(at.key("on"), says, fix));
    }
    match standing {
        Competence::Unclear(question) if findings.is_empty() => {
            Outcome::needs_review(at.key("kind"), question)
        }
        _ => Outcome::of(findings),
    }
}

#[cfg(test)]
mod reg_6_2_a {
    use super::REG_6_2_A;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{ApprovalDecision, BodyKind, Notice, SignOff, Statement};

    fn considered(on: chrono::NaiveDate, kind: BodyKind) -> Statement {
        let mut statement = sample::statement();
        let considered = &mut statement.sign_off.considerations[0];
        (considered.on, considered.kind) = (on, kind);
        statement
    }

    #[test]
    fn the_day_of_approval_is_in_time_and_the_day_after_is_not() {
        let in_time = considered(day(2022, 11, 28), BodyKind::Committee);
        assert_eq!(sample::check(&REG_6_2_A, &in_time), Outcome::Met);
        let late = sample::check(&REG_6_2_A, &considered(day(2022, 11, 29), BodyKind::Committee));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn the_day_of_the_review_is_not_too_early_and_the_day_before_is() {
        let same = considered(day(2022, 5, 20), BodyKind::Committee);
        assert_eq!(sample::check(&REG_6_2_A, &same), Outcome::Met);
        let early = sample::check(&REG_6_2_A, &considered(day(2022, 5, 19), BodyKind::Committee));
        assert!(matches!(early, Outcome::NotMet { .. }), "{early:?}");
    }

    #[test]
    fn members_or_a_committee_may_an_officer_may_not_and_an_executive_is_a_question() {
        let by = |kind| sample::check(&REG_6_2_A, &considered(day(2022, 7, 20), kind));
        assert_eq!(by(BodyKind::Members), Outcome::Met);
        assert!(matches!(by(BodyKind::Officer), Outcome::NotMet { .. }));
        assert!(matches!(by(BodyKind::Executive), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn one_meeting_that_may_and_was_in_time_is_enough_and_it_may_be_before_a_later_approval() {
        let mut statement = considered(day(2022, 6, 1), BodyKind::Officer);
        let mut later = statement.sign_off.considerations[0].clone();
        (later.on, later.kind) = (day(2022, 11, 28), BodyKind::Committee);
        statement.sign_off.considerations.push(later);
        assert_eq!(sample::check(&REG_6_2_A, &statement), Outcome::Met);
        statement.sign_off.considerations[1].on = day(2022, 11, 29);
        let Outcome::NotMet { findings } = sample::check(&REG_6_2_A, &statement) else { panic!("late") };
        assert_eq!(findings[0].pointer, "/sign_off/considerations/0/kind");
        let mut again = statement.sign_off.approvals[0].clone();
        (again.on, again.decision) = (day(2022, 11, 30), ApprovalDecision::Again);
        statement.sign_off.approvals.push(again);
        assert_eq!(sample::check(&REG_6_2_A, &statement), Outcome::Met);
    }

    #[test]
    fn an_approval_of_findings_nobody_considered_is_a_breach_at_once() {
        let mut statement = sample::statement();
        statement.sign_off.considerations.clear();
        assert!(matches!(sample::check(&REG_6_2_A, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_draft_is_due_until_the_day_of_publication_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let last = sample::check_on(&REG_6_2_A, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let late = sample::check_on(&REG_6_2_A, &statement, day(2022, 12, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn a_notice_that_the_audit_is_not_finished_carries_it_to_the_backstop_and_then_to_a_person() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        statement.sign_off.publication.late_accounts_notice = Some(Notice {
            on: day(2022, 11, 30),
            reason: "The audit is not finished.".parse().unwrap(),
            source: governance_model::Provenance::Declared,
        });
        let last = sample::check_on(&REG_6_2_A, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let open = sample::check_on(&REG_6_2_A, &statement, day(2022, 12, 1));
        assert!(matches!(open, Outcome::NeedsReview { .. }), "no backstop was law yet: {open:?}");
        let noticed = sample::check_on(&REG_6_2_A, &statement, day(2024, 9, 30));
        assert!(matches!(noticed, Outcome::NotDueYet { due, .. } if due == day(2024, 12, 13)), "{noticed:?}");
        let backstop = sample::check_on(&REG_6_2_A, &statement, day(2024, 12, 13));
        assert!(matches!(backstop, Outcome::NotDueYet { .. }), "{backstop:?}");
        let after = sample::check_on(&REG_6_2_A, &statement, day(2024, 12, 14));
        assert!(matches!(after, Outcome::NeedsReview { .. }), "{after:?}");
    }

    #[test]
    fn a_meeting_to_come_has_not_considered_anything() {
        let early = sample::check_on(&REG_6_2_A, &sample::statement(), day(2022, 7, 19));
        assert!(matches!(early, Outcome::NotDueYet { .. }), "{early:?}");
        assert_eq!(sample::check_on(&REG_6_2_A, &sample::statement(), day(2022, 7, 20)), Outcome::Met);
    }

    #[test]
    fn a_last_day_that_nobody_confirmed_is_put_to_a_person() {
        let mut statement = sample::statement();
        statement.review.year = Some("2016/17".parse().unwrap());
        statement.sign_off = SignOff::default();
        let Outcome::NeedsReview { question, .. } = sample::check(&REG_6_2_A, &statement) else {
            panic!("judged")
        };
        assert!(question.contains("30 September 2017 (SI 2015/234 reg. 21)"), "{question}");
        assert!(question.contains("does not confirm"), "{question}");
    }
}

#[cfg(test)]
mod reg_6_3_a {
    use super::REG_6_3_A;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{BodyKind, Notice, SignOff};

    #[test]
    fn the_members_may_and_a_committee_may_not() {
        let mut statement = sample::category_2_statement();
        assert!(matches!(sample::check(&REG_6_3_A, &statement), Outcome::NotMet { .. }));
        statement.sign_off.considerations[0].kind = BodyKind::Members;
        assert_eq!(sample::check(&REG_6_3_A, &statement), Outcome::Met);
    }

    #[test]
    fn a_draft_is_due_until_the_day_before_the_public_rights_and_late_after() {
        let mut statement = sample::category_2_statement();
        statement.sign_off = SignOff::default();
        let last = sample::check_on(&REG_6_3_A, &statement, day(2022, 6, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 6, 30)), "{last:?}");
        let late = sample::check_on(&REG_6_3_A, &statement, day(2022, 7, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn a_notice_that_the_rights_began_late_puts_lateness_to_a_person() {
        let mut statement = sample::category_2_statement();
        statement.sign_off = SignOff::default();
        statement.sign_off.publication.late_rights_notice = Some(Notice {
            on: day(2022, 7, 1),
            reason: "The clerk was ill.".parse().unwrap(),
            source: governance_model::Provenance::Declared,
        });
        let late = sample::check_on(&REG_6_3_A, &statement, day(2022, 7, 1));
        assert!(matches!(late, Outcome::NeedsReview { .. }), "{late:?}");
    }

    #[test]
    fn category_1_has_its_own_rule() {
        assert!(matches!(sample::check(&REG_6_3_A, &sample::statement()), Outcome::NotApplicable { .. }));
    }
}
