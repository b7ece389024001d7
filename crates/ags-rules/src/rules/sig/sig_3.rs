//! SIG-3: Significance undefined.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::rel::matters;
use crate::rules::scope;
use ags_report::{Outcome, Severity};

/// SIG-3.
pub const RULE: Rule = Rule {
    code: "SIG-3",
    name: "significance-undefined",
    title: "Significance undefined",
    requirement: "The statement says what it means by significant.",
    method: "A statement that reports significant issues says what makes an issue significant.",
    rationale: "Members ask what the word means. Without an answer the list looks like a choice.",
    limitations: "Whether the issues fit the meaning given. A statement that reports none is not asked, \
        though its readers may be glad of it.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("the meaning of significant")],
    scope: scope::EVERY_STATEMENT,
    uses_prior_year: false,
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
        format!(
            "The statement does not say what it means by significant, and {}.",
            matters::reports(context)
        ),
        "Say in a sentence what makes an issue significant.",
    )
}
