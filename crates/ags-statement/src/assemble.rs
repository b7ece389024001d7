//! From a local code and a review to a statement.

use governance_model::{AnnualReview, LocalCode, Schema, Violation, gap};
use thiserror::Error;

use crate::sign_off::SignOff;
use crate::statement::Statement;

/// Why a local code and a review do not make a statement. Every violation is listed.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{}", list(code, review))]
pub struct AssembleError {
    /// What is not consistent in the local code; pointers lead into it.
    pub code: Vec<Violation>,
    /// What is not consistent in the review, or between it and the local code; pointers lead into the review.
    pub review: Vec<Violation>,
}

fn list(code: &[Violation], review: &[Violation]) -> String {
    let code = code.iter().map(|violation| format!("local code: {violation}"));
    let review = review.iter().map(|violation| format!("review: {violation}"));
    code.chain(review).collect::<Vec<_>>().join("\n")
}

impl Statement {
    /// Makes the statement of a year from the authority's local code and its review of that year. Nothing is
    /// signed off yet, and the gaps in the local code itself are found.
    ///
    /// # Errors
    /// [`AssembleError`], with every violation, when
    /// - an identifier is used twice;
    /// - a reference leads to a gap, an issue, evidence, a scale or a part of the framework that does not exist;
    /// - an issue names no gap;
    /// - the review is of another authority.
    pub fn assemble(code: &LocalCode, review: &AnnualReview) -> Result<Self, AssembleError> {
        let error = AssembleError { code: code.violations(), review: review.violations(code) };
        if !error.code.is_empty() || !error.review.is_empty() {
            return Err(error);
        }
        Ok(Self {
            schema: Schema::default(),
            local_code: code.clone(),
            review: review.clone(),
            found: gap::find(code),
            sign_off: SignOff::default(),
            sample: None,
            answers: Vec::new(),
            notes: Vec::new(),
        })
    }
}
