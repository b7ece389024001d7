//! REG-6-3-A: findings not before all members.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// REG-6-3-A.
pub const RULE: Rule = Rule {
    code: "REG-6-3-A",
    name: "findings-not-before-all-members",
    requirement: "The findings of the review were considered by the members as a whole.",
    method: "The members meeting as a whole considered the findings of the review, after it was completed and \
        not after the statement was approved.",
    rationale: "Those who answer for the authority must have heard what the review found before they put their \
        name to it.",
    limitations: "How closely the meeting looked.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(3)(a)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND_CATEGORY_2,
    uses_prior_year: false,
    check: Check::Statement(sign_off::consideration),
};

#[cfg(test)]
mod tests {
    use governance_model::Category;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{BodyKind, Notice, SignOff, Statement};

    fn parish() -> Statement {
        let mut statement = sample::statement();
        statement.local_code.authority.category = Some(Category::Two);
        statement
    }

    #[test]
    fn the_members_may_and_a_committee_may_not() {
        let mut statement = parish();
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
        statement.sign_off.considered.as_mut().unwrap().kind = BodyKind::Members;
        assert_eq!(sample::judge(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn a_draft_is_due_until_the_day_before_the_public_rights_and_late_after() {
        let mut statement = parish();
        statement.sign_off = SignOff::default();
        let last = sample::judge_at(&RULE, &statement, day(2022, 6, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 6, 30)), "{last:?}");
        let late = sample::judge_at(&RULE, &statement, day(2022, 7, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn a_notice_that_the_rights_began_late_puts_lateness_to_a_person() {
        let mut statement = parish();
        statement.sign_off = SignOff::default();
        statement.sign_off.publication.late_rights_notice = Some(Notice {
            on: day(2022, 7, 1),
            reason: "The clerk was ill.".parse().unwrap(),
            source: governance_model::Provenance::Declared,
        });
        let late = sample::judge_at(&RULE, &statement, day(2022, 7, 1));
        assert!(matches!(late, Outcome::NeedsReview { .. }), "{late:?}");
    }

    #[test]
    fn category_1_has_its_own_rule() {
        assert!(matches!(sample::judge(&RULE, &sample::statement()), Outcome::NotApplicable { .. }));
    }
}
