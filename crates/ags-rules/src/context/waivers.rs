//! Waivers under judgement on a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::waiver::{Waiver, Waivers};

/// A file of waivers under judgement, once they were brought to bear on reports.
#[derive(Clone, Copy, Debug)]
pub struct WaiversContext<'a> {
    /// The file.
    pub waivers: &'a Waivers,
    /// The waivers that were needed, by their place in the file, from 0.
    pub used: &'a BTreeSet<usize>,
    /// The day of judging.
    pub as_at: NaiveDate,
}

impl<'a> WaiversContext<'a> {
    /// Every waiver with its place, as a JSON pointer.
    pub fn placed(&self) -> impl Iterator<Item = (String, &'a Waiver)> {
        let listed = self.waivers.waivers.iter().enumerate();
        listed.map(|(index, waiver)| (format!("/waiver/{index}"), waiver))
    }

    /// The waivers that hold on the day of judging and that nothing needed, each with its place.
    pub fn idle(&self) -> impl Iterator<Item = (String, &'a Waiver)> {
        let idle = self
            .placed()
            .enumerate()
            .filter(|(index, (_, waiver))| !self.used.contains(index) && self.as_at <= waiver.until);
        idle.map(|(_, placed)| placed)
    }
}
