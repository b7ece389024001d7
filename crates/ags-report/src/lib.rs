//! The outcome of every rule for one document as at one date.
//!
//! A [`Report`] stands alone: each [`RuleResult`] carries the text, the severity and the citations of its rule as
//! they were when the check was made, so that a report is read back without the rules.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

pub mod example;

mod entry;
mod finding;
mod json;
mod outcome;
mod place;
mod pointer;
mod report;
mod severity;
mod subject;
mod suppression;
pub mod text;

pub use entry::{Ask, Entries, Entry};
pub use finding::{Finding, Quote};
pub use outcome::{Outcome, OutcomeKind};
pub use place::Places;
pub use pointer::Pointer;
pub use report::{Counts, Report, RuleResult};
pub use severity::Severity;
pub use subject::Subject;
pub use suppression::{Suppression, SuppressionStatus};
