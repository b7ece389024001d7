//! REL-GROUP: Group body without assurance.

use super::wording::is_blank;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// REL-GROUP.
pub const RULE: Rule = Rule {
    code: "REL-GROUP",
    name: "group-body-without-assurance",
    title: "Group body without assurance",
    requirement: "The statement covers the governance of the companies and other bodies the authority acts \
        through.",
    method: "For each company, joint venture, partnership, shared service and trust the statement lists \
        there is an assurance, or words on how its governance was looked at. An empty list says that there \
        are none. An assurance that is named and not listed is AGS-REF.",
    rationale: "Public money and public duties have gone to bodies that members no longer see every month. \
        Some of the worst failures began there.",
    limitations: "Bodies that the statement does not list, and how good the assurance on one is.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("the governance of companies and partners is covered")],
    scope: crate::rules::scope::EVERY_STATEMENT,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(group) = &context.statement.review.group else {
        return Outcome::indeterminate(
            "/review/group",
            "List the bodies through which the authority acts; an empty list says that there are none.",
        );
    };
    let unseen = group.iter().enumerate();
    let unseen = unseen.filter(|(_, body)| body.assurance.is_none() && is_blank(body.text.as_ref()));
    Outcome::of(
        unseen
            .map(|(index, body)| {
                Finding::new(
                    Pointer::root().key("review").key("group").index(index),
                    format!(
                        "The statement lists {} and says nothing of how its governance was looked at.",
                        body.name
                    ),
                    "Name the assurance there is on it, or say how its governance was looked at.",
                )
            })
            .collect(),
    )
}
