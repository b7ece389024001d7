//! ADD25-PLAN: Progress on the last action plan not reported.

use governance_model::{Action, Text};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::fw16::{fw16_plan, fw16_prior};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-PLAN.
pub const RULE: Rule = Rule {
    code: "ADD25-PLAN",
    name: "progress-on-the-last-action-plan-not-reported",
    title: "Progress on the last action plan not reported",
    requirement: "The action plan gives owners and dates, and the statement reports progress on the \
        previous plan.",
    method: "The plan meets FW16-PLAN, and last year's issues meet FW16-PRIOR. In addition, each action \
        that continues one of an earlier plan reports its progress.",
    rationale: "Progress on the previous plan shows readers how far this plan can be relied on.",
    limitations: "Whether an action of the previous plan was left out, which QA-CARRY compares with last \
        year's statement. The text of the addendum was not available; the rule follows published papers \
        about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
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
                "The action {} is carried forward from {from}, but the statement does not report its \
                    progress.",
                action.id
            ),
            "Report the progress of the action in the year.",
        )
    })
}
