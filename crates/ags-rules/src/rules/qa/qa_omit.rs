//! QA-OMIT: Known matters left out.

use governance_model::{Matter, Text};

use super::citations::SPELTHORNE;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// QA-OMIT.
pub const RULE: Rule = Rule {
    code: "QA-OMIT",
    name: "known-matters-left-out",
    title: "Known matters left out",
    requirement: "Every matter brought to the authority's notice is reported as an issue, or the statement \
        says why it is none.",
    method: "The review keeps a register of the matters others brought to the authority's notice. Each of \
        them names the significant issue that reports it, or says why it is no significant issue; an empty \
        register says that there were none. Which matters may not be excused is for the rules on significant \
        issues.",
    rationale: "Judgments, errors and reviews that everybody in the council knew of were left out of \
        statements, and members and auditors found them. A register that must be emptied shows that nothing \
        was forgotten.",
    limitations: "A matter that is not in the register, and whether an excuse is a good one.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[SPELTHORNE],
    scope: Scope::ALWAYS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(matters) = &context.statement.review.matters else {
        return Outcome::indeterminate(
            "/review/matters",
            "List the matters that auditors, inspectors, courts and others brought to the authority's \
             notice; give an empty list where there were none.",
        );
    };
    Outcome::of(matters.iter().enumerate().filter_map(|(index, one)| left_out(index, one)).collect())
}

fn left_out(index: usize, matter: &Matter) -> Option<Finding> {
    let excused = matter.excused.as_ref().is_some_and(|excuse| !Text::is_blank(excuse));
    (matter.issues.is_empty() && !excused).then(|| {
        Finding::new(
            Pointer::root().key("review").key("matters").index(index),
            format!(
                "No significant issue reports {} ({}), and the statement does not say why.",
                matter.title, matter.id
            ),
            "Name the issue that reports it, or say why it is no significant issue.",
        )
    })
}
