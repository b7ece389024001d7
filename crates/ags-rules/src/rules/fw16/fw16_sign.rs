//! FW16-SIGN: Signatures not complete.

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines::publish_by;
use crate::rules::signatures;
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// FW16-SIGN.
pub const RULE: Rule = Rule {
    code: "FW16-SIGN",
    name: "signatures-not-complete",
    title: "Signatures not complete",
    requirement: "The leading member and the chief executive signed the statement after it was approved.",
    method: "The leading member and the chief executive, or those who hold equivalent offices, signed the \
        statement, each on the date of approval or later.",
    rationale: "The two who lead the authority sign on its behalf. They sign what members approved, so a \
        signature cannot come before the approval. In Scotland both signatures are required by the \
        regulations.",
    limitations: "Whether those who signed held the office; and who signs for a body that is one office \
        holder, about which a question is asked.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

pub(in crate::rules) fn check(context: &StatementContext<'_>) -> Outcome {
    signatures::pair(context, publish_by(context))
}

#[cfg(test)]
mod tests {
    use governance_model::GovernanceModel;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;

    #[test]
    fn the_day_of_approval_is_not_too_early_and_the_day_before_is() {
        let mut statement = sample::statement();
        statement.sign_off.signatures[1].on = day(2022, 11, 28);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.sign_off.signatures[1].on = day(2022, 11, 27);
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        assert_eq!(findings[0].pointer, "/sign_off/signatures/1/on");
        assert_eq!(
            findings[0].message,
            "Chief Executive signed on 27 November 2022, before the statement was approved on 28 November \
             2022."
        );
    }

    #[test]
    fn one_signature_is_not_a_pair() {
        let mut statement = sample::statement();
        statement.sign_off.signatures.truncate(1);
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        assert!(
            findings[0].message.contains("the chief executive has not signed"),
            "{}",
            findings[0].message
        );
    }

    #[test]
    fn a_body_that_is_one_office_holder_is_a_question() {
        let mut statement = sample::statement();
        statement.local_code.authority.governance = Some(GovernanceModel::CorporationSole);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.sign_off.signatures.truncate(1);
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn nobody_signs_what_is_not_approved() {
        let mut statement = sample::statement();
        statement.sign_off.approvals.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
