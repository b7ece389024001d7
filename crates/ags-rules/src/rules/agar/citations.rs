//! What the rules on the return cite.

use ags_law::Citation;

/// A part of the Practitioners' Guide.
pub(in crate::rules) const fn guide(part: &'static str) -> Citation {
    ags_law::PRACTITIONERS_GUIDE.part(part)
}
