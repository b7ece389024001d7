//! The law as data: instruments, who must do what by which provision, the last days, and working days.
//!
//! What a minister or a publisher can change is in the data files under `law/`, each with its source.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod calendar;
mod citation;
mod deadline;
mod duties;
mod embedded;
mod instrument;
pub mod misnomer;
mod regime;
mod scope;

pub use calendar::{first_working_days, nth_working_day_after, working_days, working_days_of_month};
pub use citation::Citation;
pub use deadline::{Deadline, Milestone, RIGHTS_PERIOD, Rights, SourceStatus, deadline, deadline_in};
pub use duties::{Duty, DutyOwner, duties};
pub use instrument::*;
pub use regime::{Body, Regime, regime};
pub use scope::{Scope, year_beginning};

#[cfg(test)]
mod tests;
