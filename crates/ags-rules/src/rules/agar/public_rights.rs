//! The period for the exercise of public rights.

use chrono::NaiveDate;
use governance_model::{Category, FinancialYear, Nation};

use crate::context::AgarContext;
use ags_law::{Deadline, Milestone, RIGHTS_PERIOD, Rights};
use ags_statement::{RightsPeriod, english};

/// The last day to have both sections approved, signed and published, so that the public rights begin in
/// time.
pub(in crate::rules) fn last_day(context: &AgarContext<'_>) -> Option<NaiveDate> {
    context.deadline(Milestone::Draft).map(|deadline| deadline.day)
}

/// Something that is wrong with a period for the exercise of public rights.
pub(in crate::rules) struct PeriodFault {
    /// Which of its two days is wrong: `first` or `last`.
    pub(in crate::rules) day: &'static str,
    /// What is wrong, read after "the period for the exercise of public rights".
    pub(in crate::rules) says: String,
    /// How to fix it, as a sentence.
    pub(in crate::rules) fix: &'static str,
}

/// The last day to begin the period for a year, and the last working day it must hold; none where they are
/// not known.
pub(in crate::rules) fn period_bounds(
    year: FinancialYear,
    as_at: NaiveDate,
) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let Deadline { day, rights, .. } = ags_law::deadline(Milestone::Draft, year, Category::Two, as_at)?;
    let days = ags_law::working_days_of_month(Nation::England, day.succ_opt()?)?;
    let tenth = (rights == Some(Rights::HoldFirstTenWorkingDays)).then(|| days.get(9).copied()).flatten();
    Some((*days.first()?, tenth))
}

/// What is wrong with the period for a year; none where the days it must hold are not known.
pub(in crate::rules) fn period_faults(
    rights: RightsPeriod,
    year: FinancialYear,
    as_at: NaiveDate,
) -> Option<Vec<PeriodFault>> {
    let (begin, tenth) = period_bounds(year, as_at)?;
    let days = ags_law::working_days(Nation::England, rights.first, rights.last)?;
    let (first, last) = (english::date(rights.first), english::date(rights.last));
    let mut faults = Vec::new();
    if rights.first > begin {
        let says = format!("began on {first}; the last day to begin it was {}", english::date(begin));
        let fix = "Publish a notice that the period began late, with the reason.";
        faults.push(PeriodFault { day: "first", says, fix });
    }
    if days != RIGHTS_PERIOD {
        let days = english::count(days, "working day", "working days");
        let says = format!("ran from {first} to {last}, which is {days}, not {RIGHTS_PERIOD}");
        faults.push(PeriodFault { day: "last", says, fix: "Set a single period of 30 working days." });
    }
    if let Some(tenth) = tenth.filter(|tenth| rights.last < *tenth) {
        let says = format!(
            "ended on {last}, before {}, the tenth working day it must \
                include",
            english::date(tenth)
        );
        let fix = "Set a period that includes the first ten working days of the month.";
        faults.push(PeriodFault { day: "last", says, fix });
    }
    Some(faults)
}
