//! Waivers to be checked, as at a day.

use ags_report::Pointer;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::waiver_file::{Waiver, Waivers};

/// A file of waivers to be checked, once they were applied to reports.
#[derive(Clone, Copy, Debug)]
pub struct WaiversContext<'a> {
    /// The file.
    pub waivers: &'a Waivers,
    /// The waivers that were needed, by their place in the file, from 0.
    pub used: &'a BTreeSet<usize>,
    /// The code of every rule there is.
    pub codes: &'a [&'static str],
    /// The day of the check.
    pub as_at: NaiveDate,
}

impl<'a> WaiversContext<'a> {
    /// The code of the rule that a waiver names, as that rule writes it; none where there is no such rule.
    #[must_use]
    pub fn code(&self, waiver: &Waiver) -> Option<&'static str> {
        self.codes.iter().copied().find(|code| code.eq_ignore_ascii_case(&waiver.rule))
    }

    /// Every waiver with its place, as a JSON pointer.
    pub fn placed(&self) -> impl Iterator<Item = (Pointer, &'a Waiver)> {
        let listed = self.waivers.waivers.iter().enumerate();
        listed.map(|(index, waiver)| (Pointer::root().key("waiver").index(index), waiver))
    }

    /// The waivers that hold on the day of the check and that nothing needed, each with its place.
    pub fn idle(&self) -> impl Iterator<Item = (Pointer, &'a Waiver)> {
        let idle = self
            .placed()
            .enumerate()
            .filter(|(index, (_, waiver))| !self.used.contains(index) && self.as_at <= waiver.until);
        idle.map(|(_, placed)| placed)
    }
}
