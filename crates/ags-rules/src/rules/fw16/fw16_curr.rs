//! FW16-CURR: Events before approval not covered.

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
    name: "events-before-approval-not-covered",
    title: "Events before approval not covered",
    requirement: "The statement reflects events up to the date of its approval.",
    method: "The statement covers events after the end of the year up to the date of its approval. A draft \
        is not expected to, and the rule is not due until the statement is approved.",
    rationale: "A statement reflects the position when it is approved, which is often most of a year after \
        the end of the year. Governance failures in that time belong in it.",
    limitations: "Whether every relevant event is reported.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let statement = context.statement;
    let Some(approval) = context.approval() else {
        return waits(
            context,
            "Bring the events after the end of the year up to the date of approval.",
            "The statement has not been approved yet; events after the end of the year are needed up to \
                that date.",
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
                "The statement does not report events between {} and its approval on {approved}.",
                english::date(context.year.ends())
            ),
            "Give the date up to which events were considered, and list those that affect governance; give \
                an empty list if there were none.",
        );
    };
    if until >= approval.on {
        return Outcome::Met;
    }
    Outcome::not_met(
        at,
        format!(
            "The statement covers events up to {} but was approved on \
            {approved}.",
            english::date(until)
        ),
        "Extend the events to the date of approval, or record that there were none.",
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
            "The statement covers events up to 27 November 2022 but was approved on 28 November 2022."
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
