//! The Annual Governance Statement and the return of a smaller authority, as data.
//!
//! A statement is assembled from a local code and a year's review and signed off in order; a smaller authority in
//! England makes a return instead. The rules report what is wrong with either.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

pub mod agar;
pub mod canonical;
pub mod changes;
pub mod english;
pub mod example;

mod answer;
mod assemble;
mod digest;
#[cfg(test)]
mod sample;
mod sign_off;
mod statement;
mod steps;

pub use agar::Agar;
pub use answer::{Answer, Decision};
pub use assemble::AssembleError;
pub use sign_off::{
    Accounts, Approval, ApprovalDecision, BodyKind, Consideration, ConsiderationOutcome, Delegation, Notice,
    Office, Publication, Published, PublishedWith, Replaced, RightsPeriod, SignOff, Signatory, Signature,
};
pub use statement::{Stage, Statement};
pub use steps::SignOffError;
