//! What the rules on waivers cite.

use ags_law::Citation;

/// What asks that exceptions be kept in order.
pub(in crate::rules) const CITES: &[Citation] =
    &[ags_law::WAIVERS.part("an exception has a reason, an owner and an end")];
