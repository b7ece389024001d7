//! FW16-CURR: Out of date on approval.

use super::citations::CITES;
use super::waiting::waits;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// FW16-CURR.
pub const RULE: Rule = Rule {
    code: "FW16-CURR",
    name: "out-of-date-on-approval",
    title: "Out of date on approval",
    requirement: "The statement reflects what happened up to the day it was approved.",
    method: "The statement looks at what happened after the year's end up to the day it was approved. Until \
        then the question waits: a draft speaks for the day it was written, and that is enough for a \
        draft.",
    rationale: "A statement reflects the position when it is approved, which is often most of a year after \
        the year it is for. What went wrong in between belongs in it.",
    limitations: "Whether everything that happened is told.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let statement = context.statement;
    let Some(approval) = context.approval() else {
        return waits(
            context,
            "Bring what happened after the year's end up to the day of approval.",
            "The statement is not approved yet; what happened after the year's end is brought up to that \
             day.",
        );
    };
    let ours =
        statement.sign_off.events_after.as_ref().map(|events| (events.until, "/sign_off/events_after/until"));
    let review =
        statement.review.events_after.as_ref().map(|events| (events.until, "/review/events_after/until"));
    let approved = english::date(approval.on);
    let Some((until, at)) = ours.max(review) else {
        return Outcome::not_met(
            "/review/events_after",
            format!(
                "The statement does not say what happened between {} and its approval on {approved}.",
                english::date(context.year.ends())
            ),
            "Say until which day was looked, and what happened that matters for governance; where nothing \
             did, say so.",
        );
    };
    if until >= approval.on {
        return Outcome::Met;
    }
    Outcome::not_met(
        at,
        format!(
            "The statement looks at what happened until {} and was approved on {approved}.",
            english::date(until)
        ),
        "Look at the days in between and add what matters, or record that members were told nothing had \
         happened.",
    )
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::Statement;

    /// The sample, approved on 28 November 2022, with events looked at until these days.
    fn until(review: Option<NaiveDate>, sign_off: Option<NaiveDate>) -> Statement {
        let mut statement = sample::statement();
        let mut events = statement.review.events_after.take().unwrap();
        let mut at = |on| {
            events.until = on;
            events.clone()
        };
        statement.review.events_after = review.map(&mut at);
        statement.sign_off.events_after = sign_off.map(&mut at);
        statement
    }

    #[test]
    fn the_day_of_approval_is_covered_or_the_statement_is_out_of_date() {
        assert_eq!(sample::check(&RULE, &until(Some(day(2022, 11, 28)), None)), Outcome::Met);
        let Outcome::NotMet { findings } = sample::check(&RULE, &until(Some(day(2022, 11, 27)), None)) else {
            panic!("met")
        };
        assert_eq!(
            findings[0].message,
            "The statement looks at what happened until 27 November 2022 and was approved on 28 November \
             2022."
        );
    }

    #[test]
    fn the_later_of_the_review_and_the_sign_off_counts() {
        let sign_off = until(Some(day(2022, 5, 31)), Some(day(2022, 11, 28)));
        assert_eq!(sample::check(&RULE, &sign_off), Outcome::Met);
        let neither = until(Some(day(2022, 5, 31)), Some(day(2022, 11, 27)));
        assert!(matches!(
            sample::check(&RULE, &neither),
            Outcome::NotMet { findings } if findings[0].pointer == "/sign_off/events_after/until"
        ));
    }

    #[test]
    fn silence_does_not_mean_that_nothing_happened() {
        assert!(matches!(sample::check(&RULE, &until(None, None)), Outcome::NotMet { .. }));
    }
}
