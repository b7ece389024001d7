//! The Annual Governance Statement: a local code, the year's review of it and the sign-off, in one value.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use governance_model::{AnnualReview, Authority, FinancialYear, Gap, LocalCode, Schema, Text, Versioned};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::sign_off::{Approval, Office, SignOff};

/// An Annual Governance Statement.
///
/// One that is made by [`Statement::assemble`] and [`Statement::sign_off`] is consistent and took its steps in
/// order. One that is read from a file may contain any mistake a council can make; the rules
/// report it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The name and version it begins with.
    #[serde(default)]
    pub schema: Schema<Statement>,
    /// How the authority meets each principle, with the evidence.
    pub local_code: LocalCode,
    /// What the year's review found.
    pub review: AnnualReview,
    /// The gaps found in the local code itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<Gap>,
    /// Who considered, approved, signed and published it, and when.
    #[serde(default)]
    pub sign_off: SignOff,
    /// What the file shows, where it is a sample and no authority's own statement. Only a sample may be illustrative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<Text>,
    /// The answers that people gave to the questions of a check. They are never published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Working notes. They are never published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
}

impl Versioned for Statement {
    const NAME: &'static str = "statement";
    const VERSION: u32 = 1;
}

/// How far a statement has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Nobody has considered the review's findings yet.
    Draft,
    /// The review's findings were considered.
    Considered,
    /// Members approved the statement, those of each authority that it is of.
    Approved,
    /// The leading member and the chief executive signed it.
    Signed,
    /// It was published as approved and signed.
    Published,
}

impl Statement {
    /// The year it is for; none where it is not stated.
    #[must_use]
    pub const fn year(&self) -> Option<FinancialYear> {
        self.review.year
    }

    /// The years that it is for, in their order: more than one where it reports on earlier years too.
    #[must_use]
    pub fn years(&self) -> Vec<FinancialYear> {
        let years: BTreeSet<_> = self.review.earlier_years.iter().copied().chain(self.review.year).collect();
        years.into_iter().collect()
    }

    /// The authorities that it is of: its own first, then those it is made jointly with.
    pub fn authorities(&self) -> impl Iterator<Item = &Authority> {
        [&self.local_code.authority].into_iter().chain(&self.review.jointly_with)
    }

    /// Whether it is of several authorities.
    #[must_use]
    pub const fn is_joint(&self) -> bool {
        !self.review.jointly_with.is_empty()
    }

    /// Whether an approval is that of one of its authorities: of several, each approves it for itself.
    #[must_use]
    pub fn is_approval_of(&self, authority: &Authority, approval: &Approval) -> bool {
        !self.is_joint() || approval.for_authority.as_ref().is_some_and(|name| *name == authority.name)
    }

    /// The approval in force on a day: the last one by then, once each authority that it is of has approved it.
    #[must_use]
    pub fn approval(&self, as_at: NaiveDate) -> Option<&Approval> {
        let by_then = |approval: &&Approval| approval.on <= as_at;
        let approvals = &self.sign_off.approvals;
        let approved = |authority| {
            approvals.iter().filter(by_then).any(|approval| self.is_approval_of(authority, approval))
        };
        approvals.iter().rfind(by_then).filter(|_| self.authorities().all(approved))
    }

    /// How far it has come: the last step for which this step and all before it are recorded.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let signed = |office| self.sign_off.signatures.iter().any(|signature| signature.office == office);
        let steps = [
            (self.sign_off.considered().is_some(), Stage::Considered),
            (self.approval(NaiveDate::MAX).is_some(), Stage::Approved),
            (signed(Office::LeadingMember) && signed(Office::ChiefExecutive), Stage::Signed),
            (self.sign_off.publication.as_approved.is_some(), Stage::Published),
        ];
        steps.iter().take_while(|(done, _)| *done).last().map_or(Stage::Draft, |(_, stage)| *stage)
    }

    /// Whether anything in it is made up to show what belongs there.
    #[must_use]
    pub fn is_illustrative(&self) -> bool {
        // One walk over the serialised form sees every provenance, those of later fields included.
        serde_json::to_value(self).is_ok_and(|value| holds_illustration(&value))
    }
}

fn holds_illustration(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Object(fields) => {
            fields.iter().any(|(name, value)| name == "illustrative" || holds_illustration(value))
        }
        serde_json::Value::Array(items) => items.iter().any(holds_illustration),
        _ => false,
    }
}
