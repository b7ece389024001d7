//! REG-6-4-B: Framework not in force.

use governance_model::{Category, FrameworkEdition};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::category;
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REG-6-4-B.
pub const RULE: Rule = Rule {
    code: "REG-6-4-B",
    name: "framework-not-in-force",
    title: "Framework not in force",
    requirement: "The statement is prepared in accordance with the proper practices of its year.",
    method: "The statement is based on the framework edition that is proper practice for its year.",
    rationale: "Proper practices supply the detail that the regulations leave open. Their particular \
        requirements are checked by the rules named after the edition, such as FW16.",
    limitations: "Whether the statement meets the edition's requirements; and, for category 2, whether it \
        follows the Practitioners' Guide for its year, about which a question is asked.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(4)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let at = "/review/framework";
    let year = context.year;
    match category::of(context) {
        Err(unknown) => return unknown,
        Ok(Category::Two) => {
            return Outcome::needs_review(
                at,
                format!(
                    "Was the statement prepared in accordance with the Practitioners' Guide for \
                    {year}?"
                ),
            );
        }
        Ok(Category::One) => {}
    }
    let Some(in_force) = FrameworkEdition::in_force(year) else {
        return Outcome::indeterminate(
            at,
            format!("The framework edition in force for {year} is not known."),
        );
    };
    let used = context.statement.review.framework;
    if used == in_force {
        return Outcome::Met;
    }
    let titled = |edition: FrameworkEdition| {
        let framework = edition.framework();
        format!("{} ({}, {})", framework.title, framework.publisher, framework.published)
    };
    Outcome::not_met(
        at,
        format!("The review is based on {}, which is not in force for {year}.", titled(used)),
        format!("Prepare the statement in accordance with {}.", titled(in_force)),
    )
}

#[cfg(test)]
mod tests {
    use governance_model::{Category, FrameworkEdition};

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;

    #[test]
    fn the_2016_edition_is_in_force_from_2016_17_and_the_2007_edition_before() {
        let mut statement = sample::statement();
        statement.review.year = Some("2016/17".parse().unwrap());
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.year = Some("2015/16".parse().unwrap());
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
        statement.review.framework = FrameworkEdition::CipfaSolace2007;
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn the_nolan_principles_are_no_proper_practice() {
        let mut statement = sample::statement();
        statement.review.framework = FrameworkEdition::Nolan;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_smaller_authority_has_a_guide_of_its_own() {
        let mut statement = sample::statement();
        statement.local_code.authority.category = Some(Category::Two);
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
        statement.local_code.authority.category = None;
        statement.local_code.authority.kind = governance_model::AuthorityKind::NotStated;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { .. }));
    }
}
