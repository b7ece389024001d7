//! The Nolan principles: seven, with nothing under them.
//!
//! Committee on Standards in Public Life (chaired by Lord Nolan), *The Seven Principles of Public Life*, in
//! its first report, 1995.
//!
//! Official text: the title, the seven names and their order. Our own: the numbers, and counting them as in
//! force from 1995/96 on; they bind holders of public office rather than a year's statement.

use super::edition::FrameworkEdition;
use super::structure::{Framework, Principle};
use crate::year::FinancialYear;

/// The seven principles, `1` to `7`.
pub(super) static FRAMEWORK: Framework = Framework {
    edition: FrameworkEdition::Nolan,
    title: "The Seven Principles of Public Life",
    publisher: "Committee on Standards in Public Life",
    published: 1995,
    first_year: FinancialYear::known(1995),
    last_year: None,
    principles: &[
        Principle { id: "1", title: "Selflessness", sub_principles: &[] },
        Principle { id: "2", title: "Integrity", sub_principles: &[] },
        Principle { id: "3", title: "Objectivity", sub_principles: &[] },
        Principle { id: "4", title: "Accountability", sub_principles: &[] },
        Principle { id: "5", title: "Openness", sub_principles: &[] },
        Principle { id: "6", title: "Honesty", sub_principles: &[] },
        Principle { id: "7", title: "Leadership", sub_principles: &[] },
    ],
};
