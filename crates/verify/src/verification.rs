//! The result of verifying a file.

use ags::Subject;
use ags::canonical::Digest;
use chrono::NaiveDate;
use governance_model::FinancialYear;
use serde::Serialize;

use crate::difference::{Difference, Note};
use crate::seal::Seal;
use crate::verdict::Verdict;

/// The result of verifying a file.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Verification {
    /// What the file is of: a statement, a return or, in the report of a check, what was checked; `None` if it is of none.
    pub subject: Option<Subject>,
    /// The authority's name; empty if the data cannot be read.
    pub authority: String,
    /// The financial year; `None` if the data do not say.
    pub year: Option<FinancialYear>,
    /// The day on which the statement is presented, or that of the check in a return or a report; `None` if the data do
    /// not say.
    pub as_at: Option<NaiveDate>,
    /// The digest of the embedded data; `None` if they cannot be read.
    pub digest: Option<Digest>,
    /// The verdict.
    pub verdict: Verdict,
    /// The seals after the bytes that were issued, in their order.
    pub seals: Vec<Seal>,
    /// Every difference from what the file's own data produce.
    pub differences: Vec<Difference>,
    /// What else a user needs to know.
    pub notes: Vec<Note>,
}

impl Verification {
    /// Records what the file is of.
    pub(crate) fn is_of(&mut self, subject: Subject, authority: &str, year: Option<FinancialYear>) {
        self.subject = Some(subject);
        self.authority = authority.into();
        self.year = year;
    }

    pub(crate) fn push(&mut self, difference: Difference) {
        self.differences.push(difference);
    }
}
