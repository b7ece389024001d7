//! What a rule is, and the six answers it may give.

use chrono::NaiveDate;
use governance_model::{Category, Nation};
use serde::Serialize;

use crate::case::Case;

/// One check of a statement with its legal source.
///
/// Its code never changes meaning and is never used again.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The stable code, as in `REG-6-2-B`.
    pub code: &'static str,
    /// The fault it finds, read after "this statement has": as in `no-resolution-of-approval`.
    pub name: &'static str,
    /// What the rule asks, as a sentence.
    pub asks: &'static str,
    /// How grave a breach is.
    pub severity: Severity,
    /// Whether it is checked by default.
    pub status: Status,
    /// Where it is written; at least one.
    pub cites: &'static [Cite],
    /// Whom and when it binds.
    pub binds: Binds,
    /// What the check cannot see, as a sentence.
    pub cannot_tell: &'static str,
    /// The check. It is only asked of statements the rule binds.
    pub check: fn(&Case<'_>) -> Outcome,
}

/// How grave a breach of a rule is, the gravest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Breach of a regulation.
    Statute,
    /// Departure from proper practices, which the regulations make binding.
    ProperPractice,
    /// Good practice.
    Advice,
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

/// Where a rule is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Cite {
    /// The instrument, as in "Accounts and Audit Regulations 2015 (SI 2015/234)".
    pub instrument: &'static str,
    /// The provision, as in "reg. 6(2)(b)".
    pub provision: &'static str,
    /// Where it can be read; none where it is not published freely.
    pub url: Option<&'static str>,
}

/// Whom a rule binds, and for which years.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Binds {
    /// The calendar year in which the first financial year it binds begins.
    pub from: i32,
    /// The calendar year in which the last one begins, inclusive; none while it still binds.
    pub until: Option<i32>,
    /// The nations.
    pub nations: &'static [Nation],
    /// The categories of authority in England; all where the list is empty.
    pub categories: &'static [Category],
}

impl Binds {
    /// England, both categories, for years from 2015/16: the Accounts and Audit Regulations 2015.
    pub const ENGLAND: Self = Self { from: 2015, until: None, nations: &[Nation::England], categories: &[] };
    /// England, category 1, for years from 2015/16.
    pub const ENGLAND_CATEGORY_1: Self = Self { categories: &[Category::One], ..Self::ENGLAND };
    /// England, category 2, for years from 2015/16.
    pub const ENGLAND_CATEGORY_2: Self = Self { categories: &[Category::Two], ..Self::ENGLAND };
    /// The four nations, for years from 2016/17: the CIPFA/SOLACE Framework of 2016. In England category 1:
    /// the proper practices of smaller authorities are another guide. From 2025/26 an addendum takes the place
    /// of its chapter on the annual review; nobody here has read that, so the questions of 2016 go on being
    /// asked.
    pub const FRAMEWORK_2016: Self = Self {
        from: 2016,
        until: None,
        nations: &[Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland],
        categories: &[Category::One],
    };
}

/// The answer of a rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// The statement does as the rule asks.
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
    /// The rule does not bind this statement.
    NotApplicable {
        /// Why not, as a sentence.
        because: String,
    },
    /// Only a person can judge.
    AskAPerson {
        /// The question.
        question: String,
        /// What it is about, as a JSON pointer into the statement.
        at: String,
    },
    /// The statement does not say enough.
    CannotTell {
        /// What is missing, as a sentence that says what to give.
        missing: String,
        /// Where it belongs, as a JSON pointer into the statement.
        at: String,
    },
}

/// One way in which a statement does not do as a rule asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Finding {
    /// The place, as a JSON pointer into the statement.
    pub at: String,
    /// What is wrong, as a sentence a committee could read.
    pub says: String,
    /// How to mend it, as a sentence.
    pub mend: String,
}

impl Finding {
    /// A finding.
    pub fn new(at: impl Into<String>, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { at: at.into(), says: says.into(), mend: mend.into() }
    }
}

impl Outcome {
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

    /// A question for a person.
    pub fn ask(at: impl Into<String>, question: impl Into<String>) -> Self {
        Self::AskAPerson { question: question.into(), at: at.into() }
    }

    /// Does not apply, for a reason.
    pub fn not_applicable(because: impl Into<String>) -> Self {
        Self::NotApplicable { because: because.into() }
    }
}
