//! The result of verifying a file.

use ags::Subject;
use ags::canonical::Digest;
use chrono::NaiveDate;
use governance_model::FinancialYear;
use serde::Serialize;

use crate::difference::{Difference, Note};

/// The result of verifying a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Verification {
    /// Whether the file is of a statement or a return; `None` if it has neither.
    pub subject: Option<Subject>,
    /// The authority's name; empty if the data cannot be read.
    pub authority: String,
    /// The financial year; `None` if the data do not say.
    pub year: Option<FinancialYear>,
    /// The date of the check in the embedded report; `None` without a report.
    pub as_at: Option<NaiveDate>,
    /// The digest of the embedded data; `None` if they cannot be read.
    pub digest: Option<Digest>,
    /// Whether the file is, byte for byte, what this version renders from the embedded data.
    pub exact: bool,
    /// Every difference from what the file's own data produce.
    pub differences: Vec<Difference>,
    /// What else a user needs to know.
    pub notes: Vec<Note>,
}

impl Verification {
    /// Whether nothing differs: pages, data and findings agree, as far as the notes say they could be compared.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.differences.is_empty()
    }

    pub(crate) fn push(&mut self, difference: Difference) {
        self.differences.push(difference);
    }
}
