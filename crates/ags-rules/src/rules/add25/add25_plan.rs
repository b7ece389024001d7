//! ADD25-PLAN: A plan without the last one's progress.

use governance_model::{Action, Text};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::fw16::{fw16_plan, fw16_prior};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-PLAN.
pub const RULE: Rule = Rule {
    code: "ADD25-PLAN",
    name: "a-plan-without-the-last-ones-progress",
    title: "A plan without the last one's progress",
    requirement: "The action plan names who is responsible and by when, and tells how the last one went.",
    method: "The plan does as FW16-PLAN asks and last year's issues are answered as FW16-PRIOR asks. Beyond \
        that, each action that carries on from an earlier plan tells what was done so far.",
    rationale: "A plan is judged by what became of the one before it.",
    limitations: "Whether an action of the last plan was left out, for which QA-CARRY reads last year's \
        statement. Nobody here has read the addendum: what is asked is what papers about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    uses_prior_year: true,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let mut findings = Vec::new();
    for answer in [fw16_plan::check(context), fw16_prior::check(context)] {
        if let Outcome::NotMet { findings: more } = answer {
            findings.extend(more);
        }
    }
    let actions = context.statement.review.actions.iter().enumerate();
    findings.extend(actions.filter_map(|(index, action)| untold(index, action)));
    Outcome::of(findings)
}

/// An action that carries on from an earlier plan and tells nothing of what was done.
fn untold(index: usize, action: &Action) -> Option<Finding> {
    let from = action.carried_from.as_ref()?;
    let progress = action.progress.as_ref().and_then(|progress| progress.text.as_ref());
    progress.is_none_or(Text::is_blank).then(|| {
        Finding::new(
            Pointer::root().key("review").key("actions").index(index),
            format!(
                "The action {} carries on {from}, and the statement does not say what was done so far.",
                action.id
            ),
            "Say what was done on it in the year.",
        )
    })
}
