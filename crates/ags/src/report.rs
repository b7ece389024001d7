//! What every rule answered.

mod json;
#[cfg(test)]
mod sample;
mod text;

use chrono::NaiveDate;
use governance_model::FinancialYear;
use schemars::JsonSchema;
use serde::Serialize;

use crate::rule::{Cite, Outcome, Rule, Severity, Subject};
use crate::statement::Stage;

/// The answers of all rules for one statement or local code on one day, in the order of the rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// What was judged.
    pub subject: Subject,
    /// The authority's name.
    pub authority: String,
    /// The year the statement or the local code is for; none where it does not say.
    pub year: Option<FinancialYear>,
    /// How far the statement has come; none for a local code.
    pub stage: Option<Stage>,
    /// The day of judging.
    pub as_at: NaiveDate,
    /// One answer for every rule asked.
    pub results: Vec<RuleResult>,
}

/// The answer of one rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct RuleResult {
    /// The rule's stable code.
    pub code: &'static str,
    /// The fault it finds.
    pub name: &'static str,
    /// What the rule asks.
    pub asks: &'static str,
    /// How grave a breach is.
    pub severity: Severity,
    /// Its answer.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Where the rule is written.
    pub cites: &'static [Cite],
}

impl RuleResult {
    /// A rule's answer.
    #[must_use]
    pub const fn new(rule: &Rule, outcome: Outcome) -> Self {
        let &Rule { code, name, asks, severity, cites, .. } = rule;
        Self { code, name, asks, severity, outcome, cites }
    }
}

/// How many rules gave each of the six answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    /// Met.
    pub met: usize,
    /// Not met.
    pub not_met: usize,
    /// Not due yet.
    pub not_due_yet: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// A person must judge.
    pub ask_a_person: usize,
    /// Cannot tell.
    pub cannot_tell: usize,
}

impl Report {
    /// How many rules gave each answer.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for result in &self.results {
            *match result.outcome {
                Outcome::Met => &mut counts.met,
                Outcome::NotMet { .. } => &mut counts.not_met,
                Outcome::NotDueYet { .. } => &mut counts.not_due_yet,
                Outcome::NotApplicable { .. } => &mut counts.not_applicable,
                Outcome::AskAPerson { .. } => &mut counts.ask_a_person,
                Outcome::CannotTell { .. } => &mut counts.cannot_tell,
            } += 1;
        }
        counts
    }

    /// The rules of a severity that are not met, in the order of the rules.
    pub fn not_met(&self, severity: Severity) -> impl Iterator<Item = &RuleResult> {
        self.results.iter().filter(move |result| {
            result.severity == severity && matches!(result.outcome, Outcome::NotMet { .. })
        })
    }
}
