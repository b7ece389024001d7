//! AGAR-10: Digital and data compliance not answered.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-10.
pub const RULE: Rule = Rule {
    code: "AGAR-10",
    name: "digital-and-data-compliance-not-answered",
    title: "Digital and data compliance not answered",
    requirement: "Assertion 10, on digital and data compliance, is answered, from the return for 2025/26.",
    method: assertion::METHOD,
    rationale: "Correspondence in private mailboxes is lost when their holders leave, and a website that \
        is not accessible excludes some readers.",
    limitations: "Whether the answer is true: e-mail on a domain owned by the authority, an accessible \
        website (not required of parish meetings), data protection and an IT policy.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 10")],
    scope: Scope { from: 2025, ..RETURN },
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_10, assertion::nothing)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::Agar;

    #[test]
    fn the_return_for_2025_26_must_answer_it_and_the_one_before_need_not() {
        let of = |year: &str| {
            let agar = Agar { year: Some(year.parse().unwrap()), ..sample::agar() };
            sample::check_agar_on(&RULE, &agar, day(2026, 7, 1))
        };
        assert!(matches!(of("2024/25"), Outcome::NotApplicable { .. }));
        assert!(matches!(of("2025/26"), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_yes_and_a_no_answer_it() {
        for answer in ["yes", "no"] {
            let mut agar = Agar { year: Some("2025/26".parse().unwrap()), ..sample::agar() };
            let tenth = serde_json::json!({ "number": 10, "answer": answer });
            agar.assertions.push(serde_json::from_value(tenth).unwrap());
            assert_eq!(sample::check_agar_on(&RULE, &agar, day(2026, 7, 1)), Outcome::Met);
        }
    }
}
