//! When the period for the exercise of public rights begins.

use chrono::NaiveDate;
use governance_model::{Category, Nation};

use crate::context::StatementContext;
use crate::rules::deadlines;
use ags_law::{Deadline, Milestone};
use ags_report::{Outcome, Pointer};

/// The days that bound the beginning of the public rights period.
pub(in crate::rules) struct Begin {
    /// The last day to begin it, with the provision and the status of the day the draft is due.
    pub(in crate::rules) by: Deadline,
    /// The tenth working day of the month, which the period may have to hold.
    pub(in crate::rules) tenth: NaiveDate,
}

/// When the public rights period must have begun; the answer where that is not known.
pub(in crate::rules) fn begin(
    context: &StatementContext<'_>,
    category: Category,
    at: &Pointer,
) -> Result<Begin, Outcome> {
    let Some(draft) = ags_law::deadline(Milestone::Draft, context.year, category, context.as_at) else {
        return Err(deadlines::no_last_day(context.year, at));
    };
    let month = draft.day.succ_opt().and_then(|day| ags_law::first_working_days(Nation::England, day, 10));
    match month.as_deref() {
        Some([first, .., tenth]) => Ok(Begin { by: Deadline { day: *first, ..draft }, tenth: *tenth }),
        _ => {
            Err(Outcome::indeterminate(at, format!("The working days after {} are not known.", context.year)))
        }
    }
}
