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
        needs: String,
    },
    /// The rule does not bind what is judged.
    NotApplicable {
        /// Why not, as a sentence.
        because: String,
    },
    /// Only a person can judge.
    AskAPerson {
        /// The question.
        question: String,
        /// What it is about, as a JSON pointer into what is judged.
        at: String,
    },
    /// What is judged does not say enough.
    CannotTell {
        /// What is missing, as a sentence that says what to give.
        missing: String,
        /// Where it belongs, as a JSON pointer into what is judged.
        at: String,
    },
}

impl Outcome {
    /// As it is written in reports: `met`, `not-met`, `not-due-yet`, `not-applicable`, `ask-a-person` or
    /// `cannot-tell`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet { .. } => "not-met",
            Self::NotDueYet { .. } => "not-due-yet",
            Self::NotApplicable { .. } => "not-applicable",
            Self::AskAPerson { .. } => "ask-a-person",
            Self::CannotTell { .. } => "cannot-tell",
        }
    }

    /// Met when there are no findings, not met with them otherwise.
    #[must_use]
    pub fn of(findings: Vec<Finding>) -> Self {
        if findings.is_empty() { Self::Met } else { Self::NotMet { findings } }
    }

    /// Not met, with one finding.
    pub fn not_met(at: impl Into<String>, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self::NotMet { findings: vec![Finding::new(at, says, mend)] }
    }

    /// Cannot tell, for want of something at a place.
    pub fn cannot_tell(at: impl Into<String>, missing: impl Into<String>) -> Self {
        Self::CannotTell { missing: missing.into(), at: at.into() }
    }

    /// Cannot tell, for want of the authority's category.
    #[must_use]
    pub fn without_category(at: &str) -> Self {
        Self::cannot_tell(at, "Give the authority's category under the 2015 Regulations, 1 or 2.")
    }

    /// A question for a person.
    pub fn ask(at: impl Into<String>, question: impl Into<String>) -> Self {
        Self::AskAPerson { question: question.into(), at: at.into() }
    }

    /// The answer to two questions together: every finding of both; where there is none, the first answer that is
    /// not met either; met where both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet { mut findings }, Self::NotMet { findings: more }) => {
                findings.extend(more);
                Self::NotMet { findings }
            }
            (fault @ Self::NotMet { .. }, _) | (_, fault @ Self::NotMet { .. }) | (Self::Met, fault) => fault,
            (open, _) => open,
        }
    }

    /// Does not apply, for a reason.
    pub fn not_applicable(because: impl Into<String>) -> Self {
        Self::NotApplicable { because: because.into() }
    }
}
