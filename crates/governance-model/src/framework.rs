//! Framework editions: the published sets of principles that governance is measured against.

mod cipfa_solace_2007;
mod cipfa_solace_2016;
pub mod crosswalk;
mod edition;
mod nolan;
mod structure;

use crate::year::FinancialYear;

pub use edition::FrameworkEdition;
pub use structure::{Framework, FrameworkNode, Principle, Requirement, SubPrinciple};

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::id::FrameworkRef;

    fn frameworks() -> impl Iterator<Item = &'static Framework> {
        FrameworkEdition::ALL.into_iter().map(FrameworkEdition::framework)
    }

    /// Every id of an edition, each with the id of its parent.
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
    fn no_id_occurs_twice_in_an_edition() {
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
    fn every_id_is_found_with_its_parent() {
        for framework in frameworks() {
            for (id, parent) in ids(framework) {
                let (found, above) = match framework.find(&FrameworkRef::new(id).unwrap()).unwrap() {
                    FrameworkNode::Principle(principle) => (principle.id, None),
                    FrameworkNode::SubPrinciple(principle, sub) => (sub.id, Some(principle.id)),
                    FrameworkNode::Requirement(_, sub, one) => (one.id, Some(sub.id)),
                };
                assert_eq!((found, above), (id, parent));
            }
        }
    }

    #[test]
    fn a_node_knows_its_principle_and_a_principle_has_no_sub_principle() {
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
    fn no_requirement_is_summarised_twice() {
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
