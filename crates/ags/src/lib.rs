//! The Annual Governance Statement of a UK local authority: assembled from a local code and a year's review,
//! signed off in order, checked against the law with the provision cited, and composed into a document.

pub mod agar;
pub mod canonical;
pub mod case;
pub mod check;
pub mod compose;
pub mod document;
pub mod example;
pub mod house_style;
pub mod law;
pub mod paper;
pub mod report;
pub mod rule;
pub mod rules;
pub mod schema;
pub mod statement;
pub mod test_case;
pub mod waiver;
pub mod words;

#[cfg(test)]
mod sample;

pub use agar::Agar;
pub use case::{AgarCase, Case, CodeCase, WaiverCase};
pub use check::{check, check_agar, check_agar_with, check_code, check_code_with, check_with};
pub use compose::{compose, compose_agar, compose_agar_with, compose_with};
pub use document::Document;
pub use house_style::HouseStyle;
pub use paper::{Notation, Paper, PaperError};
pub use report::{Counts, Report, RuleResult};
pub use rule::{Binds, Check, Cite, Finding, Outcome, Quote, Rule, Severity, Status, Subject};
pub use statement::{Stage, Statement};
pub use test_case::{Answer, TestCases, Verdict};
pub use waiver::Waivers;
