//! The last days of duties.

use chrono::NaiveDate;
use governance_model::FinancialYear;

use crate::context::StatementContext;
use ags_law::{Deadline, Milestone, SourceStatus};
use ags_report::Outcome;
use ags_statement::english;

/// Whether something that is done was done by its last day.
pub(super) fn in_time(
    context: &StatementContext<'_>,
    at: impl Into<String>,
    done: &str,
    on: NaiveDate,
    deadline: Option<Deadline>,
) -> Outcome {
    let Some(deadline) = deadline else {
        return no_last_day(context.year, at);
    };
    let done = format!("{done} on {}", english::date(on));
    if deadline.source_status == SourceStatus::Unconfirmed {
        return unconfirmed(at, &done, &deadline);
    }
    if on <= deadline.day {
        return Outcome::Met;
    }
    let last = english::date(deadline.day);
    Outcome::not_met(at, format!("{done}; the last day was {last}."), "Publish the reason for the delay.")
}

/// The last day for a duty by the law of the authority's nation.
pub(super) fn last_day(context: &StatementContext<'_>, milestone: Milestone) -> Option<Deadline> {
    let authority = &context.statement.local_code.authority;
    ags_law::deadline_in(authority.nation, milestone, context.year, authority.size(), context.as_at)
}

/// The last day to publish the approved statement, inclusive: the ordinary one, or once that has passed the
/// very last one; none where the law we hold gives none.
pub(super) fn publish_by(context: &StatementContext<'_>) -> Option<NaiveDate> {
    let known = [Milestone::Publish, Milestone::Backstop]
        .into_iter()
        .filter_map(|milestone| last_day(context, milestone));
    let confirmed = known.filter(|deadline| deadline.source_status == SourceStatus::Confirmed);
    let mut days: Vec<NaiveDate> = confirmed.map(|deadline| deadline.day).collect();
    days.sort_unstable();
    days.iter().find(|day| context.as_at <= **day).or(days.last()).copied()
}

/// The answer where no last day is known.
pub(super) fn no_last_day(year: FinancialYear, at: impl Into<String>) -> Outcome {
    Outcome::indeterminate(at, format!("The deadline for {year} is not known."))
}

/// The question where the last day was not found in its source.
pub(super) fn unconfirmed(at: impl Into<String>, says: &str, deadline: &Deadline) -> Outcome {
    let (day, by) = (english::date(deadline.day), deadline.by);
    Outcome::needs_review(
        at,
        format!(
            "{says}. The last day is taken to be {day} ({by}), which its source does not confirm. Was that \
                deadline met?"
        ),
    )
}
