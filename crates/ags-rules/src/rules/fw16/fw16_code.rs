//! FW16-CODE: No local code named.

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// FW16-CODE.
pub const RULE: Rule = Rule {
    code: "FW16-CODE",
    name: "no-local-code-named",
    title: "No local code named",
    requirement: "The statement refers to the authority's own local code of governance.",
    method: "The statement refers to the authority's own local code of governance, by its title or by a \
        link.",
    rationale: "A statement reports how far the authority complied with its own code, so the reader must \
        be able to find the code. No law requires a code; an authority without one explains how it applies \
        the Framework's principles.",
    limitations: "Whether the link works, and whether the code it leads to is the one in force.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let code = &context.statement.local_code;
    if code.document.title.is_blank() && code.document.url.is_none() {
        return Outcome::not_met(
            "/local_code/document/title",
            "The statement neither names the local code nor links to it.",
            "Give the title of the local code, or the address where it can be read.",
        );
    }
    if code.principles.is_empty() {
        return Outcome::needs_review(
            "/local_code/principles",
            format!(
                "The statement names \"{}\" but gives no arrangement from it. Has the authority adopted \
                    its own local code?",
                code.document.title
            ),
        );
    }
    Outcome::Met
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;

    #[test]
    fn a_title_or_a_link_is_enough_and_neither_is_not() {
        let mut statement = sample::statement();
        statement.local_code.document.title = " ".parse().unwrap();
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met, "it still links");
        statement.local_code.document.url = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
        statement.local_code.document.title = "Local Code".parse().unwrap();
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn a_code_without_a_single_arrangement_goes_to_a_person() {
        let mut statement = sample::statement();
        statement.local_code.principles.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
    }
}
