//! How the statement ends.

use ags_statement::english;
use governance_model::{Frequency, When};

pub(crate) const HEADING: &str = "Conclusion and commitment";
pub(crate) const NOT_STATED: &str =
    "The statement ends without a conclusion and without saying how its action plan will be followed up.";
pub(crate) const MONITORING: &str = "How this will be followed up: ";

pub(crate) fn next_review(when: When) -> String {
    format!("The arrangements will be reviewed again {}.", english::at(when))
}

pub(crate) fn reported(how_often: &str) -> String {
    format!("Members hear of the action plan {how_often}.")
}

pub(crate) const fn how_often(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "every month",
        Frequency::Quarterly => "four times a year",
        Frequency::SixMonthly => "twice a year",
        Frequency::Yearly => "once a year",
    }
}
