//! Answers to be checked, as at a day.

use ags_report::Pointer;
use ags_statement::Answer;
use chrono::NaiveDate;

/// The answers of a statement to be checked, once they were applied to its report.
#[derive(Clone, Copy, Debug)]
pub struct AnswersContext<'a> {
    /// The answers.
    pub answers: &'a [Answer],
    /// What became of each.
    pub uses: &'a [AnswerUse],
    /// The day of the check.
    pub as_at: NaiveDate,
}

/// What became of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AnswerUse {
    /// It decided the question of its rule.
    Used,
    /// It is dated after the day of the check.
    NotYet,
    /// It says nothing, or nobody gave it.
    Bare,
    /// There is no rule with its code.
    UnknownRule,
    /// The rule was not run.
    NotRun,
    /// The rule asks nothing.
    NothingAsked,
    /// The rule asks another question, which is this one.
    OtherQuestion(String),
    /// A later answer to the same question took its place.
    Replaced,
}

impl<'a> AnswersContext<'a> {
    /// Every answer with its place, as a JSON pointer, and what became of it.
    pub fn placed(&self) -> impl Iterator<Item = (Pointer, &'a Answer, &'a AnswerUse)> {
        let listed = self.answers.iter().zip(self.uses).enumerate();
        listed.map(|(index, (answer, used))| (Pointer::root().key("answers").index(index), answer, used))
    }
}
