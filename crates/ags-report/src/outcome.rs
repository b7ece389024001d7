//! The six outcomes of a rule.

use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::Finding;

/// One of the six outcomes, without its details.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// [`Outcome::Met`].
    Met,
    /// [`Outcome::NotMet`].
    NotMet,
    /// [`Outcome::NotDueYet`].
    NotDueYet,
    /// [`Outcome::NotApplicable`].
    NotApplicable,
    /// [`Outcome::NeedsReview`].
    NeedsReview,
    /// [`Outcome::Indeterminate`].
    Indeterminate,
}

impl OutcomeKind {
    /// As it is written in JSON: `met`, `not-met`, `not-due-yet`, `not-applicable`, `needs-review` or
    /// `indeterminate`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotDueYet => "not-due-yet",
            Self::NotApplicable => "not-applicable",
            Self::NeedsReview => "needs-review",
            Self::Indeterminate => "indeterminate",
        }
    }

    /// As a heading or in a table.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Met => "Met",
            Self::NotMet => "Not met",
            Self::NotDueYet => "Not due yet",
            Self::NotApplicable => "Not applicable",
            Self::NeedsReview => "Needs review",
            Self::Indeterminate => "Indeterminate",
        }
    }

    /// Within a sentence.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::NotDueYet => "not due yet",
            Self::NotApplicable => "not applicable",
            Self::NeedsReview => "needs review",
            Self::Indeterminate => "indeterminate",
        }
    }
}

impl fmt::Display for OutcomeKind {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
}

/// The outcome of a rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// The subject does what the rule requires.
    Met,
    /// It does not.
    NotMet {
        /// Every way in which it does not; at least one.
        findings: Vec<Finding>,
    },
    /// It does not yet, and need not before a day that has not passed.
    NotDueYet {
        /// The last day, inclusive.
        due: NaiveDate,
        /// What must be done by then, as a sentence.
        action: String,
    },
    /// The rule does not apply to the subject.
    NotApplicable {
        /// Why not, as a sentence.
        reason: String,
    },
    /// Only a person can decide.
    NeedsReview {
        /// The question.
        question: String,
        /// What it is about, as a JSON pointer into the document.
        pointer: String,
    },
    /// The document does not say enough.
    Indeterminate {
        /// What is missing, as a sentence that says what to add.
        missing: String,
        /// Where it belongs, as a JSON pointer into the document.
        pointer: String,
    },
}

impl Outcome {
    /// Which of the six it is.
    #[must_use]
    pub const fn kind(&self) -> OutcomeKind {
        match self {
            Self::Met => OutcomeKind::Met,
            Self::NotMet { .. } => OutcomeKind::NotMet,
            Self::NotDueYet { .. } => OutcomeKind::NotDueYet,
            Self::NotApplicable { .. } => OutcomeKind::NotApplicable,
            Self::NeedsReview { .. } => OutcomeKind::NeedsReview,
            Self::Indeterminate { .. } => OutcomeKind::Indeterminate,
        }
    }

    /// As it is written in reports: see [`OutcomeKind::name`].
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.kind().name()
    }

    /// Met when there are no findings, not met with them otherwise.
    #[must_use]
    pub fn of(findings: Vec<Finding>) -> Self {
        if findings.is_empty() { Self::Met } else { Self::NotMet { findings } }
    }

    /// Not met, with one finding.
    pub fn not_met(pointer: impl Into<String>, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::NotMet { findings: vec![Finding::new(pointer, message, fix)] }
    }

    /// Indeterminate, because something is missing at a pointer.
    pub fn indeterminate(pointer: impl Into<String>, missing: impl Into<String>) -> Self {
        Self::Indeterminate { missing: missing.into(), pointer: pointer.into() }
    }

    /// Indeterminate, because the authority's category is missing.
    #[must_use]
    pub fn without_category(pointer: &str) -> Self {
        Self::indeterminate(pointer, "Give the authority's category under the 2015 Regulations, 1 or 2.")
    }

    /// A question for a person.
    pub fn needs_review(pointer: impl Into<String>, question: impl Into<String>) -> Self {
        Self::NeedsReview { question: question.into(), pointer: pointer.into() }
    }

    /// The outcome of several checks together: every finding of all; without findings, the first outcome other than
    /// met; otherwise met.
    ///
    /// A question waits for what is not due yet or indeterminate, and questions are asked together, so that an answer
    /// decides all that is open.
    #[must_use]
    pub fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        let (mut findings, mut open) = (Vec::new(), None);
        for outcome in outcomes {
            open = match (open, outcome) {
                (open, Self::Met) => open,
                (open, Self::NotMet { findings: more }) => {
                    findings.extend(more);
                    open
                }
                (None, first) => Some(first),
                (
                    Some(Self::NeedsReview { .. }),
                    other @ (Self::NotDueYet { .. } | Self::Indeterminate { .. }),
                ) => Some(other),
                (Some(Self::NeedsReview { question, pointer }), Self::NeedsReview { question: more, .. })
                    if question != more =>
                {
                    Some(Self::NeedsReview { question: format!("{question} {more}"), pointer })
                }
                (open, _) => open,
            };
        }
        if findings.is_empty() { open.unwrap_or(Self::Met) } else { Self::NotMet { findings } }
    }

    /// As [`Outcome::all`] of two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::all([self, other])
    }

    /// Does not apply, for a reason.
    pub fn not_applicable(reason: impl Into<String>) -> Self {
        Self::NotApplicable { reason: reason.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn an_answer_to_what_several_checks_ask_together_decides_all_that_is_open() {
        let (one, two) =
            (Outcome::needs_review("/a", "Is it one?"), Outcome::needs_review("/b", "Is it two?"));
        let missing = Outcome::indeterminate("/c", "Give it.");
        let both = Outcome::needs_review("/a", "Is it one? Is it two?");
        assert_eq!(Outcome::all([one.clone(), two.clone()]), both);
        assert_eq!(Outcome::all([one.clone(), one.clone()]), one);
        assert_eq!(Outcome::all([one.clone(), missing.clone(), two]), missing);
        let fault = Outcome::not_met("/d", "It is wrong.", "Correct it.");
        assert_eq!(Outcome::all([one, fault.clone()]), fault);
    }
}
