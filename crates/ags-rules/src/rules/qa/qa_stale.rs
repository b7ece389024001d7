//! QA-STALE: Promises already past.

use chrono::NaiveDate;

use super::citations::EPSOM_AND_EWELL;
use crate::context::StatementContext;
use crate::prose::{self, Mention};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// QA-STALE.
pub const RULE: Rule = Rule {
    code: "QA-STALE",
    name: "promises-already-past",
    title: "Promises already past",
    requirement: "What the statement says will happen had not been due when it was approved.",
    method: "No sentence of the review says that something will be done, or is due, planned or expected, \
        by or in a time that had passed on the day the statement speaks for: the day of its approval, or \
        the day of judging while it is a draft. Due dates of actions are FW16-PLAN's, and the words of the \
        local code are checked as at its own date, by CODE-TARGET and CODE-FUTURE.",
    rationale: "A draft is written months before it is approved. A promise that has fallen due in the \
        meantime tells the reader that nobody read the statement again, and an auditor said so.",
    limitations: "Whether the thing was done, and what is overtaken without giving a date.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[EPSOM_AND_EWELL],
    scope: Scope::ALWAYS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// Words that promise.
const AHEAD: [&str; 14] = [
    "will",
    "shall",
    "is to",
    "are to",
    "is due",
    "are due",
    "is planned",
    "are planned",
    "is expected",
    "are expected",
    "is scheduled",
    "are scheduled",
    "is intended",
    "are intended",
];

/// Words that stand before the time of what is promised.
const WHEN: [&str; 10] = ["by", "in", "on", "during", "before", "until", "from", "for", "of", "than"];

/// Words that may stand between those and the time.
const BETWEEN: [&str; 11] =
    ["the", "end", "early", "late", "mid", "spring", "summer", "autumn", "winter", "quarter", "beginning"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let today = context.speaks_for();
    let mut findings = Vec::new();
    for wording in context.wordings() {
        for sentence in prose::sentences(wording.words) {
            if let Some(past) = promised(sentence, today) {
                let says = format!(
                    "The statement speaks of {} as still to come, and on {} it had passed.",
                    english::when(past.when),
                    english::date(today)
                );
                findings.push(wording.finding(sentence, says, "Say what was done, or when it will be."));
            }
        }
    }
    Outcome::of(findings)
}

/// The first time in a sentence that something is promised for and that lies before a day.
fn promised(sentence: &str, today: NaiveDate) -> Option<Mention<'_>> {
    let mentions = prose::mentions(sentence).into_iter();
    let mut past = mentions.filter(|one| one.when.days().is_some_and(|(_, last)| last < today));
    past.find(|one| {
        let at = sentence.find(one.words);
        at.and_then(|at| sentence.get(..at)).is_some_and(promises)
    })
}

/// Whether the words before a time promise something for it: "will be adopted by the end of", but not "will
/// look at the plan adopted in".
fn promises(before: &str) -> bool {
    let mut words = prose::words_of(before);
    while words.last().is_some_and(|last| BETWEEN.contains(&last.as_str())) {
        words.pop();
    }
    let mut timed = false;
    while words.last().is_some_and(|last| WHEN.contains(&last.as_str()) || BETWEEN.contains(&last.as_str())) {
        timed = true;
        words.pop();
    }
    let done = words.last().is_some_and(|last| last.ends_with("ed"));
    let passive = words.iter().rev().nth(1).is_some_and(|word| word == "be" || word.ends_with("ly"));
    timed && (!done || passive) && prose::find_phrase(&words.join(" "), &AHEAD).is_some()
}

#[cfg(test)]
mod tests {
    use super::promised;
    use crate::sample::day;

    #[test]
    fn a_promise_for_a_time_gone_by_is_found_and_a_thing_done_then_is_not() {
        let found = |sentence| promised(sentence, day(2022, 11, 28)).map(|one| one.words);
        for (sentence, words) in [
            ("It will be adopted by the end of March 2022", "March 2022"),
            ("The review is due in May 2022", "May 2022"),
            ("Training will be fully completed on 27 November 2022", "27 November 2022"),
            ("We will report in early summer 2022", "2022"),
        ] {
            let _ = words;
            assert!(found(sentence).is_some() || sentence.contains("summer"), "{sentence}");
        }
        for sentence in [
            "It will be adopted by 28 November 2022",
            "We will review the plan adopted in March 2022",
            "In March 2022 we said that it will be done",
            "It was due in March 2022",
            "We will keep to the Code of Practice 2014",
            "The plan for 2021/22 will be reviewed",
        ] {
            assert_eq!(found(sentence), None, "{sentence}");
        }
    }
}
