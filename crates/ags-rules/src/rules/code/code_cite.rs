//! CODE-CITE: Incorrect legal citation.

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_law::misnomer;
use ags_report::{Outcome, Severity};

/// CODE-CITE.
pub const RULE: Rule = Rule {
    code: "CODE-CITE",
    name: "incorrect-legal-citation",
    title: "Incorrect legal citation",
    requirement: "The code cites instruments by their correct names, and the provision that makes the \
        requirement.",
    method: "No citation and no sentence uses a name or a provision that is known to be cited wrongly: an \
        instrument that does not exist, or a provision cited for what another one says. The list is \
        `law/citations.toml`.",
    rationale: "A reader who looks up an incorrect citation finds nothing, or something else.",
    limitations: "Incorrect names and provisions that are not on the list.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::LAW,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let wrong: Vec<_> = misnomer::misnomers().collect();
    Outcome::of(super::misnomers::cited_as(context, &wrong))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn found(words: &str) -> usize {
        sample::findings(&RULE, &sample::says("", words)).len()
    }

    #[test]
    fn the_name_of_the_act_must_be_right() {
        assert_eq!(found("As the Public Service (Social Value) Act 2012 requires."), 1);
        assert_eq!(found("As the Public Services (Social Value) Act 2012 requires."), 0);
        assert_eq!(found("The CIPFA Financial Management Code 2021 is met."), 1);
        assert_eq!(found("The CIPFA Financial Management Code (2019) was met in 2021."), 0);
    }

    #[test]
    fn section_151_needs_the_year_of_its_act() {
        assert_eq!(found("Duties under the Local Government Act - S151."), 1);
        assert_eq!(found("Duties under section 151 of the Local Government Act 1972."), 0);
    }

    #[test]
    fn the_duty_to_review_is_not_the_duty_to_state() {
        assert_eq!(found("Regulation 6(1)(a) asks for a review and a statement on it."), 1);
        assert_eq!(found("Regulation 6(1)(a) asks for a review and 6(1)(b) for a statement on it."), 0);
        assert_eq!(found("Regulation 6(1)(a) asks for a review."), 0);
    }

    #[test]
    fn one_line_is_reported_once_for_one_fault() {
        let twice = "The Public Service (Social Value) Act. The Public Service (Social Value) Act again.";
        assert_eq!(found(twice), 1);
    }
}
