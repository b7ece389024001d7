//! What is not done, and how long it may wait.

use chrono::NaiveDate;
use governance_model::{Category, Nation};

use super::reg;
use crate::context::StatementContext;
use ags_law::{Deadline, Milestone, SourceStatus};
use ags_report::Outcome;
use ags_statement::Notice;
use ags_statement::english;

/// Something that is not done.
pub(super) struct PendingDuty<'a> {
    /// Where it belongs, as a JSON pointer into the statement.
    pub pointer: String,
    /// That it is not done, as the beginning of a sentence.
    pub message: &'a str,
    /// What to do, as a sentence.
    pub action: &'a str,
}

impl PendingDuty<'_> {
    /// Not due while there is time, not met after.
    pub fn due_by(self, context: &StatementContext<'_>, deadline: Option<Deadline>) -> Outcome {
        let Some(deadline) = deadline else {
            return no_last_day(context, self.pointer);
        };
        if deadline.source_status == SourceStatus::Unconfirmed {
            return unconfirmed(self.pointer, self.message, &deadline);
        }
        if context.as_at <= deadline.day {
            return Outcome::NotDueYet { due: deadline.day, action: self.action.into() };
        }
        let last = english::date(deadline.day);
        Outcome::not_met(self.pointer, format!("{}; the last day was {last}.", self.message), self.action)
    }

    /// As [`PendingDuty::by`] the day on which the sign-off must be over.
    ///
    /// England: in category 1 the day of publication, in category 2 the day before the public rights begin,
    /// since the accounts are approved before them. Elsewhere the day by which the accounts are approved, which
    /// the statement goes with; the regulations name none for the statement itself.
    pub fn before_sign_off_ends(self, context: &StatementContext<'_>) -> Outcome {
        if context.statement.local_code.authority.nation != Nation::England {
            return self.due_by(context, last_day(context, Milestone::Approve));
        }
        match reg::category(context) {
            Ok(Category::One) => self.before_publication(context, Category::One),
            Ok(Category::Two) => self.before_public_rights(context, Category::Two),
            Err(unknown) => unknown,
        }
    }

    /// As [`PendingDuty::by`] the day of publication in England. A notice that the authority is late carries it on,
    /// in category 1 to the backstop.
    pub fn before_publication(self, context: &StatementContext<'_>, category: Category) -> Outcome {
        let deadline = ags_law::deadline(Milestone::Publish, context.year, category, context.as_at);
        let Some(notice) = context.late_accounts_notice().filter(|_| passed(context, deadline)) else {
            return self.due_by(context, deadline);
        };
        let backstop = ags_law::deadline(Milestone::Backstop, context.year, category, context.as_at);
        if backstop.is_some_and(|backstop| context.as_at <= backstop.day) {
            return self.due_by(context, backstop);
        }
        self.with_notice(notice)
    }

    /// As [`PendingDuty::by`] the day before the public rights begin in England. A notice that the authority is late
    /// puts it to a person.
    pub fn before_public_rights(self, context: &StatementContext<'_>, category: Category) -> Outcome {
        let deadline = ags_law::deadline(Milestone::Draft, context.year, category, context.as_at);
        match context.late_rights_notice().filter(|_| passed(context, deadline)) {
            Some(notice) => self.with_notice(notice),
            None => self.due_by(context, deadline),
        }
    }

    /// The question where a notice says why it is late.
    fn with_notice(self, notice: &Notice) -> Outcome {
        let (says, noticed) = (self.message, english::date(notice.on));
        let question = "is it done as soon as reasonably practicable?";
        Outcome::needs_review(self.pointer, format!("{says}, and a notice of {noticed} says why: {question}"))
    }
}

/// Whether something that is done was done by its last day.
pub(super) fn in_time(
    context: &StatementContext<'_>,
    at: impl Into<String>,
    done: &str,
    on: NaiveDate,
    deadline: Option<Deadline>,
) -> Outcome {
    let Some(deadline) = deadline else {
        return no_last_day(context, at);
    };
    let done = format!("{done} on {}", english::date(on));
    if deadline.source_status == SourceStatus::Unconfirmed {
        return unconfirmed(at, &done, &deadline);
    }
    if on <= deadline.day {
        return Outcome::Met;
    }
    let last = english::date(deadline.day);
    Outcome::not_met(
        at,
        format!("{done}; the last day was {last}."),
        "Say why it was late, and publish that.",
    )
}

fn passed(context: &StatementContext<'_>, deadline: Option<Deadline>) -> bool {
    deadline.is_some_and(|deadline| deadline.day < context.as_at)
}

/// The last day for a duty by the law of the authority's nation.
pub(super) fn last_day(context: &StatementContext<'_>, duty: Milestone) -> Option<Deadline> {
    let authority = &context.statement.local_code.authority;
    ags_law::deadline_in(authority.nation, duty, context.year, authority.size(), context.as_at)
}

/// The last day to publish the approved statement, inclusive: the ordinary one, or once that has passed the very
/// last one; none where the law we hold gives none.
pub(super) fn publish_by(context: &StatementContext<'_>) -> Option<NaiveDate> {
    let known =
        [Milestone::Publish, Milestone::Backstop].into_iter().filter_map(|duty| last_day(context, duty));
    let confirmed = known.filter(|deadline| deadline.source_status == SourceStatus::Confirmed);
    let mut days: Vec<NaiveDate> = confirmed.map(|deadline| deadline.day).collect();
    days.sort_unstable();
    days.iter().find(|day| context.as_at <= **day).or(days.last()).copied()
}

/// The answer where no last day is known.
pub(super) fn no_last_day(context: &StatementContext<'_>, at: impl Into<String>) -> Outcome {
    Outcome::indeterminate(at, format!("The last day for {} is not known here.", context.year))
}

/// The question where the last day was not found in its source.
pub(super) fn unconfirmed(at: impl Into<String>, says: &str, deadline: &Deadline) -> Outcome {
    let (day, by) = (english::date(deadline.day), deadline.by);
    Outcome::needs_review(
        at,
        format!(
            "{says}; we have {day} as the last day ({by}), not confirmed in its source: was that day kept?"
        ),
    )
}
