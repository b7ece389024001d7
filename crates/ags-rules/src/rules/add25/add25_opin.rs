//! ADD25-OPIN: A conclusion without its weaknesses.

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use crate::rules::fw16::fw16_opin;
use ags_report::{Outcome, Severity};

/// ADD25-OPIN.
pub const RULE: Rule = Rule {
    code: "ADD25-OPIN",
    name: "a-conclusion-without-its-weaknesses",
    title: "A conclusion without its weaknesses",
    requirement: "The statement concludes clearly whether the arrangements were fit for purpose, weaknesses \
        included.",
    method: "The opinion does as FW16-OPIN asks: one, with a level from the closed list, in words that say \
        whether the arrangements are fit for purpose. Beyond that, where there are significant issues a \
        person is asked when the words of the opinion speak of none.",
    rationale: "A conclusion that leaves out what is weak is half a conclusion, and it is the half that is \
        quoted.",
    limitations: "Whether the conclusion is right. Nobody here has read the addendum: what is asked is what \
        papers about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// Words that speak of what is weak.
const WEAK: [&str; 9] = [
    "issue",
    "issues",
    "weakness",
    "weaknesses",
    "improve",
    "improvement",
    "improvements",
    "concern",
    "concerns",
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let answer = fw16_opin::check(context);
    let review = &context.statement.review;
    let told = review.opinions.iter().any(|one| prose::find_phrase(&one.text, &WEAK).is_some());
    match (answer, review.issues.first()) {
        (Outcome::Met, Some(issue)) if !told => Outcome::needs_review(
            "/review/opinions/0/text",
            format!(
                "The statement reports {} ({}): does its conclusion take that in?",
                issue.title, issue.id
            ),
        ),
        (answer, _) => answer,
    }
}
