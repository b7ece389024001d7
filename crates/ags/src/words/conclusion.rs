//! How the statement ends.

use governance_model::When;

pub(crate) const HEADING: &str = "Conclusion and commitment";
pub(crate) const NOT_STATED: &str =
    "The statement ends without a conclusion and without saying how its action plan will be followed up.";
pub(crate) const MONITORING: &str = "How this will be followed up: ";

pub(crate) fn next_review(when: When) -> String {
    format!("The arrangements will be reviewed again {}.", super::at(when))
}
