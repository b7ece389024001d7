//! What words promise for a date.

use chrono::NaiveDate;

use super::dates::{Mention, mentions};
use super::phrases::{find_phrase, words_of};

/// How a sentence speaks of something whose date has passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Promise {
    /// As still to come: "will be adopted by May 2022".
    ToCome,
    /// As once due, which leaves open whether it happened: "was due in May 2022".
    OnceDue,
}

/// Words that say that something is still to come.
const TO_COME: [&str; 14] = [
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

/// Words that say that something was to come.
const ONCE_DUE: [&str; 14] = [
    "was to",
    "were to",
    "was due",
    "were due",
    "was planned",
    "were planned",
    "was expected",
    "were expected",
    "was scheduled",
    "were scheduled",
    "was intended",
    "were intended",
    "had been due",
    "had been planned",
];

/// Words that say that something is still to come where no other words say when.
const NEEDS: [&str; 6] = ["to be", "due for", "planned for", "scheduled for", "intends to", "proposes to"];

/// Words that stand before the time of what is promised.
const WHEN: [&str; 10] = ["at", "by", "in", "on", "during", "before", "until", "from", "for", "than"];

/// Words that may stand between those and the time: "by the end of".
const BETWEEN: [&str; 12] = [
    "the",
    "end",
    "early",
    "late",
    "mid",
    "of",
    "spring",
    "summer",
    "autumn",
    "winter",
    "quarter",
    "beginning",
];

/// Words that report what was said or done and not what will be, between a time at the beginning of a
/// sentence and a promise: "In March 2022 we said that it will be done".
const REPORTED: [&str; 20] = [
    "adopted",
    "agreed",
    "announced",
    "approved",
    "began",
    "considered",
    "decided",
    "had",
    "has",
    "have",
    "published",
    "received",
    "reported",
    "resolved",
    "said",
    "set",
    "that",
    "was",
    "were",
    "which",
];

/// The first time in a sentence that lies before a day and that something is promised for.
pub(crate) fn overdue(sentence: &str, today: NaiveDate) -> Option<(Mention<'_>, Promise)> {
    let past = |one: &Mention<'_>| one.when.days().is_some_and(|(_, last)| last < today);
    mentions(sentence).into_iter().filter(past).find_map(|one| {
        let (before, after) = (sentence.get(..one.at)?, sentence.get(one.at + one.words.len()..)?);
        let promise = promised(before, after)?;
        Some((one, promise))
    })
}

/// What the words around a time promise for it: "will be adopted by the end of", but not "will look at the
/// plan adopted in".
fn promised(before: &str, after: &str) -> Option<Promise> {
    let mut words = words_of(before);
    let mut timed = false;
    while let Some(last) = words.last().map(String::as_str) {
        let when = WHEN.contains(&last);
        if !when && !BETWEEN.contains(&last) {
            break;
        }
        timed |= when;
        words.pop();
    }
    if !timed {
        return None;
    }
    if words.is_empty() {
        return fronted(after).then_some(Promise::ToCome);
    }
    let done = words.last().is_some_and(|last| last.ends_with("ed"));
    let passive = words.iter().rev().nth(1).is_some_and(|word| is_auxiliary(word));
    if done && !passive {
        return None;
    }
    let said = words.join(" ");
    let has = |phrases: &[&str]| find_phrase(&said, phrases).is_some();
    if has(&TO_COME) {
        Some(Promise::ToCome)
    } else if has(&ONCE_DUE) {
        Some(Promise::OnceDue)
    } else {
        (has(&NEEDS) || words.last().is_some_and(|last| last == "due")).then_some(Promise::ToCome)
    }
}

/// Whether a word before one in "ed" makes a promise of both: "be adopted", "be fully completed", "is
/// expected".
fn is_auxiliary(word: &str) -> bool {
    matches!(word, "be" | "is" | "are" | "was" | "were") || word.ends_with("ly")
}

/// Whether words after a time that begins the sentence promise something for it: "From 1 July 2022 the new
/// body is to replace the old".
fn fronted(after: &str) -> bool {
    let words = words_of(after);
    let said = words.iter().position(|word| REPORTED.contains(&word.as_str()));
    let own = said.and_then(|end| words.get(..end)).unwrap_or(&words);
    find_phrase(&own.join(" "), &TO_COME).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Promise, overdue};
    use crate::sample::day;

    fn found(sentence: &str) -> Option<(&str, Promise)> {
        overdue(sentence, day(2022, 11, 28)).map(|(one, promise)| (one.words, promise))
    }

    #[test]
    fn a_promise_for_a_time_gone_by_is_found() {
        for (sentence, words) in [
            ("It will be adopted by the end of March 2022", "March 2022"),
            ("The review is due in May 2022", "May 2022"),
            ("Training will be fully completed on 27 November 2022", "27 November 2022"),
            ("A policy to be adopted by June 2022", "June 2022"),
            ("It is planned for June 2022", "June 2022"),
            ("The charter is due for renewal by April 2022", "April 2022"),
            ("From 1 July 2022 the Integrated Care System is to replace the groups", "1 July 2022"),
            ("By the end of June 2022, all staff will be trained", "June 2022"),
        ] {
            assert_eq!(found(sentence), Some((words, Promise::ToCome)), "{sentence}");
        }
    }

    #[test]
    fn what_was_due_leaves_open_whether_it_happened() {
        for sentence in [
            "The plan was due to go to the Council in May 2022",
            "It was planned for May 2022",
            "The review was to be completed by May 2022",
        ] {
            assert_eq!(found(sentence), Some(("May 2022", Promise::OnceDue)), "{sentence}");
        }
    }

    #[test]
    fn a_time_still_to_come_and_a_thing_done_then_are_no_overdue_promise() {
        for sentence in [
            "It will be adopted by 28 November 2022",
            "We will review the plan adopted in March 2022",
            "In March 2022 we said that it will be done",
            "In March 2022 the Council agreed a plan that is to save money",
            "The policy was adopted in March 2022",
            "We will keep to the Code of Practice 2014",
            "The plan for 2021/22 will be reviewed",
            "It will be brought in line with the strategy of November 2020",
            "Due to the pandemic, meetings were held online in 2021",
        ] {
            assert_eq!(found(sentence), None, "{sentence}");
        }
    }
}
