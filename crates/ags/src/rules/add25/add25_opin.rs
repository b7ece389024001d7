//! ADD25-OPIN: a conclusion without its weaknesses.

use super::{BINDS, CITES};
use crate::case::{self, Case};
use crate::rule::{Check, Outcome, Rule, Severity, Status};
use crate::rules::fw16::fw16_opin;

/// ADD25-OPIN.
pub const RULE: Rule = Rule {
    code: "ADD25-OPIN",
    name: "a-conclusion-without-its-weaknesses",
    asks: "The statement concludes clearly whether the arrangements were fit for purpose, weaknesses \
        included.",
    checks: "The opinion does as FW16-OPIN asks: one, with a level from the closed list, in words that say \
        whether the arrangements are fit for purpose. Beyond that, where there are significant issues a \
        person is asked when the words of the opinion speak of none.",
    why: "A conclusion that leaves out what is weak is half a conclusion, and it is the half that is \
        quoted.",
    cannot_tell: "Whether the conclusion is right. Nobody here has read the addendum: what is asked is what papers \
        about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    cites: CITES,
    binds: BINDS,
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

fn check(case: &Case<'_>) -> Outcome {
    let answer = fw16_opin::check(case);
    let review = &case.statement.review;
    let told = review.opinions.iter().any(|one| case::holds_any(&one.says, &WEAK).is_some());
    match (answer, review.issues.first()) {
        (Outcome::Met, Some(issue)) if !told => Outcome::ask(
            "/review/opinions/0/says",
            format!(
                "The statement reports {} ({}): does its conclusion take that in?",
                issue.title, issue.id
            ),
        ),
        (answer, _) => answer,
    }
}
