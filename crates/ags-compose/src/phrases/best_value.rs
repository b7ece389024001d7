//! The duty of best value.

pub(crate) const HEADING: &str = "Best value";
