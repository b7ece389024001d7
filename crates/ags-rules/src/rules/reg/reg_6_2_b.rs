//! REG-6-2-B: no resolution of approval.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// REG-6-2-B.
pub const RULE: Rule = Rule {
    code: "REG-6-2-B",
    name: "no-resolution-of-approval",
    requirement: "The statement was approved by resolution of a committee or the members as a whole.",
    method: "A committee, or the members meeting as a whole, approved the statement by resolution, and a \
        minute records it.",
    rationale: "Approval is an act of those elected to answer for the authority; to note or to endorse is none.",
    limitations: "Whether the meeting was quorate and the minute is right.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(2)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    uses_prior_year: false,
    check: Check::Statement(sign_off::approval),
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Approval, BodyKind, SignOff, Statement};

    fn approved(spoil: impl FnOnce(&mut Approval)) -> Statement {
        let mut statement = sample::statement();
        spoil(statement.sign_off.approval.as_mut().unwrap());
        statement
    }

    #[test]
    fn members_or_a_committee_may_an_officer_may_not_and_an_executive_is_a_question() {
        let by = |kind| sample::judge(&RULE, &approved(|approval| approval.kind = kind));
        assert_eq!(by(BodyKind::Committee), Outcome::Met);
        assert_eq!(by(BodyKind::Members), Outcome::Met);
        assert!(matches!(by(BodyKind::Officer), Outcome::NotMet { .. }));
        assert!(matches!(by(BodyKind::Executive), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn to_note_is_not_to_resolve() {
        let noted = approved(|approval| approval.by_resolution = false);
        assert!(matches!(sample::judge(&RULE, &noted), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_resolution_without_a_minute_is_a_doubt() {
        for minute in [None, Some("  ".parse().unwrap())] {
            let unminuted = approved(|approval| approval.minute = minute);
            assert!(matches!(sample::judge(&RULE, &unminuted), Outcome::Indeterminate { .. }));
        }
    }

    #[test]
    fn a_draft_is_due_until_the_day_of_publication_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let last = sample::judge_at(&RULE, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let Outcome::NotMet { findings } = sample::judge_at(&RULE, &statement, day(2022, 12, 1)) else {
            panic!("a day late")
        };
        assert_eq!(findings[0].message, "The statement is not approved; the last day was 30 November 2022.");
    }

    #[test]
    fn publishing_as_approved_what_nobody_approved_is_a_breach_at_once() {
        let mut statement = sample::statement();
        statement.sign_off.approval = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
