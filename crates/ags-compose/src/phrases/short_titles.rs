//! The principles of a framework in a few words of our own, for tables and contents.

use governance_model::FrameworkEdition;

/// A principle in a few words; none where its own title is short.
pub(crate) fn of(edition: FrameworkEdition, id: &str) -> Option<&'static str> {
    match (edition, id) {
        (FrameworkEdition::CipfaSolace2016, "A") => Some("Integrity, ethics and the rule of law"),
        (FrameworkEdition::CipfaSolace2016, "B") => Some("Openness and engagement"),
        (FrameworkEdition::CipfaSolace2016, "C") => Some("Sustainable outcomes"),
        (FrameworkEdition::CipfaSolace2016, "D") => Some("Interventions to achieve outcomes"),
        (FrameworkEdition::CipfaSolace2016, "E") | (FrameworkEdition::CipfaSolace2007, "5") => {
            Some("Capacity and capability")
        }
        (FrameworkEdition::CipfaSolace2016, "F") => Some("Risk, performance and financial management"),
        (FrameworkEdition::CipfaSolace2016, "G") => Some("Transparency, reporting and audit"),
        (FrameworkEdition::CipfaSolace2007, "1") => Some("Purpose and outcomes"),
        (FrameworkEdition::CipfaSolace2007, "2") => Some("Functions and roles"),
        (FrameworkEdition::CipfaSolace2007, "3") => Some("Values and conduct"),
        (FrameworkEdition::CipfaSolace2007, "4") => Some("Decisions and risk"),
        (FrameworkEdition::CipfaSolace2007, "6") => Some("Engagement and accountability"),
        _ => None,
    }
}
