//! CODE-FUTURE: Events dated after the document.

use crate::prose;
use chrono::NaiveDate;

use crate::context::{LocalCodeContext, WordingKind};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// CODE-FUTURE.
pub const RULE: Rule = Rule {
    code: "CODE-FUTURE",
    name: "events-dated-after-the-document",
    title: "Events dated after the document",
    requirement: "Events that the code describes as past are not dated after the document.",
    method: "No sentence describes as past an event that is dated after the document, and no evidence in \
        place has such a date. Where the document has no date, the end of the last year it names is used.",
    rationale: "Either the date is wrong, or the document was changed after its date and approval.",
    limitations: "Whether the date of the event or that of the document is wrong.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// Words that look ahead, so that a later date is in its place. A "by" alone may name who did it.
const AHEAD: [&str; 21] = [
    "will",
    "shall",
    "due",
    "planned",
    "plans",
    "intended",
    "expected",
    "proposed",
    "to be",
    "by the end",
    "by end",
    "by early",
    "by late",
    "until",
    "till",
    "before",
    "scheduled",
    "target",
    "from",
    "valid",
    "up to",
];
/// Words that tell something as past.
const PAST: [&str; 12] = [
    "was",
    "were",
    "has been",
    "have been",
    "had been",
    "had",
    "following the",
    "approved",
    "adopted",
    "completed",
    "took place",
    "undertaken",
];

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let Some(written) = context.written_by() else {
        return context.without_year();
    };
    let fix = "Correct the date, or date the document again when it is changed.";
    let mut findings = dated(context, written, fix);
    let told = |part| {
        matches!(
            part,
            WordingKind::Evidence | WordingKind::Reason | WordingKind::Progress | WordingKind::Rationale
        )
    };
    for wording in context.wordings().iter().filter(|wording| told(wording.part)) {
        for sentence in prose::sentences(wording.words) {
            let late = prose::mentions(sentence)
                .into_iter()
                .filter(|mention| mention.after != "by" && !ends_a_span(mention))
                .find(|mention| mention.when.days().is_some_and(|(first, _)| first > written));
            if let Some(late) = late
                && prose::find_phrase(sentence, &AHEAD).is_none()
                && prose::find_phrase(sentence, &PAST).is_some()
            {
                findings.push(wording.finding(sentence, says(&english::when(late.when), written), fix));
            }
        }
    }
    Outcome::of(findings)
}

/// Whether a date is the end of a span, as in "the Strategy 2009/10 to 2012/13": what began may go on.
fn ends_a_span(mention: &prose::Mention<'_>) -> bool {
    mention.after == "to" || mention.after.bytes().any(|byte| byte.is_ascii_digit())
}

/// Evidence in place whose date is too late and stands nowhere in its words, where it would be checked by
/// them.
fn dated(context: &LocalCodeContext<'_>, written: NaiveDate, fix: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in context.rows() {
        for (index, one) in row.arrangement.evidence.iter().enumerate() {
            let Some(when) = one.when.filter(|_| one.state.is_in_place()) else {
                continue;
            };
            let late = when.days().is_some_and(|(first, _)| first > written);
            if late && prose::mentions(&one.text).iter().all(|mention| mention.when != when) {
                let at = row.pointer.key("evidence").index(index).key("when");
                let finding = Finding::new(at, says(&english::when(when), written), fix);
                findings.push(finding.quoting(&one.text, &one.source));
            }
        }
    }
    findings
}

fn says(late: &str, written: NaiveDate) -> String {
    format!(
        "The text describes {late} as past, but the document is dated {} or \
        earlier.",
        english::date(written)
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    const APRIL: &str = "dated = \"2022-04\"";

    fn found(says: &str) -> usize {
        sample::findings(&RULE, &sample::says(APRIL, says)).len()
    }

    #[test]
    fn the_month_of_the_document_is_past_and_the_next_is_not() {
        assert_eq!(found("Following the elections in April 2022 two sessions were run."), 0);
        assert_eq!(found("Following the elections in May 2022 two sessions were run."), 1);
    }

    #[test]
    fn what_looks_ahead_may_be_later() {
        assert_eq!(found("The framework was revised and will be approved in May 2022."), 0);
        assert_eq!(found("A system which is due in July 2022 was agreed."), 0);
    }

    #[test]
    fn who_did_it_is_no_day_ahead() {
        assert_eq!(found("The policy was approved by Cabinet in May 2022."), 1);
        assert_eq!(found("The policy was approved and is to be printed by May 2022."), 0);
        assert_eq!(found("Training was agreed for all by the end of May 2022."), 0);
    }

    #[test]
    fn the_end_of_a_span_may_be_later_than_its_approval() {
        assert_eq!(found("The Executive approved the Strategy 2021/22 to 2024/25."), 0);
        assert_eq!(found("The Executive approved the Strategy 2021/22 – 2024/25."), 0);
        assert_eq!(found("The Executive approved the Strategy 2024/25."), 1);
    }

    #[test]
    fn a_date_of_its_own_is_judged_too() {
        let mut code = sample::says(APRIL, "Two sessions.");
        code.principles[0].evidence[0].when = Some("2022-05".parse().unwrap());
        assert_eq!(sample::findings(&RULE, &code).len(), 1);
    }

    #[test]
    fn an_undated_code_cannot_be_told() {
        assert!(matches!(sample::check(&RULE, &sample::says("", "Words.")), Outcome::Indeterminate { .. }));
    }
}
