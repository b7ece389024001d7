//! QA-OMIT: Matters not reported or explained.

use governance_model::{Matter, Text};

use super::citations::SPELTHORNE;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::rel::matters;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// QA-OMIT.
pub const RULE: Rule = Rule {
    code: "QA-OMIT",
    name: "matters-not-reported-or-explained",
    title: "Matters not reported or explained",
    requirement: "Every matter brought to the authority's notice is reported as an issue, or the statement \
        explains why it is not significant.",
    method: "The review lists the matters that others brought to the authority's notice. Each names the \
        significant issue that reports it, or explains why it is not significant; an empty list says that \
        there were none. Which matters must be reported as issues is checked by the rules on significant \
        issues.",
    rationale: "Members and auditors found that judgments, errors and reviews known to the council were \
        not in its statement. A list in which every matter is accounted for shows that none was \
        overlooked.",
    limitations: "A matter that is not listed, and whether an explanation is adequate.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[SPELTHORNE],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(listed) = &context.statement.review.matters else {
        return matters::unlisted();
    };
    Outcome::of(listed.iter().enumerate().filter_map(|(index, one)| left_out(index, one)).collect())
}

fn left_out(index: usize, matter: &Matter) -> Option<Finding> {
    let excused = matter.excused.as_ref().is_some_and(|excuse| !Text::is_blank(excuse));
    (matter.issues.is_empty() && !excused).then(|| {
        Finding::new(
            Pointer::root().key("review").key("matters").index(index),
            format!(
                "The matter {} ({}) is not reported as a significant issue, and the statement does not \
                    explain why.",
                matter.title, matter.id
            ),
            "Name the issue that reports the matter, or explain why it is not significant.",
        )
    })
}
