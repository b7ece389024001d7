//! The crosswalk: where the requirements of the 2007 edition are continued in the 2016 edition.
//!
//! This crosswalk is our own; neither CIPFA nor SOLACE publishes one. It is made at the level of requirements,
//! because only there is the mapping one to one: of the six principles of 2007, five are spread over several of
//! 2016, and of the 18 aims, thirteen are spread over several sub-principles. The mapping of an aim or a principle
//! is derived from its requirements.
//!
//! ```
//! use governance_model::{FrameworkRef, framework::crosswalk};
//!
//! let scrutiny = crosswalk::successors(&FrameworkRef::new("4.1.1")?).expect("2007 has 4.1.1");
//! assert_eq!((scrutiny.primary, scrutiny.secondary), (vec!["F2"], vec!["G3"]));
//!
//! let decisions = crosswalk::successors(&FrameworkRef::new("4.1")?).expect("2007 has 4.1");
//! assert_eq!(decisions.primary, ["A1", "B1", "F2", "F3"]);
//! assert_eq!(decisions.common, None, "they belong to three principles");
//! # Ok::<(), governance_model::IdError>(())
//! ```

use serde::Serialize;

use crate::framework::{FrameworkEdition, FrameworkNode, SubPrinciple};
use crate::id::FrameworkRef;

/// Where one requirement of the 2007 edition is continued.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Mapping {
    /// The requirement of 2007, as in `1.1.1`.
    pub from: &'static str,
    /// The sub-principle of 2016 that continues it, as in `C1`.
    pub primary: &'static str,
    /// Sub-principles of 2016 that share its subject; the primary one is not among them.
    pub secondary: &'static [&'static str],
    /// Why, in one sentence.
    pub reason: &'static str,
    /// Why the match is weak, in one sentence; none where it is close.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weak: Option<&'static str>,
}

/// Where a requirement, aim or principle of the 2007 edition is continued, derived from its requirements.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Successors {
    /// The mappings of its requirements, in the order of the 2007 edition; at least one.
    pub mappings: Vec<&'static Mapping>,
    /// The sub-principles that are primary for one of them at least, in the order of the 2016 edition.
    pub primary: Vec<&'static str>,
    /// The sub-principles that are secondary for one of them and primary for none, in that order.
    pub secondary: Vec<&'static str>,
    /// The one node of the 2016 edition that includes every primary sub-principle: the sub-principle itself where
    /// there is only one, else the principle they share; none where they belong to several principles.
    pub common: Option<&'static str>,
}

/// Where a requirement, an aim or a principle of the 2007 edition is continued; none where that edition has no
/// such reference.
#[must_use]
pub fn successors(at: &FrameworkRef) -> Option<Successors> {
    let place = FrameworkEdition::CipfaSolace2007.framework().find(at)?;
    let mappings: Vec<_> = ALL.iter().filter(|mapping| holds(place, mapping.from)).collect();
    let primary = in_order(|id| mappings.iter().any(|mapping| mapping.primary == id));
    let secondary = in_order(|id| {
        !primary.contains(&id) && mappings.iter().any(|mapping| mapping.secondary.contains(&id))
    });
    let common = common(&primary);
    Some(Successors { mappings, primary, secondary, common })
}

/// The sub-principles of the 2016 edition that are primary for no requirement of 2007, in its order: even a
/// complete code of the 2007 edition has gaps there.
pub fn without_predecessor() -> impl Iterator<Item = &'static SubPrinciple> {
    let framework = FrameworkEdition::CipfaSolace2016.framework();
    framework.sub_principles().filter(|sub| ALL.iter().all(|mapping| mapping.primary != sub.id))
}

fn holds(place: FrameworkNode, requirement: &str) -> bool {
    match place {
        FrameworkNode::Requirement(.., one) => one.id == requirement,
        FrameworkNode::SubPrinciple(_, aim) => aim.requirements.iter().any(|one| one.id == requirement),
        FrameworkNode::Principle(principle) => {
            principle.sub_principles.iter().flat_map(|aim| aim.requirements).any(|one| one.id == requirement)
        }
    }
}

fn in_order(wanted: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let framework = FrameworkEdition::CipfaSolace2016.framework();
    framework.sub_principles().map(|sub| sub.id).filter(|id| wanted(id)).collect()
}

fn common(primary: &[&'static str]) -> Option<&'static str> {
    if let [only] = primary {
        return Some(only);
    }
    let framework = FrameworkEdition::CipfaSolace2016.framework();
    let holds_all = |subs: &[SubPrinciple]| primary.iter().all(|id| subs.iter().any(|sub| sub.id == *id));
    framework
        .principles
        .iter()
        .find(|principle| holds_all(principle.sub_principles))
        .map(|principle| principle.id)
}

/// The crosswalk: every requirement of the 2007 edition once, in its order.
pub static ALL: [Mapping; 58] = [
    Mapping {
        from: "1.1.1",
        primary: "C1",
        secondary: &[],
        reason: "Purpose and vision are where defined outcomes start from.",
        weak: None,
    },
    Mapping {
        from: "1.1.2",
        primary: "C1",
        secondary: &["G2"],
        reason: "A vision under review keeps outcomes defined; what it means for governance is part of its \
            assessment.",
        weak: None,
    },
    Mapping {
        from: "1.1.3",
        primary: "B2",
        secondary: &["C1"],
        reason: "Partners with one vision are an institutional relationship with a clear purpose.",
        weak: None,
    },
    Mapping {
        from: "1.1.4",
        primary: "G2",
        secondary: &["G1"],
        reason: "The annual report is the yearly reporting of performance and stewardship.",
        weak: None,
    },
    Mapping {
        from: "1.2.1",
        primary: "D2",
        secondary: &["F2"],
        reason: "How quality is measured, and with what information, is settled when services are planned.",
        weak: None,
    },
    Mapping {
        from: "1.2.2",
        primary: "F2",
        secondary: &[],
        reason: "Finding and mending failure is monitoring of delivery.",
        weak: None,
    },
    Mapping {
        from: "1.3.1",
        primary: "D3",
        secondary: &["E1", "F5"],
        reason: "Value for money is the most that resources achieve; benchmarking and financial management \
            help.",
        weak: None,
    },
    Mapping {
        from: "1.3.2",
        primary: "C2",
        secondary: &[],
        reason: "Effects on the environment are weighed among the sustainable benefits.",
        weak: None,
    },
    Mapping {
        from: "2.1.1",
        primary: "E2",
        secondary: &[],
        reason: "The roles of the executive are part of how leaders lead.",
        weak: None,
    },
    Mapping {
        from: "2.1.2",
        primary: "E2",
        secondary: &["A3"],
        reason: "Roles of members and senior officers are part of how leaders lead; law lays some of them \
            down.",
        weak: None,
    },
    Mapping {
        from: "2.2.1",
        primary: "E2",
        secondary: &["A3"],
        reason: "Which decisions are delegated and which reserved is published under the capability of the \
            leadership.",
        weak: None,
    },
    Mapping {
        from: "2.2.2",
        primary: "E2",
        secondary: &[],
        reason: "The chief executive delivers what members set, and is responsible for it.",
        weak: None,
    },
    Mapping {
        from: "2.2.3",
        primary: "E2",
        secondary: &[],
        reason: "Leader and chief executive agree their roles early and keep the understanding alive.",
        weak: None,
    },
    Mapping {
        from: "2.2.4",
        primary: "F5",
        secondary: &["A3"],
        reason: "The section 151 officer's work is financial management, and the post is one that law \
            requires.",
        weak: None,
    },
    Mapping {
        from: "2.2.5",
        primary: "A3",
        secondary: &[],
        reason: "The monitoring officer's work is the rule of law.",
        weak: None,
    },
    Mapping {
        from: "2.3.1",
        primary: "E2",
        secondary: &["A1"],
        reason: "Protocols between members and officers keep the understanding of their roles alive.",
        weak: None,
    },
    Mapping {
        from: "2.3.2",
        primary: "E1",
        secondary: &["G1"],
        reason: "Pay terms help the authority to get and keep the people it needs.",
        weak: Some("The 2016 edition asks for nothing on pay."),
    },
    Mapping {
        from: "2.3.3",
        primary: "F2",
        secondary: &[],
        reason: "Delivery is monitored under the management of performance.",
        weak: None,
    },
    Mapping {
        from: "2.3.4",
        primary: "C1",
        secondary: &["B3", "D2"],
        reason: "Vision, priorities and targets define outcomes; planning cycles and consultation bring \
            them about.",
        weak: None,
    },
    Mapping {
        from: "2.3.5",
        primary: "B2",
        secondary: &["E2"],
        reason: "What members owe a partnership is part of relations with institutions.",
        weak: None,
    },
    Mapping {
        from: "2.3.6",
        primary: "B2",
        secondary: &["G3"],
        reason: "A partnership's legal status is part of relations with institutions, and of who answers \
            for it.",
        weak: None,
    },
    Mapping {
        from: "3.1.1",
        primary: "A1",
        secondary: &["A2"],
        reason: "The tone of the leadership is how integrity is led.",
        weak: None,
    },
    Mapping {
        from: "3.1.2",
        primary: "A1",
        secondary: &[],
        reason: "Codes of conduct say what integrity means day by day.",
        weak: None,
    },
    Mapping {
        from: "3.1.3",
        primary: "A1",
        secondary: &[],
        reason: "Freedom from bias and conflict of interest is integrity.",
        weak: None,
    },
    Mapping {
        from: "3.2.1",
        primary: "A1",
        secondary: &["A2"],
        reason: "Shared values are set and made known under integrity.",
        weak: None,
    },
    Mapping {
        from: "3.2.2",
        primary: "A2",
        secondary: &["A1"],
        reason: "Procedures that put ethical values first are a commitment to them.",
        weak: None,
    },
    Mapping {
        from: "3.2.3",
        primary: "A2",
        secondary: &["A1"],
        reason: "A standards committee sets and watches ethical standards.",
        weak: None,
    },
    Mapping {
        from: "3.2.4",
        primary: "A1",
        secondary: &["A2"],
        reason: "Values that steer decisions are integrity.",
        weak: None,
    },
    Mapping {
        from: "3.2.5",
        primary: "A2",
        secondary: &["B2"],
        reason: "Partners are held to the same ethical standards.",
        weak: None,
    },
    Mapping {
        from: "4.1.1",
        primary: "F2",
        secondary: &["G3"],
        reason: "Scrutiny is constructive challenge of policy and performance.",
        weak: None,
    },
    Mapping {
        from: "4.1.2",
        primary: "B1",
        secondary: &["D1"],
        reason: "Evidence, criteria and reasons on record are openness.",
        weak: None,
    },
    Mapping {
        from: "4.1.3",
        primary: "A1",
        secondary: &[],
        reason: "Safeguards against conflicts of interest protect integrity.",
        weak: None,
    },
    Mapping {
        from: "4.1.4",
        primary: "F3",
        secondary: &["G3"],
        reason: "The audit committee gives assurance on internal control.",
        weak: None,
    },
    Mapping {
        from: "4.1.5",
        primary: "A1",
        secondary: &["B3"],
        reason: "Complaints show whether values are lived.",
        weak: Some(
            "The 2016 edition asks for nothing on complaints; councils list them as evidence of integrity.",
        ),
    },
    Mapping {
        from: "4.2.1",
        primary: "D1",
        secondary: &["F2", "F4"],
        reason: "Those who decide between options need information they can use.",
        weak: None,
    },
    Mapping {
        from: "4.2.2",
        primary: "F2",
        secondary: &["A3", "F5"],
        reason: "Decisions rest on advice that names legal and financial consequences.",
        weak: None,
    },
    Mapping {
        from: "4.3.1",
        primary: "F1",
        secondary: &[],
        reason: "Both editions make risk management part of every job.",
        weak: None,
    },
    Mapping {
        from: "4.3.2",
        primary: "A1",
        secondary: &["F3"],
        reason: "Whistle-blowing carries integrity into daily work and guards against fraud.",
        weak: None,
    },
    Mapping {
        from: "4.4.1",
        primary: "A3",
        secondary: &[],
        reason: "Both editions ask that legal powers be used as fully as they allow.",
        weak: None,
    },
    Mapping {
        from: "4.4.2",
        primary: "A3",
        secondary: &[],
        reason: "Keeping to legislation and public law is the rule of law.",
        weak: None,
    },
    Mapping {
        from: "4.4.3",
        primary: "A3",
        secondary: &["B1"],
        reason: "Rationality, legality and natural justice are the rule of law in each decision.",
        weak: None,
    },
    Mapping {
        from: "5.1.1",
        primary: "E2",
        secondary: &[],
        reason: "Induction and refreshed knowledge build the capability of individuals.",
        weak: None,
    },
    Mapping {
        from: "5.1.2",
        primary: "A3",
        secondary: &["E2"],
        reason: "The 2016 edition asks for the means of statutory officers under the rule of law.",
        weak: None,
    },
    Mapping {
        from: "5.2.1",
        primary: "E2",
        secondary: &[],
        reason: "Skills are assessed and developed under the capability of individuals.",
        weak: None,
    },
    Mapping {
        from: "5.2.2",
        primary: "E2",
        secondary: &["F2"],
        reason: "Skills grow under the capability of individuals, and one of them is the skill to challenge.",
        weak: None,
    },
    Mapping {
        from: "5.2.3",
        primary: "E2",
        secondary: &[],
        reason: "Leaders examine their own effectiveness.",
        weak: None,
    },
    Mapping {
        from: "5.3.1",
        primary: "E2",
        secondary: &["B3"],
        reason: "Structures that encourage the public to take part belong to the capability of the \
            leadership.",
        weak: None,
    },
    Mapping {
        from: "5.3.2",
        primary: "E1",
        secondary: &["E2"],
        reason: "Career structures are workforce planning.",
        weak: None,
    },
    Mapping {
        from: "6.1.1",
        primary: "G3",
        secondary: &["B1"],
        reason: "Who answers to whom, and for what, is accountability.",
        weak: None,
    },
    Mapping {
        from: "6.1.2",
        primary: "B2",
        secondary: &["G3"],
        reason: "The institutions it is accountable to are institutional stakeholders.",
        weak: None,
    },
    Mapping {
        from: "6.1.3",
        primary: "G2",
        secondary: &["F2"],
        reason: "The yearly report on scrutiny is reporting.",
        weak: None,
    },
    Mapping {
        from: "6.2.1",
        primary: "B3",
        secondary: &["B1"],
        reason: "Channels of communication that work are engagement of citizens.",
        weak: None,
    },
    Mapping {
        from: "6.2.2",
        primary: "B1",
        secondary: &[],
        reason: "Meetings that the public may attend are openness.",
        weak: None,
    },
    Mapping {
        from: "6.2.3",
        primary: "B3",
        secondary: &["C2"],
        reason: "Hearing every part of the community, and balancing their demands, is engagement of \
            citizens.",
        weak: None,
    },
    Mapping {
        from: "6.2.4",
        primary: "B3",
        secondary: &[],
        reason: "Policy on consultation, and feedback to those consulted, is engagement of citizens.",
        weak: None,
    },
    Mapping {
        from: "6.2.5",
        primary: "G2",
        secondary: &["F2"],
        reason: "The yearly performance plan is reporting.",
        weak: None,
    },
    Mapping {
        from: "6.2.6",
        primary: "B1",
        secondary: &["G1"],
        reason: "Being open to community, users and staff is openness.",
        weak: None,
    },
    Mapping {
        from: "6.3.1",
        primary: "E2",
        secondary: &["B3", "D2"],
        reason: "Staff who are heard are led well.",
        weak: Some(
            "The 2016 edition asks for no policy on consulting staff, only that they take part in planning.",
        ),
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn of(id: &str) -> Successors {
        successors(&FrameworkRef::new(id).unwrap()).unwrap()
    }

    #[test]
    fn every_requirement_of_2007_is_mapped_once_in_its_order() {
        let requirements = FrameworkEdition::CipfaSolace2007.framework().requirements().map(|one| one.id);
        assert!(requirements.eq(ALL.iter().map(|mapping| mapping.from)));
    }

    #[test]
    fn every_target_is_a_sub_principle_of_2016_and_named_once() {
        let subs: BTreeSet<_> =
            FrameworkEdition::CipfaSolace2016.framework().sub_principles().map(|sub| sub.id).collect();
        for mapping in &ALL {
            let targets: Vec<_> = mapping.secondary.iter().chain([&mapping.primary]).collect();
            let different: BTreeSet<_> = targets.iter().collect();
            assert_eq!(different.len(), targets.len(), "{}", mapping.from);
            assert!(targets.iter().all(|target| subs.contains(**target)), "{}", mapping.from);
        }
    }

    #[test]
    fn every_reason_is_one_sentence() {
        for words in ALL.iter().flat_map(|mapping| [Some(mapping.reason), mapping.weak]).flatten() {
            assert!(words.starts_with(char::is_uppercase) && words.contains(' '), "{words}");
            assert_eq!(words.find('.'), Some(words.len() - 1), "{words}");
            assert!(!words.contains("  "), "{words}");
        }
    }

    #[test]
    fn pay_complaints_and_staff_have_only_a_weak_successor() {
        let weak = ALL.iter().filter(|mapping| mapping.weak.is_some()).map(|mapping| mapping.from);
        assert!(weak.eq(["2.3.2", "4.1.5", "6.3.1"]));
    }

    #[test]
    fn managing_data_and_transparency_have_no_predecessor() {
        assert!(without_predecessor().map(|sub| sub.id).eq(["F4", "G1"]));
    }

    #[test]
    fn both_editions_are_reached_from_end_to_end() {
        let primary: BTreeSet<_> = ALL.iter().map(|mapping| mapping.primary).collect();
        assert_eq!(primary.len(), 19);
        let secondary: BTreeSet<_> = ALL.iter().flat_map(|mapping| mapping.secondary).copied().collect();
        assert!(without_predecessor().all(|sub| secondary.contains(sub.id)));
    }

    #[test]
    fn a_requirement_has_one_primary_successor_and_it_is_the_common_one() {
        for mapping in &ALL {
            let successors = of(mapping.from);
            assert_eq!(successors.primary, [mapping.primary]);
            assert_eq!(successors.common, Some(mapping.primary));
            assert_eq!(successors.mappings, [mapping]);
        }
    }

    #[test]
    fn five_aims_keep_to_one_sub_principle_and_two_more_to_one_principle() {
        let aims = FrameworkEdition::CipfaSolace2007.framework().sub_principles();
        let common: Vec<_> = aims.filter_map(|aim| Some((aim.id, of(aim.id).common?))).collect();
        assert_eq!(
            common,
            [
                ("2.1", "E2"),
                ("3.1", "A1"),
                ("3.2", "A"),
                ("4.4", "A3"),
                ("5.2", "E2"),
                ("5.3", "E"),
                ("6.3", "E2")
            ]
        );
    }

    #[test]
    fn only_the_third_principle_keeps_to_one_principle() {
        let principles = FrameworkEdition::CipfaSolace2007.framework().principles.iter();
        let common: Vec<_> = principles.filter_map(|one| Some((one.id, of(one.id).common?))).collect();
        assert_eq!(common, [("3", "A")]);
    }

    #[test]
    fn an_aim_gathers_its_requirements_and_lists_a_primary_successor_as_nothing_else() {
        let vision = of("1.1");
        assert_eq!(vision.mappings.len(), 4);
        assert_eq!(vision.primary, ["B2", "C1", "G2"]);
        assert_eq!(
            vision.secondary,
            ["G1"],
            "B2's own secondary C1 and C1's own secondary G2 are primary here"
        );
    }

    #[test]
    fn a_place_of_another_edition_has_no_successor() {
        for id in ["A1", "7", "1.4", "1.1.5"] {
            assert_eq!(successors(&FrameworkRef::new(id).unwrap()), None, "{id}");
        }
    }
}
