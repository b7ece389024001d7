//! What an edition consists of: principles, sub-principles and requirements.

use serde::Serialize;

use super::edition::FrameworkEdition;
use crate::id::FrameworkRef;
use crate::year::FinancialYear;

/// One edition of a published set of principles.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Framework {
    /// Which one it is.
    pub edition: FrameworkEdition,
    /// Its printed title.
    pub title: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// The calendar year of publication.
    pub published: i32,
    /// The first financial year it is in force for.
    pub first_year: FinancialYear,
    /// The last financial year it is in force for, inclusive; none while it still is.
    pub last_year: Option<FinancialYear>,
    /// Its principles, in the printed order; titles are official.
    pub principles: &'static [Principle],
}

/// A principle of a framework.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Principle {
    /// As printed: `A` to `G` in 2016, `1` to `6` in 2007; the seven Nolan principles are numbered `1` to `7` here.
    pub id: &'static str,
    /// The official title.
    pub title: &'static str,
    /// What it divides into: sub-principles in 2016, aims (supporting principles) in 2007, nothing in Nolan.
    pub sub_principles: &'static [SubPrinciple],
}

/// A sub-principle of the 2016 edition or an aim (supporting principle) of the 2007 edition.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SubPrinciple {
    /// As in `A1` (2016; the framework prints no numbers; councils number them in this way) or `1.1` (2007).
    pub id: &'static str,
    /// The official title in 2016; for aims, a title in our own words.
    pub title: &'static str,
    /// What the edition asks for under it.
    pub requirements: &'static [Requirement],
}

/// What a framework asks an authority to do or show, in our own words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Requirement {
    /// As in `A1.1` (2016; the framework prints no numbers, so its points are numbered here) or `1.1.1` (2007).
    pub id: &'static str,
    /// The requirement in our own words.
    pub summary: &'static str,
}

/// A principle, sub-principle, aim or requirement of a framework, with its ancestors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FrameworkNode {
    /// A principle.
    Principle(&'static Principle),
    /// A sub-principle or an aim, and the principle it belongs to.
    SubPrinciple(&'static Principle, &'static SubPrinciple),
    /// A requirement, with the sub-principle and the principle it belongs to.
    Requirement(&'static Principle, &'static SubPrinciple, &'static Requirement),
}

impl FrameworkNode {
    /// Its title; for a requirement its summary.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Principle(principle) => principle.title,
            Self::SubPrinciple(_, sub) => sub.title,
            Self::Requirement(.., requirement) => requirement.summary,
        }
    }

    /// The principle it is or belongs to.
    #[must_use]
    pub const fn principle(self) -> &'static Principle {
        match self {
            Self::Principle(principle)
            | Self::SubPrinciple(principle, _)
            | Self::Requirement(principle, ..) => principle,
        }
    }

    /// The sub-principle it is or belongs to; none for a principle as such.
    #[must_use]
    pub const fn sub_principle(self) -> Option<&'static SubPrinciple> {
        match self {
            Self::Principle(_) => None,
            Self::SubPrinciple(_, sub) | Self::Requirement(_, sub, _) => Some(sub),
        }
    }
}

impl Framework {
    /// Whether it is in force for a year's statement.
    #[must_use]
    pub fn binds(&self, year: FinancialYear) -> bool {
        self.first_year <= year && self.last_year.is_none_or(|last| year <= last)
    }

    /// Its sub-principles or aims, in the printed order.
    pub fn sub_principles(&self) -> impl Iterator<Item = &'static SubPrinciple> + use<> {
        self.principles.iter().flat_map(|principle| principle.sub_principles)
    }

    /// Its requirements, in the printed order.
    pub fn requirements(&self) -> impl Iterator<Item = &'static Requirement> + use<> {
        self.sub_principles().flat_map(|sub| sub.requirements)
    }

    /// The node that a reference points to; none where this edition has no such node.
    ///
    /// ```
    /// use governance_model::{FrameworkEdition, FrameworkRef};
    /// let framework = FrameworkEdition::CipfaSolace2016.framework();
    /// let node = framework.find(&FrameworkRef::new("F4")?).expect("2016 has F4");
    /// assert_eq!(node.sub_principle().map(|sub| sub.title), Some("Managing data"));
    /// assert!(framework.find(&FrameworkRef::new("H1")?).is_none());
    /// # Ok::<(), governance_model::IdError>(())
    /// ```
    #[must_use]
    pub fn find(&self, at: &FrameworkRef) -> Option<FrameworkNode> {
        self.principles.iter().find_map(|principle| {
            if principle.id == at.as_str() {
                return Some(FrameworkNode::Principle(principle));
            }
            principle.sub_principles.iter().find_map(|sub| {
                if sub.id == at.as_str() {
                    return Some(FrameworkNode::SubPrinciple(principle, sub));
                }
                let requirement = sub.requirements.iter().find(|one| one.id == at.as_str())?;
                Some(FrameworkNode::Requirement(principle, sub, requirement))
            })
        })
    }
}
