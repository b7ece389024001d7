//! REG-6-2-A: findings not considered.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// REG-6-2-A.
pub const RULE: Rule = Rule {
    code: "REG-6-2-A",
    name: "findings-not-considered",
    requirement: "The findings of the review were considered by a committee or the members as a whole.",
    method: "A committee, or the members meeting as a whole, considered the findings of the review, after it \
        was completed and not after the statement was approved.",
    rationale: "Those who answer for the authority must have heard what the review found before they put their \
        name to it.",
    limitations: "How closely the meeting looked.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(2)(a)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    uses_prior_year: false,
    check: Check::Statement(sign_off::consideration),
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{BodyKind, Notice, SignOff, Statement};

    fn considered(on: chrono::NaiveDate, kind: BodyKind) -> Statement {
        let mut statement = sample::statement();
        let considered = statement.sign_off.considered.as_mut().unwrap();
        (considered.on, considered.kind) = (on, kind);
        statement
    }

    #[test]
    fn the_day_of_approval_is_in_time_and_the_day_after_is_not() {
        let in_time = considered(day(2022, 11, 28), BodyKind::Committee);
        assert_eq!(sample::judge(&RULE, &in_time), Outcome::Met);
        let late = sample::judge(&RULE, &considered(day(2022, 11, 29), BodyKind::Committee));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn the_day_of_the_review_is_not_too_early_and_the_day_before_is() {
        let same = considered(day(2022, 5, 20), BodyKind::Committee);
        assert_eq!(sample::judge(&RULE, &same), Outcome::Met);
        let early = sample::judge(&RULE, &considered(day(2022, 5, 19), BodyKind::Committee));
        assert!(matches!(early, Outcome::NotMet { .. }), "{early:?}");
    }

    #[test]
    fn members_or_a_committee_may_an_officer_may_not_and_an_executive_is_a_question() {
        let by = |kind| sample::judge(&RULE, &considered(day(2022, 7, 20), kind));
        assert_eq!(by(BodyKind::Members), Outcome::Met);
        assert!(matches!(by(BodyKind::Officer), Outcome::NotMet { .. }));
        assert!(matches!(by(BodyKind::Executive), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn an_approval_of_findings_nobody_considered_is_a_breach_at_once() {
        let mut statement = sample::statement();
        statement.sign_off.considered = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_draft_is_due_until_the_day_of_publication_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let last = sample::judge_at(&RULE, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let late = sample::judge_at(&RULE, &statement, day(2022, 12, 1));
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
        let last = sample::judge_at(&RULE, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let open = sample::judge_at(&RULE, &statement, day(2022, 12, 1));
        assert!(matches!(open, Outcome::NeedsReview { .. }), "no backstop was law yet: {open:?}");
        let noticed = sample::judge_at(&RULE, &statement, day(2024, 9, 30));
        assert!(matches!(noticed, Outcome::NotDueYet { due, .. } if due == day(2024, 12, 13)), "{noticed:?}");
        let backstop = sample::judge_at(&RULE, &statement, day(2024, 12, 13));
        assert!(matches!(backstop, Outcome::NotDueYet { .. }), "{backstop:?}");
        let after = sample::judge_at(&RULE, &statement, day(2024, 12, 14));
        assert!(matches!(after, Outcome::NeedsReview { .. }), "{after:?}");
    }

    #[test]
    fn a_meeting_to_come_has_not_considered_anything() {
        let early = sample::judge_at(&RULE, &sample::statement(), day(2022, 7, 19));
        assert!(matches!(early, Outcome::NotDueYet { .. }), "{early:?}");
        assert_eq!(sample::judge_at(&RULE, &sample::statement(), day(2022, 7, 20)), Outcome::Met);
    }

    #[test]
    fn a_last_day_that_nobody_confirmed_is_put_to_a_person() {
        let mut statement = sample::statement();
        statement.review.year = Some("2016/17".parse().unwrap());
        statement.sign_off = SignOff::default();
        let Outcome::NeedsReview { question, .. } = sample::judge(&RULE, &statement) else {
            panic!("judged")
        };
        assert!(question.contains("30 September 2017 as the last day (SI 2015/234 reg. 21)"), "{question}");
        assert!(question.contains("not confirmed"), "{question}");
    }
}
