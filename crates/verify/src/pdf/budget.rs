//! The budget of a file: how much may be unpacked, kept and done before it is refused.

use std::cell::Cell;

use crate::error::{Limit, PdfError};
use crate::limits::{MAX_DECOMPRESSED, MAX_STEPS, MAX_VALUES};

/// What may still be spent on a file. Once a limit is exceeded nothing more is granted, so that every loop ends, and
/// [`Budget::check`] gives the error.
pub(crate) struct Budget {
    bytes: Cell<usize>,
    values: Cell<usize>,
    steps: Cell<usize>,
    exceeded: Cell<Option<Limit>>,
}

impl Budget {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: Cell::new(MAX_DECOMPRESSED),
            values: Cell::new(MAX_VALUES),
            steps: Cell::new(MAX_STEPS),
            exceeded: Cell::new(None),
        }
    }

    /// How many bytes may still be unpacked.
    pub(crate) const fn bytes_left(&self) -> usize {
        self.bytes.get()
    }

    /// Spends bytes that are unpacked or copied; false if there are not as many left.
    pub(crate) fn unpack(&self, bytes: usize) -> bool {
        self.spend(&self.bytes, bytes, Limit::Decompressed)
    }

    /// Spends values that are kept, such as a number or a string; false if there are not as many left.
    pub(crate) fn keep(&self, values: usize) -> bool {
        self.spend(&self.values, values, Limit::Values)
    }

    /// Spends steps of work; false if there are not as many left.
    pub(crate) fn step(&self, steps: usize) -> bool {
        self.spend(&self.steps, steps, Limit::Steps)
    }

    /// Refuses the file for a limit that is not one of the budget's own.
    pub(crate) fn refuse(&self, limit: Limit) {
        if self.exceeded.get().is_none() {
            self.exceeded.set(Some(limit));
        }
    }

    /// Whether the budget has been kept.
    ///
    /// # Errors
    /// - [`PdfError::LimitExceeded`] if it has not.
    pub(crate) fn check(&self) -> Result<(), PdfError> {
        self.exceeded.get().map_or(Ok(()), |limit| Err(PdfError::LimitExceeded { limit }))
    }

    fn spend(&self, left: &Cell<usize>, amount: usize, limit: Limit) -> bool {
        if self.exceeded.get().is_some() {
            return false;
        }
        match left.get().checked_sub(amount) {
            Some(rest) => left.set(rest),
            None => self.refuse(limit),
        }
        self.exceeded.get().is_none()
    }
}
