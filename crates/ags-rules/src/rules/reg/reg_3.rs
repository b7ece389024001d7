//! REG-3: responsibility not acknowledged.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::responsibility;
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REG-3.
pub const RULE: Rule = Rule {
    code: "REG-3",
    name: "responsibility-not-acknowledged",
    requirement: "The authority acknowledges its responsibility for a sound system of internal control.",
    method: "The statement acknowledges responsibility for a sound system of internal control, and all three \
        things such a system serves: functions and aims, effective management, managing risk.",
    rationale: "A reader must know who answers for the system that the statement reports on, and how far it \
        reaches.",
    limitations: "Whether the system is sound; only the review of its effectiveness can.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::AAR_2015.at("reg. 3", "https://www.legislation.gov.uk/uksi/2015/234/regulation/3")],
    scope: Scope::ENGLAND,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// The three limbs in the regulation's order.
const LIMBS: [&str; 3] = [
    "the authority's functions, aims and objectives",
    "effective financial and operational management",
    "effective arrangements for managing risk",
];

fn check(context: &StatementContext<'_>) -> Outcome {
    responsibility::acknowledged(context, LIMBS)
}

#[cfg(test)]
mod tests {
    use governance_model::ControlLimb;

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;

    #[test]
    fn all_three_limbs_are_enough_and_two_are_not() {
        let mut statement = sample::statement();
        assert_eq!(sample::judge(&RULE, &statement), Outcome::Met);
        statement.review.responsibility.as_mut().unwrap().limbs.pop();
        let Outcome::NotMet { findings } = sample::judge(&RULE, &statement) else { panic!("two limbs") };
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains("managing risk"), "{}", findings[0].message);
    }

    #[test]
    fn one_limb_lacks_two() {
        let mut statement = sample::statement();
        statement.review.responsibility.as_mut().unwrap().limbs = vec![ControlLimb::EffectiveManagement];
        let Outcome::NotMet { findings } = sample::judge(&RULE, &statement) else { panic!("one limb") };
        assert_eq!(findings.len(), 2);
    }

    #[test]
    fn no_words_are_a_breach_and_no_list_of_limbs_is_a_doubt() {
        let mut statement = sample::statement();
        statement.review.responsibility.as_mut().unwrap().limbs.clear();
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::Indeterminate { .. }));
        statement.review.responsibility.as_mut().unwrap().text = " ".parse().unwrap();
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
        statement.review.responsibility = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
