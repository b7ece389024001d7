//! REG-6-3-B: no resolution of all members.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// REG-6-3-B.
pub const RULE: Rule = Rule {
    code: "REG-6-3-B",
    name: "no-resolution-of-all-members",
    requirement: "The statement was approved by resolution of the members as a whole.",
    method: "The members meeting as a whole approved the statement by resolution, and a minute records it.",
    rationale: "Approval is an act of those elected to answer for the authority; to note or to endorse is none.",
    limitations: "Whether the meeting was quorate and the minute is right.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(3)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND_CATEGORY_2,
    uses_prior_year: false,
    check: Check::Statement(sign_off::approval),
};

#[cfg(test)]
mod tests {
    use governance_model::Category;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{BodyKind, SignOff, Statement};

    fn parish() -> Statement {
        let mut statement = sample::statement();
        statement.local_code.authority.category = Some(Category::Two);
        statement
    }

    #[test]
    fn the_members_may_and_no_other_body_may() {
        let by = |kind| {
            let mut statement = parish();
            statement.sign_off.approval.as_mut().unwrap().kind = kind;
            sample::judge(&RULE, &statement)
        };
        assert_eq!(by(BodyKind::Members), Outcome::Met);
        for other in [BodyKind::Committee, BodyKind::Executive, BodyKind::Officer] {
            assert!(matches!(by(other), Outcome::NotMet { .. }), "{other:?}");
        }
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
    fn category_1_has_its_own_rule() {
        assert!(matches!(sample::judge(&RULE, &sample::statement()), Outcome::NotApplicable { .. }));
    }
}
