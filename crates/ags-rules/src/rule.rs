//! What a rule is.

use serde::Serialize;

use ags_law::{Citation, Scope};
use ags_report::{Outcome, RuleResult, Severity, Subject};

use crate::context::{AgarContext, AnswersContext, LocalCodeContext, StatementContext, WaiversContext};

/// One check with its legal source.
///
/// Its code never changes meaning and is never used again.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The stable code, as in `REG-6-2-B`.
    pub code: &'static str,
    /// The title in small letters, without punctuation, its words joined by hyphens:
    /// `no-resolution-of-approval`.
    pub name: &'static str,
    /// The fault it finds, read after "this statement has", "this local code has" or "this return has", as a
    /// heading: "No resolution of approval".
    pub title: &'static str,
    /// What the rule asks, as a sentence.
    pub requirement: &'static str,
    /// What the check looks at, in sentences; an empty line between paragraphs.
    pub method: &'static str,
    /// Why it matters, in sentences.
    pub rationale: &'static str,
    /// What the check cannot see, in sentences.
    pub limitations: &'static str,
    /// How severe a breach is.
    pub severity: Severity,
    /// Whether it is checked by default.
    pub status: Status,
    /// Where it is written; at least one.
    pub citations: &'static [Citation],
    /// Whom it binds, and when.
    pub scope: Scope,
    /// The check. It is only asked of what is in scope.
    pub check: Check,
}

impl Rule {
    /// Its outcome, with what it says of itself.
    #[must_use]
    pub fn result(&self, outcome: Outcome) -> RuleResult {
        RuleResult {
            code: self.code.into(),
            name: self.name.into(),
            requirement: self.requirement.into(),
            severity: self.severity,
            outcome,
            answer: None,
            citations: self.citations.iter().copied().map(Into::into).collect(),
        }
    }
}

/// What a rule checks, and how.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// A statement.
    Statement(fn(&StatementContext<'_>) -> Outcome),
    /// The answers of a statement, once they were applied to the outcomes of the other rules.
    Answers(fn(&AnswersContext<'_>) -> Outcome),
    /// A local code.
    LocalCode(fn(&LocalCodeContext<'_>) -> Outcome),
    /// A smaller authority's return.
    Agar(fn(&AgarContext<'_>) -> Outcome),
    /// Waivers.
    Waivers(fn(&WaiversContext<'_>) -> Outcome),
}

impl Check {
    /// What it checks.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        match self {
            Self::Statement(_) | Self::Answers(_) => Subject::Statement,
            Self::LocalCode(_) => Subject::LocalCode,
            Self::Agar(_) => Subject::Agar,
            Self::Waivers(_) => Subject::Waivers,
        }
    }
}

/// Whether a rule is checked by default.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its source was read; checked by default.
    Stable,
    /// Its source is not confirmed; checked only on request.
    Preview,
}

impl Status {
    /// As it is written in reports: `stable` or `preview`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Preview => "preview",
        }
    }
}
