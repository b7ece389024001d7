//! Waivers: that they hold, are needed, and have somebody who answers for them.

pub mod waiver_bare;
pub mod waiver_expired;
pub mod waiver_unused;

mod citations;

use crate::rule::Rule;

/// The rules on waivers, in the order reports list them.
pub static RULES: &[Rule] = &[waiver_expired::RULE, waiver_unused::RULE, waiver_bare::RULE];
