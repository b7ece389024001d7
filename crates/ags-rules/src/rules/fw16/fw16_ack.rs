//! FW16-ACK: No acknowledgement of responsibility.

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// FW16-ACK.
pub const RULE: Rule = Rule {
    code: "FW16-ACK",
    name: "no-acknowledgement-of-responsibility",
    title: "No acknowledgement of responsibility",
    requirement: "The authority acknowledges its responsibility for a sound system of governance, \
        including internal control.",
    method: "The statement has a text in which the authority acknowledges its responsibility for a sound \
        system of governance, including internal control.",
    rationale: "A reader must know who is responsible for what follows. The Framework asks for the \
        acknowledgement at the beginning of the statement.",
    limitations: "Whether a text that speaks of responsibility and of internal control in other words \
        acknowledges it; a question is asked about such a text.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let responsibility = context.statement.review.responsibility.as_ref();
    let Some(says) = responsibility.map(|one| &one.text).filter(|says| !says.is_blank()) else {
        return Outcome::not_met(
            "/review/responsibility",
            "The statement does not acknowledge the authority's responsibility for its governance.",
            "State that the authority is responsible for a sound system of governance, including internal \
                control.",
        );
    };
    let words = says.to_lowercase();
    if words.contains("responsib") && words.contains("internal control") {
        return Outcome::Met;
    }
    Outcome::needs_review(
        "/review/responsibility/text",
        "Does this text acknowledge that the authority is responsible for a sound system of governance, \
            including internal control?",
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;

    fn says(words: &str) -> Outcome {
        let mut statement = sample::statement();
        statement.review.responsibility.as_mut().unwrap().text = words.parse().unwrap();
        sample::check(&RULE, &statement)
    }

    #[test]
    fn plain_words_meet_it_and_blank_words_are_none() {
        assert_eq!(
            says(
                "The Council has responsibility for governance and Internal \
            Control."
            ),
            Outcome::Met
        );
        assert!(matches!(says(" \n"), Outcome::NotMet { .. }));
    }

    #[test]
    fn words_that_leave_out_internal_control_go_to_a_person() {
        assert!(matches!(says("The Council is responsible."), Outcome::NeedsReview { .. }));
        assert!(matches!(says("Internal control is in place."), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn a_statement_that_is_silent_does_not_meet_it() {
        let mut statement = sample::statement();
        statement.review.responsibility = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
