//! CODE-TARGET: Target dates that have passed.

use crate::prose;
use chrono::NaiveDate;
use governance_model::When;

use crate::context::{LocalCodeContext, Wording, WordingKind};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// CODE-TARGET.
pub const RULE: Rule = Rule {
    code: "CODE-TARGET",
    name: "target-dates-that-have-passed",
    title: "Target dates that have passed",
    requirement: "Target dates are after the period that the code covers.",
    method: "The due date of every open action, or its revised due date, and every date after \"by\" or \
        \"before\" in the text of an open action or of evidence that does not say what was done, is after \
        the date of the code or, where it has none, after the end of its year.",
    rationale: "A target date within or before the period was met, was missed or is an error; the code \
        should say which.",
    limitations: "Whether the target has been met since.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::PLANNED_CHANGES,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

const FIX: &str = "Say whether the target was met, or set a new date.";
/// Words of what was done by a date.
const DONE: [&str; 8] = ["was", "were", "has been", "have been", "had", "approved", "completed", "achieved"];

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let document = &context.code.document;
    let dated = document.dated.and_then(When::days).map(|(first, _)| first);
    let Some(from) = dated.or_else(|| document.year.map(governance_model::FinancialYear::ends)) else {
        return context.without_year();
    };
    let mut findings = Vec::new();
    for placed in
        context.actions().iter().filter(|placed| super::actions::is_planned(context.code, placed.action))
    {
        // A target that was set anew is the one that counts.
        let (at, due) = match &placed.action.revised {
            Some(revised) => (placed.pointer.key("revised").key("due"), Some(revised.due)),
            None => (placed.pointer.key("due"), placed.action.due),
        };
        if let Some(due) = due
            && due.days().is_some_and(|(_, last)| last <= from)
        {
            let says = says(&english::when(due), from);
            findings.push(Finding::new(at, says, FIX).quoting(&placed.action.text, placed.source));
        }
    }
    let planned =
        context.actions().iter().filter(|placed| super::actions::is_planned(context.code, placed.action));
    let planned: Vec<&str> = planned.map(|placed| placed.pointer.as_str()).collect();
    let mut open = planned.iter().peekable();
    for wording in context.wordings() {
        let looks_ahead = match wording.part {
            WordingKind::Evidence => true,
            WordingKind::Action => {
                let action = wording.pointer.as_str().trim_end_matches("/text");
                open.next_if(|at| **at == action).is_some()
            }
            _ => false,
        };
        if looks_ahead {
            findings.extend(by(wording, from));
        }
    }
    Outcome::of(findings)
}

/// Targets in words: "to be scoped by June 2010".
fn by(wording: &Wording<'_>, from: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in prose::sentences(wording.words) {
        if prose::find_phrase(sentence, &DONE).is_some() {
            continue;
        }
        for mention in prose::mentions(sentence) {
            let target = mention.after == "by" || mention.after == "before";
            if target && mention.when.days().is_some_and(|(first, _)| first <= from) {
                findings.push(wording.finding(sentence, says(mention.words, from), FIX));
            }
        }
    }
    findings
}

fn says(target: &str, from: NaiveDate) -> String {
    format!("The target date \"{target}\" is not after {}, the end of the period.", english::date(from))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    const YEAR: &str = "year = \"2019/20\"";

    fn acts(document: &str, says: &str, more: &str) -> Outcome {
        let action = format!("actions = [{{ id = \"B\", text = \"{says}\"{more} }}]");
        sample::check(&RULE, &sample::row(document, &action))
    }

    #[test]
    fn a_target_in_words_lies_after_the_period_or_is_found() {
        assert!(matches!(acts(YEAR, "Be carbon neutral by 2020.", ""), Outcome::NotMet { .. }));
        assert_eq!(acts(YEAR, "Be carbon neutral by 2030.", ""), Outcome::Met);
        assert_eq!(acts(YEAR, "Scope it by June 2020.", ""), Outcome::Met);
    }

    #[test]
    fn a_due_date_on_the_last_day_is_too_early_and_a_day_later_is_not() {
        assert!(matches!(acts(YEAR, "Review it.", ", due = \"2020-03-31\""), Outcome::NotMet { .. }));
        assert_eq!(acts(YEAR, "Review it.", ", due = \"2020-04-01\""), Outcome::Met);
        assert_eq!(acts(YEAR, "Review it.", ", due = \"2020-03-31\", status = \"completed\""), Outcome::Met);
    }

    #[test]
    fn a_target_that_was_set_anew_is_the_one_that_counts() {
        let anew =
            |due: &str| acts(YEAR, "Review it.", &format!(", due = \"2019-12\", revised.due = \"{due}\""));
        assert_eq!(anew("2020-06"), Outcome::Met);
        let Outcome::NotMet { findings } = anew("2020-02") else { panic!("met") };
        assert_eq!(findings[0].pointer, "/principles/0/actions/0/revised/due");
    }

    #[test]
    fn what_was_done_by_a_date_is_no_target() {
        let says = "The policy was approved by May 2018.";
        assert_eq!(sample::check(&RULE, &sample::says(YEAR, says)), Outcome::Met);
    }

    #[test]
    fn an_undated_code_has_no_period() {
        assert!(matches!(acts("", "Scope it by June 2020.", ""), Outcome::Indeterminate { .. }));
    }
}
