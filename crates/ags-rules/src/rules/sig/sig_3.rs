//! SIG-3: Significance not defined.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::rel::matters;
use crate::rules::scope;
use ags_report::{Outcome, Severity};

/// SIG-3.
pub const RULE: Rule = Rule {
    code: "SIG-3",
    name: "significance-not-defined",
    title: "Significance not defined",
    requirement: "The statement defines a significant issue.",
    method: "A statement that reports significant issues says what makes an issue significant.",
    rationale: "Members ask what the word means. Without a definition the choice of issues appears \
        arbitrary.",
    limitations: "Whether the issues match the definition. A statement that reports no issue is not \
        checked.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("the meaning of significant")],
    scope: scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    if review.significance.as_ref().is_some_and(|passage| !passage.text.is_blank()) {
        return Outcome::Met;
    }
    if review.issues.is_empty() {
        return Outcome::not_applicable("The statement reports no significant issue.");
    }
    Outcome::not_met(
        "/review/significance",
        format!("The statement does not define a significant issue; {}.", matters::reports(context)),
        "Define a significant issue in a sentence.",
    )
}
