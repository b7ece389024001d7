//! Waivers: that they hold, are needed, and have somebody who answers for them.

pub mod waiver_bare;
pub mod waiver_expired;
pub mod waiver_unused;

use crate::rule::Rule;
use ags_law::Citation;

/// The rules on waivers, in the order reports list them.
pub static RULES: &[Rule] = &[waiver_expired::RULE, waiver_unused::RULE, waiver_bare::RULE];

/// What asks that exceptions be kept in order.
const CITES: &[Citation] = &[ags_law::WAIVERS.part("an exception has a reason, an owner and an end")];
