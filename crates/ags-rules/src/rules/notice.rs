//! A notice that something is late, and why.

use chrono::NaiveDate;

use ags_report::{Finding, Outcome, Pointer};
use ags_statement::Notice;
use ags_statement::english;

/// Something that had to be done by a day, and the notice that excuses it where it was not.
pub(super) struct Late<'a> {
    /// The place of the notice, as a JSON pointer into the statement.
    pub pointer: Pointer,
    /// The last day, inclusive.
    pub last: NaiveDate,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// The notice.
    pub notice: Option<&'a Notice>,
    /// That it was done, up to the day, as in "The statement was published by".
    pub was_done: &'a str,
    /// That it was not, up to the day, as in "Nothing was published by".
    pub was_not: &'a str,
    /// What was done, as in "publication".
    pub what: &'a str,
}

impl Late<'_> {
    /// Whether a notice says why it is late, not before the last day and not after it was done.
    pub fn noticed(self, as_at: NaiveDate) -> Outcome {
        let Self { pointer: at, last, done, notice, was_done, was_not, what } = self;
        let by = english::date(last);
        if done.is_some_and(|done| done <= last) {
            return Outcome::not_applicable(format!("{was_done} {by}, so it needs no notice."));
        }
        if as_at <= last {
            return Outcome::not_applicable(format!(
                "A notice is needed only if there is no {what} by {by}."
            ));
        }
        let Some(notice) = notice else {
            return Outcome::not_met(
                at,
                format!("{was_not} {by}, and no notice gives the reason."),
                format!(
                    "Publish a notice on the authority's website that gives the reason why the {what} \
                        is late."
                ),
            );
        };
        let mut findings = Vec::new();
        if notice.reason.trim().is_empty() {
            let says = format!("The notice about the {what} gives no reason.");
            findings.push(Finding::new(at.key("reason"), says, "Give the reason in the notice."));
        }
        let on = english::date(notice.on);
        if let Some(done) = done.filter(|done| *done < notice.on) {
            let done = english::date(done);
            let says = format!("The notice is dated {on}, after the {what} on {done} to which it refers.");
            findings.push(Finding::new(at.key("on"), says, "Give the date of the first notice."));
        }
        if findings.is_empty() && notice.on < last {
            let question =
                format!("The notice is dated {on}, before {by}. Was it still on the website on that day?");
            return Outcome::needs_review(at.key("on"), question);
        }
        Outcome::of(findings)
    }
}
