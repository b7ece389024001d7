//! Acknowledging responsibility for a sound system of internal control.
//!
//! - REG-3: Responsibility not acknowledged.
//! - WAL-5-1: Responsibility not acknowledged in Wales.
//! - SCO-5-1: Responsibility not acknowledged in Scotland.
//! - NI-4-1: Responsibility not acknowledged in Northern Ireland.

use governance_model::ControlLimb;

use super::legislation;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// What the regulations of Wales, Scotland and Northern Ireland ask in the same words.
const REQUIREMENT_OUTSIDE_ENGLAND: &str = "The authority acknowledges its responsibility for financial \
    management and a sound system of internal control.";

/// What the checks for Wales, Scotland and Northern Ireland look at.
const METHOD_OUTSIDE_ENGLAND: &str = "The statement acknowledges responsibility for a sound system of \
    internal control, including all three purposes in the regulations: the effective exercise of \
    functions, adequate and effective financial management, and arrangements for managing risk.";

/// REG-3.
pub const REG_3: Rule = Rule {
    code: "REG-3",
    name: "responsibility-not-acknowledged",
    title: "Responsibility not acknowledged",
    requirement: "The authority acknowledges its responsibility for a sound system of internal control.",
    method: "The statement acknowledges responsibility for a sound system of internal control, including \
        all three of its purposes: functions and aims, effective management, and the management of risk.",
    rationale: "Readers must know who is responsible for the system on which the statement reports, \
        and what it covers.",
    limitations: "Whether the system is sound, which is a question for the review of its \
        effectiveness.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::AAR_2015.at("reg. 3", "https://www.legislation.gov.uk/uksi/2015/234/regulation/3")],
    scope: Scope::ENGLAND,
    check: Check::Statement(in_england),
};

/// WAL-5-1.
pub const WAL_5_1: Rule = Rule {
    code: "WAL-5-1",
    name: "responsibility-not-acknowledged-in-wales",
    title: "Responsibility not acknowledged in Wales",
    requirement: REQUIREMENT_OUTSIDE_ENGLAND,
    method: METHOD_OUTSIDE_ENGLAND,
    citations: &[legislation::wales("reg. 5(1)")],
    scope: Scope::WALES,
    check: Check::Statement(outside_england),
    ..REG_3
};

/// SCO-5-1.
pub const SCO_5_1: Rule = Rule {
    code: "SCO-5-1",
    name: "responsibility-not-acknowledged-in-scotland",
    title: "Responsibility not acknowledged in Scotland",
    requirement: REQUIREMENT_OUTSIDE_ENGLAND,
    method: METHOD_OUTSIDE_ENGLAND,
    citations: &[legislation::scotland("reg. 5(1)")],
    scope: Scope::SCOTLAND,
    check: Check::Statement(outside_england),
    ..REG_3
};

/// NI-4-1.
pub const NI_4_1: Rule = Rule {
    code: "NI-4-1",
    name: "responsibility-not-acknowledged-in-northern-ireland",
    title: "Responsibility not acknowledged in Northern Ireland",
    requirement: REQUIREMENT_OUTSIDE_ENGLAND,
    method: METHOD_OUTSIDE_ENGLAND,
    citations: &[legislation::northern_ireland("reg. 4(1)")],
    scope: Scope::NORTHERN_IRELAND,
    check: Check::Statement(outside_england),
    ..REG_3
};

/// The three limbs in the regulations of England.
const AIMS_MANAGEMENT_AND_RISK: [&str; 3] = [
    "the authority's functions, aims and objectives",
    "effective financial and operational management",
    "effective arrangements for managing risk",
];

/// The three limbs in the regulations of Wales, Scotland and Northern Ireland.
const FUNCTIONS_FINANCE_AND_RISK: [&str; 3] = [
    "the effective exercise of the authority's functions",
    "adequate and effective financial management",
    "arrangements for managing risk",
];

fn in_england(context: &StatementContext<'_>) -> Outcome {
    acknowledged(context, AIMS_MANAGEMENT_AND_RISK)
}

fn outside_england(context: &StatementContext<'_>) -> Outcome {
    acknowledged(context, FUNCTIONS_FINANCE_AND_RISK)
}

/// Whether the statement acknowledges responsibility for internal control with every limb that the law names,
/// in the order of [`ControlLimb::ALL`] and in the words of that law.
fn acknowledged(context: &StatementContext<'_>, limbs: [&str; 3]) -> Outcome {
    let at = Pointer::fixed("/review/responsibility");
    let responsibility = context.statement.review.responsibility.as_ref();
    let Some(responsibility) = responsibility.filter(|one| !one.text.trim().is_empty()) else {
        return Outcome::not_met(
            at,
            "The statement does not acknowledge the authority's responsibility for a sound system of \
                internal control.",
            "State that the authority is responsible for a sound system of internal control.",
        );
    };
    let at = at.key("limbs");
    if responsibility.limbs.is_empty() {
        return Outcome::indeterminate(
            at,
            "List which of the three purposes in the regulations the acknowledgement includes.",
        );
    }
    let named = ControlLimb::ALL.into_iter().zip(limbs);
    let left_out = named.filter(|(limb, _)| !responsibility.limbs.contains(limb)).map(|(_, limb)| {
        Finding::new(
            at.as_str(),
            format!("The acknowledgement of responsibility omits {limb}."),
            format!("State that the system of internal control includes {limb}."),
        )
    });
    Outcome::of(left_out.collect())
}

#[cfg(test)]
mod tests {
    use governance_model::ControlLimb;

    use super::REG_3;
    use crate::sample;
    use ags_report::Outcome;

    #[test]
    fn all_three_limbs_are_enough_and_two_are_not() {
        let mut statement = sample::statement();
        assert_eq!(sample::check(&REG_3, &statement), Outcome::Met);
        statement.review.responsibility.as_mut().unwrap().limbs.pop();
        let Outcome::NotMet { findings } = sample::check(&REG_3, &statement) else { panic!("two limbs") };
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains("managing risk"), "{}", findings[0].message);
    }

    #[test]
    fn one_limb_lacks_two() {
        let mut statement = sample::statement();
        statement.review.responsibility.as_mut().unwrap().limbs = vec![ControlLimb::EffectiveManagement];
        let Outcome::NotMet { findings } = sample::check(&REG_3, &statement) else { panic!("one limb") };
        assert_eq!(findings.len(), 2);
    }

    #[test]
    fn no_words_are_a_breach_and_no_list_of_limbs_is_a_doubt() {
        let mut statement = sample::statement();
        statement.review.responsibility.as_mut().unwrap().limbs.clear();
        assert!(matches!(sample::check(&REG_3, &statement), Outcome::Indeterminate { .. }));
        statement.review.responsibility.as_mut().unwrap().text = " ".parse().unwrap();
        assert!(matches!(sample::check(&REG_3, &statement), Outcome::NotMet { .. }));
        statement.review.responsibility = None;
        assert!(matches!(sample::check(&REG_3, &statement), Outcome::NotMet { .. }));
    }
}
