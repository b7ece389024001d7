//! The answers to the questions of a check.

pub mod answer_unused;

use crate::rule::Rule;

/// The rules on answers.
pub static RULES: &[Rule] = &[answer_unused::RULE];
