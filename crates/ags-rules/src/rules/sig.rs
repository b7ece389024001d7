//! What makes an issue significant, and whether the list of issues bears what others said.

pub mod sig_1;
pub mod sig_2;
pub mod sig_3;
pub mod sig_4;

use crate::rule::Rule;

/// The rules on significance: the ground of each issue, the list of them, the word, what became of last
/// year's.
pub static RULES: &[Rule] = &[sig_1::RULE, sig_2::RULE, sig_3::RULE, sig_4::RULE];
