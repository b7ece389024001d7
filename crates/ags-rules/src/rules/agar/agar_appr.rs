//! AGAR-APPR: Sections not approved by all members.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::public_rights;
use crate::rules::bodies;
use crate::rules::pending_duty::PendingDuty;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::Approval;

/// AGAR-APPR.
pub const RULE: Rule = Rule {
    code: "AGAR-APPR",
    name: "sections-not-approved-by-all-members",
    title: "Sections not approved by all members",
    requirement: "Each section is approved by resolution of the members as a whole.",
    method: "The members meeting as a whole, and not a committee, approved Section 1 and Section 2 by \
        resolution, and a minute records each.",
    rationale: "Approval is the responsibility of elected members; in a small authority all of them can \
        meet.",
    limitations: "Whether the meeting was quorate and the minute is correct.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(3)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
        ags_law::AAR_2015.at("reg. 12(2)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/12"),
    ],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    if let Some(outcome) = applicability::declaration(context) {
        return outcome;
    }
    Outcome::all([
        resolved(
            context,
            &Pointer::fixed("/section_1/approval"),
            ("Section 1", "governance statement"),
            context.section_1_approval(),
        ),
        resolved(
            context,
            &Pointer::fixed("/section_2/approval"),
            ("Section 2", "statement of accounts"),
            context.section_2_approval(),
        ),
    ])
}

fn resolved(
    context: &AgarContext<'_>,
    at: &Pointer,
    (section, of): (&str, &str),
    approval: Option<&Approval>,
) -> Outcome {
    let Some(approval) = approval else {
        let needs = format!("Submit {section} to the members as a whole for approval by resolution.");
        return PendingDuty {
            pointer: at.clone(),
            message: &format!("{section} has not been approved"),
            action: &needs,
        }
        .due_on(context.year, context.as_at, public_rights::last_day(context));
    };
    bodies::resolution(&context.agar.authority, approval, at, of, bodies::MEMBERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::BodyKind;

    #[test]
    fn the_members_may_and_a_committee_or_an_officer_may_not() {
        assert_eq!(sample::check_agar(&RULE, &sample::agar()), Outcome::Met);
        for kind in [BodyKind::Committee, BodyKind::Executive, BodyKind::Officer] {
            let mut agar = sample::agar();
            agar.section_1.approval.as_mut().unwrap().kind = kind;
            agar.section_2.approval.as_mut().unwrap().kind = kind;
            assert_eq!(
                sample::agar_places(&RULE, &agar),
                ["/section_1/approval/kind", "/section_2/approval/kind"]
            );
        }
    }

    #[test]
    fn to_note_is_not_to_resolve_and_a_resolution_has_a_minute() {
        let mut agar = sample::agar();
        agar.section_2.approval.as_mut().unwrap().minute = None;
        assert!(matches!(sample::check_agar(&RULE, &agar), Outcome::Indeterminate { .. }));
        agar.section_1.approval.as_mut().unwrap().by_resolution = false;
        assert_eq!(sample::agar_places(&RULE, &agar), ["/section_1/approval/by_resolution"]);
    }

    #[test]
    fn both_sections_are_due_until_the_end_of_june_and_late_after() {
        let mut agar = sample::agar();
        agar.section_2.approval = None;
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 6, 30));
        assert!(matches!(due, Outcome::NotDueYet { due, .. } if due == day(2024, 6, 30)), "{due:?}");
        assert_eq!(sample::agar_places(&RULE, &agar), ["/section_2/approval"]);
    }
}
