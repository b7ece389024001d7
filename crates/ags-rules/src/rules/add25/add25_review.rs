//! ADD25-REVIEW: Method of the review not stated.

use crate::prose;
use std::iter;

use governance_model::{RoleKind, Text};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-REVIEW.
pub const RULE: Rule = Rule {
    code: "ADD25-REVIEW",
    name: "method-of-the-review-not-stated",
    title: "Method of the review not stated",
    requirement: "The statement says how the review was carried out; it was led by the authority's \
        leadership and covered the local code.",
    method: "The review says who led it and what its steps were. A question is asked where none of those \
        who led it holds a role that the local code lists as the authority, its executive, its management \
        or a statutory officer, and where no step mentions the local code. Whether each principle is \
        assessed is checked by FW16-ASSESS.",
    rationale: "The method shows how far readers can rely on the review.",
    limitations: "Whether the review was carried out as described. The text of the addendum was not \
        available; \
        the rule follows published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(process) = &context.statement.review.process else {
        return Outcome::not_met(
            "/review/process",
            "The statement does not say how the review was carried out.",
            "Say who led the review, and list its steps.",
        );
    };
    let absent = [
        ("led_by", process.led_by.iter().all(Text::is_blank), "who led the review"),
        ("steps", process.steps.iter().all(Text::is_blank), "what the steps of the review were"),
    ];
    let findings: Vec<Finding> = absent
        .iter()
        .filter(|(_, absent, _)| *absent)
        .map(|(part, _, what)| {
            let says = format!("The statement does not say {what}.");
            Finding::new(
                Pointer::root().key("review").key("process").key(part),
                says,
                format!(
                    "Say \
                {what}."
                ),
            )
        })
        .collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    if !process.led_by.iter().any(|name| leads(context, name)) {
        return Outcome::needs_review(
            "/review/process/led_by",
            "Was the review led by the authority's leadership?",
        );
    }
    if !process.steps.iter().any(|step| prose::find_phrase(step, &OF_THE_CODE).is_some()) {
        return Outcome::needs_review("/review/process/steps", "Did the review cover the local code itself?");
    }
    Outcome::Met
}

/// Words for the local code.
const OF_THE_CODE: [&str; 3] = ["local code", "code of corporate governance", "code of governance"];

/// Whether a name is, or begins or ends with, that of a role at the top of the authority.
fn leads(context: &StatementContext<'_>, name: &str) -> bool {
    let top = |kind| {
        matches!(
            kind,
            RoleKind::Authority
                | RoleKind::Executive
                | RoleKind::Management
                | RoleKind::HeadOfPaidService
                | RoleKind::MonitoringOfficer
                | RoleKind::ChiefFinancialOfficer
        )
    };
    let name = prose::words_of(name).join(" ");
    let mut roles = context.statement.local_code.roles.iter().filter(|role| top(role.kind));
    roles.any(|role| {
        let mut names = iter::once(&role.title).chain(&role.held_by).chain(&role.aliases);
        names.any(|own| {
            !own.is_blank() && prose::find_phrase(&name, &[prose::words_of(own).join(" ").as_str()]).is_some()
        })
    })
}
