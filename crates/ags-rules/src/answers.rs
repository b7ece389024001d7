//! The answers of a statement, applied to the questions of a check.
//!
//! An answer decides a question that a rule asks on the day of the check and nothing else: it cannot change
//! what is not met, not due yet or indeterminate.

use ags_report::{Outcome, RuleResult};
use ags_statement::{Answer, Decision, english};
use chrono::NaiveDate;

use crate::context::AnswerUse;
use crate::rules;

/// Applies answers to results, and says what became of each.
///
/// Of several answers to a question the latest counts, and of those of one day the last.
pub(crate) fn apply(answers: &[Answer], results: &mut [RuleResult], as_at: NaiveDate) -> Vec<AnswerUse> {
    let mut uses: Vec<AnswerUse> = answers.iter().map(|answer| before(answer, results, as_at)).collect();
    let mut in_order: Vec<usize> = (0..answers.len()).collect();
    in_order.sort_by_key(|index| answers.get(*index).map(|answer| answer.on));
    for index in in_order.into_iter().rev() {
        let (Some(answer), Some(state)) = (answers.get(index), uses.get_mut(index)) else { continue };
        if *state != AnswerUse::Used {
            continue;
        }
        let Some(result) = results.iter_mut().find(|result| is_for(answer, result)) else { continue };
        match &result.outcome {
            Outcome::NeedsReview { question, pointer } => {
                let (question, pointer) = (question.clone(), pointer.clone());
                result.outcome = decided(answer, &pointer);
                result.answer = Some(Answer { question: question.parse().ok(), ..answer.clone() });
            }
            _ => *state = AnswerUse::Replaced,
        }
    }
    uses
}

/// What becomes of an answer where there is no other.
fn before(answer: &Answer, results: &[RuleResult], as_at: NaiveDate) -> AnswerUse {
    if rules::find(&answer.rule).is_none() {
        return AnswerUse::UnknownRule;
    }
    if answer.text.is_blank() || answer.by.is_blank() {
        return AnswerUse::Bare;
    }
    if as_at < answer.on {
        return AnswerUse::NotYet;
    }
    let Some(result) = results.iter().find(|result| is_for(answer, result)) else { return AnswerUse::NotRun };
    match (&result.outcome, &answer.question) {
        (Outcome::NeedsReview { question, .. }, Some(answered)) if !same(answered, question) => {
            AnswerUse::OtherQuestion(question.clone())
        }
        (Outcome::NeedsReview { .. }, _) => AnswerUse::Used,
        _ => AnswerUse::NothingAsked,
    }
}

fn is_for(answer: &Answer, result: &RuleResult) -> bool {
    rules::find(&answer.rule).is_some_and(|rule| rule.code == result.code)
}

/// Whether two questions are in the same words, whatever the space between them.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn decided(answer: &Answer, pointer: &str) -> Outcome {
    match answer.decision {
        Decision::Met => Outcome::Met,
        Decision::NotMet => Outcome::not_met(
            pointer,
            format!(
                "{} answered on {} that this is not met: \"{}\".",
                english::capital(&answer.by),
                english::date(answer.on),
                answer.text.trim().trim_end_matches('.')
            ),
            "Remedy what the answer describes, and then answer the question again.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use ags_report::Outcome;
    use ags_statement::{Answer, BodyKind, Decision, Statement};
    use chrono::NaiveDate;

    use crate::check::{check, check_with};
    use crate::rules;
    use crate::sample::{self, day};

    /// The sample approved by the executive, which REG-6-2-B asks about, with answers.
    fn answered(answers: impl IntoIterator<Item = Answer>) -> Statement {
        let mut statement = sample::statement();
        statement.sign_off.approvals[0].kind = BodyKind::Executive;
        statement.answers = answers.into_iter().collect();
        statement
    }

    fn answer(decision: Decision, on: NaiveDate) -> Answer {
        Answer {
            rule: "REG-6-2-B".parse().unwrap(),
            question: None,
            decision,
            text: "Counsel advised on it.".parse().unwrap(),
            by: "Monitoring Officer".parse().unwrap(),
            on,
        }
    }

    const ASKED: (i32, u32, u32) = (2022, 11, 29);

    fn on() -> NaiveDate {
        day(ASKED.0, ASKED.1, ASKED.2)
    }

    fn outcome(statement: &Statement) -> (Outcome, Option<Answer>) {
        let report = check_with(statement, None, day(2022, 11, 30), rules::find("REG-6-2-B"));
        let result = report.results.into_iter().next().unwrap();
        (result.outcome, result.answer)
    }

    fn unused(statement: &Statement) -> Option<String> {
        let report = check(statement, day(2022, 11, 30));
        let result = report.results.into_iter().find(|result| result.code == "ANSWER-UNUSED").unwrap();
        match result.outcome {
            Outcome::NotMet { mut findings } => Some(findings.remove(0).message),
            _ => None,
        }
    }

    #[test]
    fn an_answer_decides_the_question_and_is_shown_with_it() {
        let (asked, none) = outcome(&answered([]));
        let Outcome::NeedsReview { question, pointer } = asked else { panic!("{asked:?}") };
        assert_eq!(none, None);
        let statement = answered([answer(Decision::Met, on())]);
        let (met, shown) = outcome(&statement);
        assert_eq!((met, shown.unwrap().question.unwrap().as_str()), (Outcome::Met, question.as_str()));
        assert_eq!(unused(&statement), None);
        let (not_met, shown) = outcome(&answered([answer(Decision::NotMet, on())]));
        let Outcome::NotMet { findings } = not_met else { panic!("{not_met:?}") };
        assert_eq!(findings[0].pointer, pointer);
        assert_eq!(
            findings[0].message,
            "Monitoring Officer answered on 29 November 2022 that this is not met: \"Counsel advised on \
             it\"."
        );
        assert!(shown.is_some());
    }

    #[test]
    fn an_answer_never_changes_what_is_not_met() {
        let mut statement = answered([answer(Decision::Met, on())]);
        statement.sign_off.approvals[0].kind = BodyKind::Officer;
        assert!(matches!(outcome(&statement), (Outcome::NotMet { .. }, None)));
        assert_eq!(unused(&statement).unwrap(), "REG-6-2-B asks no question that the answer would decide.");
    }

    #[test]
    fn an_answer_holds_from_its_day_on() {
        let of = |on| outcome(&answered([answer(Decision::Met, on)])).0;
        assert_eq!(of(day(2022, 11, 30)), Outcome::Met);
        assert!(matches!(of(day(2022, 12, 1)), Outcome::NeedsReview { .. }));
        let early = answered([answer(Decision::Met, day(2022, 12, 1))]);
        assert!(unused(&early).unwrap().contains("1 December 2022"));
    }

    #[test]
    fn an_answer_to_another_question_does_not_count() {
        let Outcome::NeedsReview { question, .. } = outcome(&answered([])).0 else { panic!("asked") };
        let of =
            |words: &str| answered([Answer { question: words.parse().ok(), ..answer(Decision::Met, on()) }]);
        assert_eq!(outcome(&of(&question.replace(' ', "\n "))).0, Outcome::Met);
        let other = of("Is it so?");
        assert!(matches!(outcome(&other).0, Outcome::NeedsReview { .. }));
        assert!(unused(&other).unwrap().starts_with("REG-6-2-B now asks a different question"));
    }

    #[test]
    fn the_latest_answer_counts_and_one_that_was_replaced_is_found() {
        let first = answer(Decision::Met, day(2022, 11, 28));
        let statement = answered([answer(Decision::NotMet, on()), first]);
        assert!(matches!(outcome(&statement).0, Outcome::NotMet { .. }));
        assert_eq!(
            unused(&statement).unwrap(),
            "A later answer to the question of REG-6-2-B replaces this one."
        );
    }

    #[test]
    fn an_answer_to_no_rule_and_one_without_words_are_found() {
        let nothing = Answer { rule: "REG-0".parse().unwrap(), ..answer(Decision::Met, on()) };
        assert_eq!(unused(&answered([nothing])).unwrap(), "There is no rule REG-0.");
        let bare = answered([Answer { text: " ".parse().unwrap(), ..answer(Decision::Met, on()) }]);
        assert!(matches!(outcome(&bare).0, Outcome::NeedsReview { .. }));
        assert!(unused(&bare).unwrap().contains("gives no reason"));
    }
}
