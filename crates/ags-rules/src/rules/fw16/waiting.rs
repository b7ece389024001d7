//! Duties that wait for an earlier step.

use crate::context::StatementContext;
use crate::rules::deadlines::publish_by;
use ags_report::Outcome;

/// The answer to a duty that waits for an earlier step: not due yet until the last day to publish; where none
/// is known, or it has passed, the earlier step's own rule answers and this one does not apply.
pub(in crate::rules) fn waits(context: &StatementContext<'_>, needs: &str, because: &str) -> Outcome {
    match publish_by(context) {
        Some(due) if context.as_at <= due => Outcome::NotDueYet { due, action: needs.into() },
        _ => Outcome::not_applicable(because),
    }
}
