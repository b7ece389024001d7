//! FW16-LINK: Statement published without the accounts.

use super::citations::CITES;
use super::waiting::waits;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::PublishedWith;
use ags_statement::english;

/// FW16-LINK.
pub const RULE: Rule = Rule {
    code: "FW16-LINK",
    name: "statement-published-without-the-accounts",
    title: "Statement published without the accounts",
    requirement: "The approved statement is published with the accounts.",
    method: "The approved statement was published with the accounts, within them or separately.",
    rationale: "The two are read together: the statement shows how far the arrangements behind the figures \
        can be relied on.",
    limitations: "Whether a reader who finds one of them also finds the other.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(published) = context.as_approved() else {
        return waits(
            context,
            "Publish the approved statement with the accounts.",
            "The approved statement has not been published yet.",
        );
    };
    if published.with.contains(&PublishedWith::Accounts) {
        return Outcome::Met;
    }
    Outcome::not_met(
        "/sign_off/publication/as_approved/with",
        format!("The statement was published on {} without the accounts.", english::date(published.on)),
        "Publish the statement with the accounts, or link each to the other.",
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::PublishedWith;

    #[test]
    fn with_the_accounts_is_asked_and_with_the_narrative_alone_is_not_enough() {
        let mut statement = sample::statement();
        statement.sign_off.publication.as_approved.as_mut().unwrap().with = vec![PublishedWith::Accounts];
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.sign_off.publication.as_approved.as_mut().unwrap().with =
            vec![PublishedWith::NarrativeStatement];
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
