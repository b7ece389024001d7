//! The power to amend a statement after its approval.

use chrono::NaiveDate;

use ags_report::{Outcome, Pointer};
use ags_statement::{Approval, ApprovalDecision, Delegation, english};

/// Whether a delegated power was used in time, and whether a statement that was approved in principle is
/// final. `at` is the place of the approval.
pub(super) fn settled(approval: &Approval, at: &Pointer, as_at: NaiveDate, is_published: bool) -> Outcome {
    let in_principle = approval.decision == ApprovalDecision::InPrinciple;
    let Some(Delegation { to, until, exercised }) = &approval.delegated else {
        return if in_principle {
            Outcome::indeterminate(at.key("delegated"), "Say to whom further amendments are delegated.")
        } else {
            Outcome::Met
        };
    };
    let exercised = exercised.filter(|exercised| *exercised <= as_at);
    if let (Some(exercised), Some(until)) = (exercised, until.filter(|until| exercised > Some(*until))) {
        return Outcome::not_met(
            at.key("delegated").key("exercised"),
            format!(
                "The statement was amended on {} under a power that ended on {}.",
                english::date(exercised),
                english::date(until)
            ),
            "Submit the amended statement for approval again.",
        );
    }
    if !in_principle || exercised.is_some() {
        return Outcome::Met;
    }
    let on = english::date(approval.on);
    let says = format!("The statement was approved in principle on {on}, with amendments delegated to {to}");
    match until {
        Some(due) if as_at <= *due && !is_published => {
            let action = format!("Settle the final statement, under the power delegated to {to}.");
            Outcome::NotDueYet { due: *due, action }
        }
        Some(until) if *until < as_at => {
            let until = english::date(*until);
            Outcome::needs_review(
                at.key("delegated"),
                format!(
                    "{says}. That power ended on {until} and no use of it is recorded. Is the statement \
                     final?"
                ),
            )
        }
        _ => Outcome::needs_review(at.key("delegated"), format!("{says}. Is the statement final?")),
    }
}

/// Whether a delegated power gives authority for amendments made by a day: it was used in time, or still
/// runs.
pub(super) fn gives_authority(approval: &Approval, as_at: NaiveDate) -> bool {
    let Some(Delegation { until, exercised, .. }) = &approval.delegated else { return false };
    let used = exercised.filter(|exercised| *exercised <= as_at).unwrap_or(as_at);
    until.is_none_or(|until| used <= until)
}
