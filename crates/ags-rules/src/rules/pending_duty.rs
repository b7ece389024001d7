//! A duty that is still to be done, and how long it may wait.

use chrono::NaiveDate;
use governance_model::{Category, FinancialYear, Nation};

use super::{category, deadlines};
use crate::context::StatementContext;
use ags_law::{Deadline, Milestone, SourceStatus};
use ags_report::{Outcome, Pointer};
use ags_statement::Notice;
use ags_statement::english;

/// A duty that is still to be done, for a statement or a return.
pub(super) struct PendingDuty<'a> {
    /// Where it belongs, as a JSON pointer.
    pub pointer: Pointer,
    /// That it is not done, as the beginning of a sentence.
    pub message: &'a str,
    /// What to do, as a sentence.
    pub action: &'a str,
}

impl PendingDuty<'_> {
    /// Not due until a day, inclusive, and not met after; indeterminate where no day is known.
    pub fn due_on(self, year: FinancialYear, as_at: NaiveDate, last: Option<NaiveDate>) -> Outcome {
        let Some(last) = last else {
            return deadlines::no_last_day(year, self.pointer);
        };
        if as_at <= last {
            return Outcome::NotDueYet { due: last, action: self.action.into() };
        }
        let message = format!("{}; the last day was {}.", self.message, english::date(last));
        Outcome::not_met(self.pointer, message, self.action)
    }

    /// As [`PendingDuty::due_on`] the day of a deadline; a question where that day was not found in its
    /// source.
    pub fn due_by(self, context: &StatementContext<'_>, deadline: Option<Deadline>) -> Outcome {
        match deadline {
            Some(deadline) if deadline.source_status == SourceStatus::Unconfirmed => {
                deadlines::unconfirmed(self.pointer, self.message, &deadline)
            }
            _ => self.due_on(context.year, context.as_at, deadline.map(|deadline| deadline.day)),
        }
    }

    /// As [`PendingDuty::due_by`] the day on which the sign-off must be over.
    ///
    /// England: in category 1 the day of publication, in category 2 the day before the public rights begin,
    /// since the accounts are approved before them. Elsewhere the day by which the accounts are approved,
    /// which the statement goes with; the regulations name none for the statement itself.
    pub fn before_sign_off_ends(self, context: &StatementContext<'_>) -> Outcome {
        if context.statement.local_code.authority.nation != Nation::England {
            return self.due_by(context, deadlines::last_day(context, Milestone::Approve));
        }
        match category::of(context) {
            Ok(Category::One) => self.before_publication(context, Category::One),
            Ok(Category::Two) => self.before_public_rights(context, Category::Two),
            Err(unknown) => unknown,
        }
    }

    /// As [`PendingDuty::due_by`] the day of publication in England. A notice that the authority is late
    /// carries it on, in category 1 to the backstop.
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

    /// As [`PendingDuty::due_by`] the day before the public rights begin in England. A notice that the
    /// authority is late asks for review.
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
        let question = "Was it done as soon as reasonably practicable?";
        Outcome::needs_review(
            self.pointer,
            format!("{says}, and a notice dated {noticed} gives the reason. {question}"),
        )
    }
}

fn passed(context: &StatementContext<'_>, deadline: Option<Deadline>) -> bool {
    deadline.is_some_and(|deadline| deadline.day < context.as_at)
}
