//! CODE-EDITION: Framework edition out of date.

use governance_model::FrameworkEdition;

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-EDITION.
pub const RULE: Rule = Rule {
    code: "CODE-EDITION",
    name: "framework-edition-out-of-date",
    title: "Framework edition out of date",
    requirement: "The code is based on the edition of the framework in force for its year.",
    method: "The CIPFA/SOLACE edition on which the code is based is in force for the code's year.",
    rationale: "The annual governance statement is measured against the edition in force; a code based on \
        an older one does not cover the new sub-principles.",
    limitations: "Whether the arrangements would also satisfy the newer edition.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope { from: 2007, ..Scope::ALWAYS },
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let Some(year) = context.year() else {
        return context.without_year();
    };
    let edition = context.code.framework;
    let framework = edition.framework();
    if edition == FrameworkEdition::Nolan {
        return Outcome::not_applicable("The document is based on the Seven Principles of Public Life.");
    }
    let Some(in_force) = FrameworkEdition::in_force(year) else {
        return Outcome::not_applicable(format!("No edition was in force for {year}."));
    };
    if in_force == edition {
        return Outcome::Met;
    }
    Outcome::not_met(
        "/framework",
        format!(
            "The code for {year} is based on the edition of {}, but that of {} is in force.",
            framework.published,
            in_force.framework().published
        ),
        format!("Revise the code to follow the edition of {}.", in_force.framework().published),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    #[test]
    fn the_edition_of_2007_serves_until_2015_16_and_not_a_year_longer() {
        let mut code = sample::code("year = \"2015/16\"", "");
        code.framework = governance_model::FrameworkEdition::CipfaSolace2007;
        assert_eq!(sample::check(&RULE, &code), Outcome::Met);
        code.document.year = Some("2016/17".parse().unwrap());
        assert_eq!(sample::findings(&RULE, &code)[0].pointer, "/framework");
    }

    #[test]
    fn an_undated_code_cannot_be_told_and_the_nolan_principles_are_no_edition() {
        let mut code = sample::code("", "");
        assert!(matches!(sample::check(&RULE, &code), Outcome::Indeterminate { .. }));
        code.document.dated = Some("2020-11".parse().unwrap());
        code.framework = governance_model::FrameworkEdition::Nolan;
        assert!(matches!(sample::check(&RULE, &code), Outcome::NotApplicable { .. }));
    }
}
