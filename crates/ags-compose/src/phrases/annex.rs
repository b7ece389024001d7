//! The annex with the evidence of the local code.

use governance_model::{FinancialYear, Scale};

pub(crate) const EVIDENCE: &str = "Annex: evidence";
pub(crate) const OF_THE_YEAR: &str = "Evidence for the year";
pub(crate) const DEFINITIONS: &str = "Terms used in the local code";

pub(crate) fn score(value: u8, scale: Option<&Scale>, year: Option<FinancialYear>) -> String {
    let scale = scale.map_or_else(String::new, |scale| {
        format!(" on a scale from {} (worst) to {} (best)", scale.worst, scale.best)
    });
    let year = year.map_or_else(String::new, |year| format!(" for {year}"));
    format!("Score{year}: {value}{scale}.")
}
