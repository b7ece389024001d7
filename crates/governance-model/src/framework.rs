//! Framework editions: the published sets of principles that governance is measured against.

mod cipfa_solace_2007;
mod cipfa_solace_2016;
pub mod crosswalk;
mod nolan;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::FrameworkRef;
use crate::year::FinancialYear;

/// Which edition of which framework a local code or a statement stands on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FrameworkEdition {
    /// CIPFA/SOLACE, Delivering Good Governance in Local Government: Framework, 2007: six principles.
    #[serde(rename = "cipfa-solace-2007")]
    CipfaSolace2007,
    /// CIPFA/SOLACE, Delivering Good Governance in Local Government: Framework, 2016: seven principles, A to G.
    #[serde(rename = "cipfa-solace-2016")]
    CipfaSolace2016,
    /// The Seven Principles of Public Life of the Committee on Standards in Public Life, 1995.
    Nolan,
}

impl FrameworkEdition {
    /// All editions, the oldest first.
    pub const ALL: [Self; 3] = [Self::Nolan, Self::CipfaSolace2007, Self::CipfaSolace2016];

    /// The edition's text.
    ///
    /// ```
    /// use governance_model::FrameworkEdition;
    /// let framework = FrameworkEdition::CipfaSolace2016.framework();
    /// assert_eq!(framework.principles.len(), 7);
    /// assert_eq!(framework.sub_principles().count(), 21);
    /// ```
    #[must_use]
    pub const fn framework(self) -> &'static Framework {
        match self {
            Self::CipfaSolace2007 => &cipfa_solace_2007::FRAMEWORK,
            Self::CipfaSolace2016 => &cipfa_solace_2016::FRAMEWORK,
            Self::Nolan => &nolan::FRAMEWORK,
        }
    }

    /// The CIPFA/SOLACE edition in force for a year's statement; none before 2007/08.
    #[must_use]
    pub fn in_force(year: FinancialYear) -> Option<Self> {
        [Self::CipfaSolace2007, Self::CipfaSolace2016]
            .into_iter()
            .find(|edition| edition.framework().binds(year))
    }
}

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
    /// As in `A1` (2016; the framework prints no number, councils count like this) or `1.1` (2007).
    pub id: &'static str,
    /// The official title in 2016; for aims, the matter in our own words.
    pub title: &'static str,
    /// What the edition asks for under it.
    pub requirements: &'static [Requirement],
}

/// What a framework asks an authority to do or show, told in our own words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Requirement {
    /// As in `A1.1` (2016; the framework prints none, so they count its points) or `1.1.1` (2007).
    pub id: &'static str,
    /// The requirement in our own words.
    pub summary: &'static str,
}

/// What a reference into a framework points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// A principle.
    Principle(&'static Principle),
    /// A sub-principle or an aim, and the principle it belongs to.
    SubPrinciple(&'static Principle, &'static SubPrinciple),
    /// A requirement, with what it belongs to.
    Requirement(&'static Principle, &'static SubPrinciple, &'static Requirement),
}

impl Place {
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

    /// What a reference points at; none when this edition has no such place.
    ///
    /// ```
    /// use governance_model::{FrameworkEdition, FrameworkRef};
    /// let framework = FrameworkEdition::CipfaSolace2016.framework();
    /// let place = framework.find(&FrameworkRef::new("F4")?).expect("2016 has F4");
    /// assert_eq!(place.sub_principle().map(|sub| sub.title), Some("Managing data"));
    /// assert!(framework.find(&FrameworkRef::new("H1")?).is_none());
    /// # Ok::<(), governance_model::IdError>(())
    /// ```
    #[must_use]
    pub fn find(&self, at: &FrameworkRef) -> Option<Place> {
        self.principles.iter().find_map(|principle| {
            if principle.id == at.as_str() {
                return Some(Place::Principle(principle));
            }
            principle.sub_principles.iter().find_map(|sub| {
                if sub.id == at.as_str() {
                    return Some(Place::SubPrinciple(principle, sub));
                }
                let requirement = sub.requirements.iter().find(|one| one.id == at.as_str())?;
                Some(Place::Requirement(principle, sub, requirement))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn frameworks() -> impl Iterator<Item = &'static Framework> {
        FrameworkEdition::ALL.into_iter().map(FrameworkEdition::framework)
    }

    /// Every id of an edition, each with the id of what it belongs to.
    fn ids(framework: &Framework) -> Vec<(&'static str, Option<&'static str>)> {
        let mut ids = Vec::new();
        for principle in framework.principles {
            ids.push((principle.id, None));
            for sub in principle.sub_principles {
                ids.push((sub.id, Some(principle.id)));
                ids.extend(sub.requirements.iter().map(|one| (one.id, Some(sub.id))));
            }
        }
        ids
    }

    fn counts(edition: FrameworkEdition) -> [usize; 3] {
        let framework = edition.framework();
        [framework.principles.len(), framework.sub_principles().count(), framework.requirements().count()]
    }

    fn in_force(year: &str) -> Option<FrameworkEdition> {
        FrameworkEdition::in_force(year.parse().unwrap())
    }

    #[test]
    fn every_edition_has_as_many_principles_aims_and_requirements_as_printed() {
        assert_eq!(counts(FrameworkEdition::CipfaSolace2007), [6, 18, 58]);
        assert_eq!(counts(FrameworkEdition::CipfaSolace2016), [7, 21, 91]);
        assert_eq!(counts(FrameworkEdition::Nolan), [7, 0, 0]);
    }

    #[test]
    fn every_edition_leads_to_its_own_text() {
        for edition in FrameworkEdition::ALL {
            assert_eq!(edition.framework().edition, edition);
        }
    }

    #[test]
    fn no_id_stands_twice_in_an_edition() {
        for framework in frameworks() {
            let all = ids(framework);
            let different: BTreeSet<_> = all.iter().map(|(id, _)| id).collect();
            assert_eq!(different.len(), all.len(), "{}", framework.title);
        }
    }

    #[test]
    fn an_id_is_its_parents_id_and_its_own_place_in_the_order() {
        for framework in frameworks() {
            for principle in framework.principles {
                for (sub, place) in principle.sub_principles.iter().zip(1..) {
                    let dot = if framework.edition == FrameworkEdition::CipfaSolace2007 { "." } else { "" };
                    assert_eq!(sub.id, format!("{}{dot}{place}", principle.id));
                    for (one, place) in sub.requirements.iter().zip(1..) {
                        assert_eq!(one.id, format!("{}.{place}", sub.id));
                    }
                }
            }
        }
    }

    #[test]
    fn every_id_is_found_with_what_it_belongs_to() {
        for framework in frameworks() {
            for (id, parent) in ids(framework) {
                let (found, above) = match framework.find(&FrameworkRef::new(id).unwrap()).unwrap() {
                    Place::Principle(principle) => (principle.id, None),
                    Place::SubPrinciple(principle, sub) => (sub.id, Some(principle.id)),
                    Place::Requirement(_, sub, one) => (one.id, Some(sub.id)),
                };
                assert_eq!((found, above), (id, parent));
            }
        }
    }

    #[test]
    fn a_place_knows_its_principle_and_a_principle_has_no_sub_principle() {
        let framework = FrameworkEdition::CipfaSolace2007.framework();
        let requirement = framework.find(&FrameworkRef::new("2.3.1").unwrap()).unwrap();
        assert_eq!(requirement.principle().id, "2");
        assert_eq!(requirement.sub_principle().map(|sub| sub.id), Some("2.3"));
        let principle = framework.find(&FrameworkRef::new("2").unwrap()).unwrap();
        assert_eq!(principle.principle().id, "2");
        assert_eq!(principle.sub_principle(), None);
    }

    #[test]
    fn an_id_of_one_edition_is_not_found_in_another() {
        let reference = FrameworkRef::new("2.3.1").unwrap();
        assert!(FrameworkEdition::CipfaSolace2016.framework().find(&reference).is_none());
    }

    #[test]
    fn every_title_is_written() {
        for framework in frameworks() {
            let principles = framework.principles.iter().map(|principle| principle.title);
            let subs = framework.sub_principles().map(|sub| sub.title);
            for title in principles.chain(subs).chain([framework.title, framework.publisher]) {
                assert!(!title.is_empty() && title.trim() == title && !title.ends_with('.'), "{title:?}");
            }
        }
    }

    #[test]
    fn every_sub_principle_asks_for_something() {
        for sub in frameworks().flat_map(Framework::sub_principles) {
            assert!(!sub.requirements.is_empty(), "{}", sub.id);
        }
    }

    #[test]
    fn every_requirement_is_one_sentence_of_at_most_200_characters() {
        for one in frameworks().flat_map(Framework::requirements) {
            assert!(one.summary.len() > 1 && one.summary.chars().count() <= 200, "{}", one.id);
            assert_eq!(one.summary.find('.'), Some(one.summary.len() - 1), "{}", one.id);
            assert!(!one.summary.contains("  "), "{}", one.id);
        }
    }

    #[test]
    fn no_requirement_is_told_twice() {
        let all: Vec<_> = frameworks().flat_map(Framework::requirements).map(|one| one.summary).collect();
        let different: BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn the_2007_edition_is_in_force_until_2015_16_and_the_2016_edition_after() {
        assert_eq!(in_force("2015/16"), Some(FrameworkEdition::CipfaSolace2007));
        assert_eq!(in_force("2016/17"), Some(FrameworkEdition::CipfaSolace2016));
    }

    #[test]
    fn no_edition_is_in_force_before_2007_08() {
        assert_eq!(in_force("2006/07"), None);
        assert_eq!(in_force("2007/08"), Some(FrameworkEdition::CipfaSolace2007));
    }
}
