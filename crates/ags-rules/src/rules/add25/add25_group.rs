//! ADD25-GROUP: A group left out.

use governance_model::{GroupBody, Text};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-GROUP.
pub const RULE: Rule = Rule {
    code: "ADD25-GROUP",
    name: "a-group-left-out",
    title: "A group left out",
    requirement: "The statement covers the governance of the bodies through which the authority acts, or \
        says that there are none.",
    method: "The review lists the companies, joint ventures, partnerships, shared services and trusts \
        through which the authority acts, and says of each how its governance was looked at or names the \
        assurance on it. An empty list says that there are none.",
    rationale: "Councils have failed by companies that their governance did not reach.",
    limitations: "A body that is not in the list. Nobody here has read the addendum: what is asked is what \
        papers about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(group) = &context.statement.review.group else {
        return Outcome::not_met(
            "/review/group",
            "The statement does not say whether the authority acts through other bodies.",
            "List its companies, joint ventures, partnerships and shared services; give an empty list where \
             there are none.",
        );
    };
    let silent = |body: &GroupBody| body.assurance.is_none() && body.text.as_ref().is_none_or(Text::is_blank);
    let findings = group.iter().enumerate().filter(|(_, body)| silent(body)).map(|(index, body)| {
        Finding::new(
            Pointer::root().key("review").key("group").index(index),
            format!("The statement does not say how the governance of {} was looked at.", body.name),
            "Say how it was looked at, or name the assurance on it.",
        )
    });
    Outcome::of(findings.collect())
}
