//! The six outcomes of a rule.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::Finding;

/// The answer of a rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// What is judged does as the rule asks.
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
    /// The rule does not bind what is judged.
    NotApplicable {
        /// Why not, as a sentence.
        reason: String,
    },
    /// Only a person can judge.
    NeedsReview {
        /// The question.
        question: String,
        /// What it is about, as a JSON pointer into what is judged.
        pointer: String,
    },
    /// What is judged does not say enough.
    Indeterminate {
        /// What is missing, as a sentence that says what to give.
        missing: String,
        /// Where it belongs, as a JSON pointer into what is judged.
        pointer: String,
    },
}

impl Outcome {
    /// As it is written in reports: `met`, `not-met`, `not-due-yet`, `not-applicable`, `needs-review` or
    /// `indeterminate`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet { .. } => "not-met",
            Self::NotDueYet { .. } => "not-due-yet",
            Self::NotApplicable { .. } => "not-applicable",
            Self::NeedsReview { .. } => "needs-review",
            Self::Indeterminate { .. } => "indeterminate",
        }
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

    /// Indeterminate, for want of something at a place.
    pub fn indeterminate(pointer: impl Into<String>, missing: impl Into<String>) -> Self {
        Self::Indeterminate { missing: missing.into(), pointer: pointer.into() }
    }

    /// Indeterminate, for want of the authority's category.
    #[must_use]
    pub fn without_category(pointer: &str) -> Self {
        Self::indeterminate(pointer, "Give the authority's category under the 2015 Regulations, 1 or 2.")
    }

    /// A question for a person.
    pub fn needs_review(pointer: impl Into<String>, question: impl Into<String>) -> Self {
        Self::NeedsReview { question: question.into(), pointer: pointer.into() }
    }

    /// The answer to several questions together: every finding of all; where there is none, the first answer that
    /// is not met either; met where all are.
    #[must_use]
    pub fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        let (mut findings, mut open) = (Vec::new(), None);
        for outcome in outcomes {
            match outcome {
                Self::Met => {}
                Self::NotMet { findings: more } => findings.extend(more),
                other => open = open.or(Some(other)),
            }
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
