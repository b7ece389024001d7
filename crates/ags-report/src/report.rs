//! The outcome of every rule.

use std::borrow::Cow;

use ags_law::Citation;
use ags_statement::canonical::Digest;
use ags_statement::{Answer, Stage};
use chrono::NaiveDate;
use governance_model::FinancialYear;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::outcome::{Outcome, OutcomeKind};
use crate::severity::Severity;
use crate::subject::Subject;

/// The outcomes of all rules for one statement, local code or return as at one date, in the order of the rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// What was checked.
    pub subject: Subject,
    /// The authority's name.
    pub authority: String,
    /// The year the statement, the local code or the return is for; none if it does not say.
    pub year: Option<FinancialYear>,
    /// How far the statement or the return has come; none for a local code.
    pub stage: Option<Stage>,
    /// The date of the check.
    pub as_at: NaiveDate,
    /// The year of the statement it was compared with; none if none was available, or it names no year.
    pub prior: Option<FinancialYear>,
    /// The version of the approved statement that it was compared with; none if none was available.
    pub approved: Option<Digest>,
    /// One result for every rule that was run.
    pub results: Vec<RuleResult>,
}

/// The outcome of one rule, with the rule's own text at the time of the check.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RuleResult {
    /// The rule's stable code.
    pub code: Cow<'static, str>,
    /// The fault it finds.
    pub name: Cow<'static, str>,
    /// What the rule requires.
    pub requirement: Cow<'static, str>,
    /// How severe a breach is.
    pub severity: Severity,
    /// Its outcome.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The answer that decided it, where the rule asked a question and a person answered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Where the rule is written.
    pub citations: Vec<Citation<Cow<'static, str>>>,
}

impl RuleResult {
    /// Where the rule is written, as one line: "Accounts and Audit Regulations 2015 (SI 2015/234), reg. 10(1)".
    #[must_use]
    pub fn sources(&self) -> String {
        self.citations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }

    /// Whether it is not met, with a finding that counts.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(&self.outcome, Outcome::NotMet { findings } if findings.iter().any(Finding::is_active))
    }

    /// Its findings that a waiver lifts.
    pub fn waived(&self) -> impl Iterator<Item = &Finding> {
        let findings = match &self.outcome {
            Outcome::NotMet { findings } => findings.as_slice(),
            _ => &[],
        };
        findings.iter().filter(|finding| !finding.is_active())
    }

    /// Whether it is not met with a finding that counts, and at least as severe as the threshold.
    #[must_use]
    pub fn fails(&self, threshold: Severity) -> bool {
        self.is_active() && self.severity <= threshold
    }
}

/// How many rules have each of the six outcomes; those waived are counted apart from those not met.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    /// Met.
    pub met: usize,
    /// Not met, with a finding that counts.
    pub not_met: usize,
    /// Not met, with every finding lifted by a waiver.
    pub waived: usize,
    /// Not due yet.
    pub not_due_yet: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// A person must decide.
    pub needs_review: usize,
    /// The document does not say enough.
    pub indeterminate: usize,
}

impl Counts {
    /// Each count with the [phrase](OutcomeKind::phrase) for its outcome, in the order reports list them.
    #[must_use]
    pub const fn named(&self) -> [(usize, &'static str); 7] {
        [
            (self.met, OutcomeKind::Met.phrase()),
            (self.not_met, OutcomeKind::NotMet.phrase()),
            (self.waived, "waived"),
            (self.not_due_yet, OutcomeKind::NotDueYet.phrase()),
            (self.needs_review, OutcomeKind::NeedsReview.phrase()),
            (self.indeterminate, OutcomeKind::Indeterminate.phrase()),
            (self.not_applicable, OutcomeKind::NotApplicable.phrase()),
        ]
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.met += other.met;
        self.not_met += other.not_met;
        self.waived += other.waived;
        self.not_due_yet += other.not_due_yet;
        self.not_applicable += other.not_applicable;
        self.needs_review += other.needs_review;
        self.indeterminate += other.indeterminate;
    }
}

impl Report {
    /// How many rules have each outcome.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for result in &self.results {
            *match result.outcome {
                Outcome::Met => &mut counts.met,
                Outcome::NotMet { .. } if result.is_active() => &mut counts.not_met,
                Outcome::NotMet { .. } => &mut counts.waived,
                Outcome::NotDueYet { .. } => &mut counts.not_due_yet,
                Outcome::NotApplicable { .. } => &mut counts.not_applicable,
                Outcome::NeedsReview { .. } => &mut counts.needs_review,
                Outcome::Indeterminate { .. } => &mut counts.indeterminate,
            } += 1;
        }
        counts
    }

    /// The rules of a severity that are not met, in the order of the rules; those that waivers lift are left out.
    pub fn not_met(&self, severity: Severity) -> impl Iterator<Item = &RuleResult> {
        self.results.iter().filter(move |result| result.severity == severity && result.is_active())
    }
}
