//! SIG-3: significance undefined.

use crate::case::Case;
use crate::law;
use crate::rule::{Check, Outcome, Rule, Severity, Status};
use crate::rules::rel;

/// SIG-3.
pub const RULE: Rule = Rule {
    code: "SIG-3",
    name: "significance-undefined",
    asks: "The statement says what it means by significant.",
    checks: "A statement that reports significant issues says what makes an issue significant.",
    why: "Members ask what the word means. Without an answer the list looks like a choice.",
    cannot_tell: "Whether the issues fit the meaning given. A statement that reports none is not asked, though its readers \
        may be glad of it.",
    severity: Severity::Advice,
    status: Status::Stable,
    cites: &[law::QUALITY.part("the meaning of significant")],
    binds: rel::EVERY_STATEMENT,
    check: Check::Statement(check),
};

fn check(case: &Case<'_>) -> Outcome {
    let review = &case.statement.review;
    if review.significance.as_ref().is_some_and(|passage| !passage.says.is_blank()) {
        return Outcome::Met;
    }
    if review.issues.is_empty() {
        return Outcome::not_applicable("The statement reports no significant issue.");
    }
    Outcome::not_met(
        "/review/significance",
        format!("The statement does not say what it means by significant, and {}.", rel::reports(case)),
        "Say in a sentence what makes an issue significant.",
    )
}
