//! ADD25-GROUP: Group bodies not covered.

use governance_model::{GroupBody, Text};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-GROUP.
pub const RULE: Rule = Rule {
    code: "ADD25-GROUP",
    name: "group-bodies-not-covered",
    title: "Group bodies not covered",
    requirement: "The statement covers the governance of the bodies through which the authority acts, or \
        says that there are none.",
    method: "The review lists the companies, joint ventures, partnerships, shared services and trusts \
        through which the authority acts, and says how the governance of each was reviewed or names the \
        assurance on it. An empty list says that there are none.",
    rationale: "Some serious failures of councils began in companies outside their governance \
        arrangements.",
    limitations: "A body that is not listed. The text of the addendum was not available; the rule follows \
        published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(group) = &context.statement.review.group else {
        return Outcome::not_met(
            "/review/group",
            "The statement does not say whether the authority acts through other bodies.",
            "List the bodies through which the authority acts; give an empty list if there are none.",
        );
    };
    let silent = |body: &GroupBody| body.assurance.is_none() && body.text.as_ref().is_none_or(Text::is_blank);
    let findings = group.iter().enumerate().filter(|(_, body)| silent(body)).map(|(index, body)| {
        Finding::new(
            Pointer::root().key("review").key("group").index(index),
            format!("The statement does not say how the governance of {} was reviewed.", body.name),
            "Name the assurance on the body, or say how its governance was reviewed.",
        )
    });
    Outcome::of(findings.collect())
}
