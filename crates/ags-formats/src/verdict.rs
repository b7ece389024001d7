//! The result of a test case.

use std::fmt::{self, Formatter};

use ags_report::{Outcome, OutcomeKind, RuleResult};
use chrono::NaiveDate;
use serde::Serialize;

use crate::test_cases::TestCase;

/// The result of one case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Verdict {
    /// The case's name.
    pub name: String,
    /// The date of the check; none if the case gives none.
    pub as_at: Option<NaiveDate>,
    /// The outcome of each rule it names, in its order; empty if the case could not be run.
    pub outcomes: Vec<RuleOutcome>,
    /// Every way in which it is not as expected, as sentences; empty if it is.
    pub failures: Vec<String>,
}

/// The outcome of one rule in a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RuleOutcome {
    /// The rule's code.
    pub rule: String,
    /// The expected outcome.
    pub expected: OutcomeKind,
    /// Its outcome.
    pub actual: OutcomeKind,
    /// The first JSON pointer of the outcome; empty if it has none.
    pub pointer: String,
    /// All its text; empty if it has none.
    pub message: String,
}

impl RuleOutcome {
    pub(crate) fn new(result: &RuleResult, expected: OutcomeKind) -> Self {
        let (pointer, message) = details(&result.outcome);
        Self {
            rule: result.code.to_string(),
            expected,
            actual: result.outcome.kind(),
            pointer: pointer.into(),
            message,
        }
    }

    /// Every way in which it differs from what is expected; `case` may expect more than the kind of outcome.
    pub(crate) fn failures(&self, case: Option<&TestCase>) -> Vec<String> {
        let Self { rule, expected, actual, pointer, message } = self;
        if actual != expected {
            let details = if message.is_empty() { String::new() } else { format!(": {message}") };
            return vec![format!("{rule} is {actual}, but {expected} is expected{details}")];
        }
        let mut failures = Vec::new();
        if let Some(wanted) = case.and_then(|case| case.pointer.as_ref()).filter(|wanted| *wanted != pointer)
        {
            failures.push(format!("{rule} points to {pointer:?}, but {wanted:?} is expected."));
        }
        let wanted = case.and_then(|case| case.message.as_ref());
        if let Some(wanted) = wanted.filter(|wanted| !message.contains(*wanted)) {
            failures.push(format!("{rule} says {message:?}, which does not contain {wanted:?}."));
        }
        failures
    }
}

/// The first JSON pointer of an outcome, and all its text.
fn details(outcome: &Outcome) -> (&str, String) {
    match outcome {
        Outcome::Met => ("", String::new()),
        Outcome::NotMet { findings } => {
            let text = findings.iter().flat_map(|finding| [finding.message.as_str(), finding.fix.as_str()]);
            (findings.first().map_or("", |first| &first.pointer), text.collect::<Vec<_>>().join(" "))
        }
        Outcome::NotDueYet { due, action } => ("", format!("{due}: {action}")),
        Outcome::NotApplicable { reason } => ("", reason.clone()),
        Outcome::NeedsReview { question, pointer } => (pointer, question.clone()),
        Outcome::Indeterminate { missing, pointer } => (pointer, missing.clone()),
    }
}

impl Verdict {
    /// Whether every outcome was as expected.
    #[must_use]
    pub const fn is_as_expected(&self) -> bool {
        self.failures.is_empty()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(&self.name)?;
        self.failures.iter().try_for_each(|one| write!(to, "\n  {one}"))
    }
}
