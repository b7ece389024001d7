//! ADD25-REVIEW: A review without a method.

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
    name: "a-review-without-a-method",
    title: "A review without a method",
    requirement: "The statement says how the review was made, and it was led from the top and looked at the \
        local code.",
    method: "The review says who led it and what was done, step by step. A person is asked where nobody who \
        led it holds a part in governance that the local code lists as the authority, its executive, its \
        management or a statutory officer, and where no step speaks of the local code. Whether each \
        principle is assessed is FW16-ASSESS's question.",
    rationale: "A review is worth what went into it. One that is planned and led from the top is more than a \
        form that somebody fills in.",
    limitations: "Whether the review was made as the statement says. Nobody here has read the addendum: what \
        is asked is what papers about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(process) = &context.statement.review.process else {
        return Outcome::not_met(
            "/review/process",
            "The statement does not say how the review was made.",
            "Say who led the review and what was done, step by step.",
        );
    };
    let absent = [
        ("led_by", process.led_by.iter().all(Text::is_blank), "who led the review"),
        ("steps", process.steps.iter().all(Text::is_blank), "what was done for the review"),
    ];
    let findings: Vec<Finding> = absent
        .iter()
        .filter(|(_, absent, _)| *absent)
        .map(|(part, _, what)| {
            let says = format!("The statement does not say {what}.");
            Finding::new(Pointer::root().key("review").key("process").key(part), says, format!("Say {what}."))
        })
        .collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    if !process.led_by.iter().any(|name| leads(context, name)) {
        return Outcome::needs_review(
            "/review/process/led_by",
            "Was the review led by those who lead the authority?",
        );
    }
    if !process.steps.iter().any(|step| prose::find_phrase(step, &OF_THE_CODE).is_some()) {
        return Outcome::needs_review(
            "/review/process/steps",
            "Did the review look at how the local code itself worked?",
        );
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
