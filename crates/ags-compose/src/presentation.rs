//! How a statement is presented: the day, the annexes, the order of its sections and the council's house style.

use ags_document::HouseStyle;
use chrono::NaiveDate;
use governance_model::{Schema, Versioned};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a statement is presented.
///
/// ```
/// use ags_compose::Presentation;
/// let presentation = Presentation::new("2022-11-30".parse()?);
/// assert!(presentation.annexes.is_empty() && !presentation.signature_fields);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Presentation {
    /// The name and version it begins with.
    #[serde(default)]
    pub schema: Schema<Presentation>,
    /// The day on which the statement is presented. A step that is recorded for a later day has not been taken.
    pub as_at: NaiveDate,
    /// The annexes that are printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<Annex>,
    /// The sections that come first, in this order. The others follow in their usual order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Whether a PDF has a field for the electronic signature of each person who is to sign.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signature_fields: bool,
    /// The council's house style.
    #[serde(default, skip_serializing_if = "is_default")]
    pub house: HouseStyle,
}

impl Versioned for Presentation {
    const NAME: &'static str = "presentation";
    const VERSION: u32 = 1;
}

impl Presentation {
    /// As at a day: without annexes, in the usual order and our own style.
    #[must_use]
    pub fn new(as_at: NaiveDate) -> Self {
        Self {
            schema: Schema::default(),
            as_at,
            annexes: Vec::new(),
            sections: Vec::new(),
            signature_fields: false,
            house: HouseStyle::default(),
        }
    }

    /// Every section once, in the order in which it is printed.
    #[must_use]
    pub fn order(&self) -> Vec<Section> {
        let mut order: Vec<Section> = Vec::new();
        for section in self.sections.iter().chain(&Section::ALL) {
            if !order.contains(section) {
                order.push(*section);
            }
        }
        order
    }
}

fn is_default(house: &HouseStyle) -> bool {
    *house == HouseStyle::default()
}

/// What can be printed after a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Annex {
    /// The evidence of the local code, whole.
    Evidence,
}

/// The sections of a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Section {
    /// The conclusion, the levels by principle and the significant issues by name.
    Summary,
    /// The significant issues and the action plan.
    Issues,
    /// What became of last year's issues and actions.
    Progress,
    /// Scope of responsibility.
    Responsibility,
    /// The purpose of the governance framework.
    Purpose,
    /// The governance framework: the local code and the roles.
    Framework,
    /// How each principle is met.
    Principles,
    /// The review of effectiveness and its sources of assurance.
    Review,
    /// Areas for improvement that are not significant.
    Improvements,
    /// Events after the end of the year.
    Events,
    /// The conclusion and the commitment.
    Conclusion,
    /// Approval, certification and signatures.
    Approval,
    /// Whom to ask, and other formats.
    Contact,
}

impl Section {
    /// Every section, in the usual order.
    pub const ALL: [Self; 13] = [
        Self::Summary,
        Self::Issues,
        Self::Progress,
        Self::Responsibility,
        Self::Purpose,
        Self::Framework,
        Self::Principles,
        Self::Review,
        Self::Improvements,
        Self::Events,
        Self::Conclusion,
        Self::Approval,
        Self::Contact,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_sections_come_first_and_none_is_lost_or_doubled() {
        let mut presentation = Presentation::new(NaiveDate::MIN);
        assert_eq!(presentation.order(), Section::ALL);
        presentation.sections = vec![Section::Approval, Section::Issues, Section::Approval];
        let order = presentation.order();
        assert_eq!(order[..3], [Section::Approval, Section::Issues, Section::Summary]);
        assert_eq!(order.len(), Section::ALL.len());
    }
}
