//! The improvements that the local code itself plans.

pub(crate) const HEADING: &str = "Improvements planned in the local code";
pub(crate) const CAPTION: &str = "Open actions in the local code";
pub(crate) const ACTION: &str = "Action";
pub(crate) const RESPONSIBLE: &str = "Responsible officer and due date";
pub(crate) const STATUS: &str = "Status";
