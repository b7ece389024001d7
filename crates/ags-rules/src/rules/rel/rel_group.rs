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
    requirement: "The statement covers the governance of the companies and other bodies through which the \
        authority acts.",
    method: "For each company, joint venture, partnership, shared service and trust that the statement \
        lists there is an assurance, or a text on how its governance was reviewed. An empty list says that \
        there are none. A named assurance that is not listed is reported by AGS-REF.",
    rationale: "Public money and public functions have moved to bodies that members do not oversee \
        directly. Some serious governance failures began there.",
    limitations: "Bodies that the statement does not list, and the quality of the assurance.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("the governance of companies and partners is covered")],
    scope: crate::rules::scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(group) = &context.statement.review.group else {
        return Outcome::indeterminate(
            "/review/group",
            "List the bodies through which the authority acts; give an empty list if there are none.",
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
                        "The statement lists {} but does not say how its governance was reviewed.",
                        body.name
                    ),
                    "Name the assurance on the body, or say how its governance was reviewed.",
                )
            })
            .collect(),
    )
}
