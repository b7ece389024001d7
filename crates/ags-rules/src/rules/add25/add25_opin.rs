//! ADD25-OPIN: Conclusion that omits the significant issues.

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use crate::rules::fw16::fw16_opin;
use ags_report::{Outcome, Severity};

/// ADD25-OPIN.
pub const RULE: Rule = Rule {
    code: "ADD25-OPIN",
    name: "conclusion-that-omits-the-significant-issues",
    title: "Conclusion that omits the significant issues",
    requirement: "The statement concludes clearly whether the arrangements were fit for purpose, and the \
        conclusion takes account of weaknesses.",
    method: "The opinion meets FW16-OPIN: one opinion, with a level of assurance and a text that says \
        whether the arrangements are fit for purpose. In addition, where there are significant issues, a \
        question is asked if the text of the opinion mentions none.",
    rationale: "The conclusion is the part most often quoted, so it should mention the weaknesses.",
    limitations: "Whether the conclusion is right. The text of the addendum was not available; the rule \
        follows published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
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
                "The statement reports {} ({}). Does its opinion take that issue into account?",
                issue.title, issue.id
            ),
        ),
        (answer, _) => answer,
    }
}
