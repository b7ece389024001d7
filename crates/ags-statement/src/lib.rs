//! The Annual Governance Statement and the return of a smaller authority, as data.
//!
//! A statement is assembled from a local code and a year's review and signed off in order; a smaller authority in
//! England makes a return instead. What is wrong with either is for the rules to say.

pub mod agar;
pub mod canonical;
pub mod english;
pub mod example;

#[cfg(test)]
mod sample;
mod statement;

pub use agar::Agar;
pub use statement::*;
