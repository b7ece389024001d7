//! ANSWER-UNUSED: Answer that decides nothing.

use crate::context::{AnswerUse, AnswersContext};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::{Answer, english};

/// ANSWER-UNUSED.
pub const RULE: Rule = Rule {
    code: "ANSWER-UNUSED",
    name: "answer-that-decides-nothing",
    title: "Answer that decides nothing",
    requirement: "Every answer decides a question that a rule asks.",
    method: "Each answer names an existing rule, says why and who answered, is not dated after the day of \
        the check, and decides the question that the rule asks on that day. An answer that gives its \
        question holds only for that question. An answer to a rule that was not run is not checked.",
    rationale: "An answer to a question that is no longer asked may hide that the facts have changed.",
    limitations: "Whether the answer is right, and whether the person who gave it was entitled to.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::ANSWERS.part("an answer decides the question to which it was given")],
    scope: Scope::ALWAYS,
    check: Check::Answers(check),
};

fn check(context: &AnswersContext<'_>) -> Outcome {
    if context.answers.is_empty() {
        return Outcome::not_applicable("The statement holds no answers.");
    }
    Outcome::of(context.placed().filter_map(|(at, answer, used)| finding(&at, answer, used)).collect())
}

fn finding(at: &Pointer, answer: &Answer, used: &AnswerUse) -> Option<Finding> {
    let rule = &answer.rule;
    Some(match used {
        AnswerUse::Used | AnswerUse::NotRun => return None,
        AnswerUse::NotYet => Finding::new(
            at.key("on"),
            format!(
                "The answer to {rule} is dated {}, after the day of the check.",
                english::date(answer.on)
            ),
            "Give the day of the answer.",
        ),
        AnswerUse::Bare => Finding::new(
            at.key(if answer.text.is_blank() { "text" } else { "by" }),
            format!("The answer to {rule} gives no reason, or does not say who answered."),
            "Give the answer in words, and the office that answered.",
        ),
        AnswerUse::UnknownRule => Finding::new(
            at.key("rule"),
            format!("There is no rule {rule}."),
            "Give the code of the rule that asked the question.",
        ),
        AnswerUse::NothingAsked => Finding::new(
            at,
            format!("{rule} asks no question that the answer would decide."),
            "Remove the answer.",
        ),
        AnswerUse::OtherQuestion(asked) => Finding::new(
            at.key("question"),
            format!("{rule} now asks a different question from the one that was answered: \"{asked}\"."),
            "Answer the question that is asked now, or remove the answer.",
        ),
        AnswerUse::Replaced => Finding::new(
            at,
            format!("A later answer to the question of {rule} replaces this one."),
            "Remove the earlier answer.",
        ),
    })
}
