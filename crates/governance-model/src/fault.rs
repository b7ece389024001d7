//! Whether the parts of a local code and a review hang together.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::action::Action;
use crate::assessment::{Assessment, Score};
use crate::framework::FrameworkEdition;
use crate::id::FrameworkRef;
use crate::local_code::LocalCode;
use crate::review::AnnualReview;

/// Why the parts of a document do not hang together. Each names its place as a JSON pointer into the document
/// it was found in.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum Fault {
    /// Two things of one kind have one identifier.
    #[error("{at}: the {kind} {id} is at {first} already; give each its own identifier")]
    DuplicateId {
        /// JSON pointer to the second.
        at: String,
        /// What it identifies.
        kind: &'static str,
        /// The identifier.
        id: String,
        /// JSON pointer to the first.
        first: String,
    },
    /// A reference into the framework that the edition does not have.
    #[error("{at}: the {edition} framework has no {reference}; it has {has}")]
    NoSuchPlace {
        /// JSON pointer.
        at: String,
        /// What was read.
        reference: String,
        /// The edition's year, or "Nolan".
        edition: &'static str,
        /// What it does have.
        has: &'static str,
    },
    /// A reference to something that is not there.
    #[error("{at}: there is no {kind} {id}; write the identifier of one that is listed, or list it")]
    NoSuch {
        /// JSON pointer.
        at: String,
        /// What it would identify.
        kind: &'static str,
        /// The identifier read.
        id: String,
    },
    /// An issue that is made of no gap.
    #[error("{at}: the issue {id} names no gap; list the gaps it is made of")]
    IssueOfNothing {
        /// JSON pointer.
        at: String,
        /// The issue.
        id: String,
    },
    /// A score outside its scale.
    #[error("{at}: the score {value} is not on the scale {scale}, which runs from {worst} to {best}")]
    OffScale {
        /// JSON pointer.
        at: String,
        /// The score read.
        value: u8,
        /// The scale's identifier.
        scale: String,
        /// The worst score, inclusive.
        worst: u8,
        /// The best score, inclusive.
        best: u8,
    },
    /// A review of another authority than the local code's.
    #[error("{at}: the review is of {read:?} and the local code of {expected:?}; they must be the same")]
    OtherAuthority {
        /// JSON pointer.
        at: String,
        /// The name read.
        read: String,
        /// The name the local code has.
        expected: String,
    },
}

impl Fault {
    /// The place, as a JSON pointer.
    #[must_use]
    pub fn at(&self) -> &str {
        match self {
            Self::DuplicateId { at, .. }
            | Self::NoSuchPlace { at, .. }
            | Self::NoSuch { at, .. }
            | Self::IssueOfNothing { at, .. }
            | Self::OffScale { at, .. }
            | Self::OtherAuthority { at, .. } => at,
        }
    }
}

impl LocalCode {
    /// Everything in it that does not hang together, in the order of the document: identifiers given twice,
    /// references into the framework that the edition does not have, scores off their scale.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut arrangements = Seen::new("arrangement");
        let mut evidence = Seen::new("evidence");
        let mut actions = Seen::new("action");
        for (at, arrangement) in self.arrangements() {
            arrangements.note(arrangement.id.as_str(), &at, &mut faults);
            places(self.framework, &arrangement.covers, &format!("{at}/covers"), &mut faults);
            for (index, one) in arrangement.evidence.iter().enumerate() {
                evidence.note(one.id.as_str(), &format!("{at}/evidence/{index}"), &mut faults);
            }
            for (index, one) in arrangement.actions.iter().enumerate() {
                actions.note(one.id.as_str(), &format!("{at}/actions/{index}"), &mut faults);
            }
            for (index, one) in arrangement.assessments.iter().enumerate() {
                self.assessment(one, &format!("{at}/assessments/{index}"), &mut faults);
            }
        }
        for (index, one) in self.actions.iter().enumerate() {
            actions.note(one.id.as_str(), &format!("/actions/{index}"), &mut faults);
        }
        let mut roles = Seen::new("role");
        for (index, one) in self.roles.iter().enumerate() {
            roles.note(one.id.as_str(), &format!("/roles/{index}"), &mut faults);
        }
        let mut assurances = Seen::new("assurance");
        for (index, one) in self.assurances.iter().enumerate() {
            assurances.note(one.id.as_str(), &format!("/assurances/{index}"), &mut faults);
        }
        faults
    }

    fn assessment(&self, one: &Assessment, at: &str, faults: &mut Vec<Fault>) {
        if let Some(of) = &one.of {
            place(self.framework, of, &format!("{at}/of"), faults);
        }
        for (name, score) in [("score", &one.score), ("prior", &one.prior)] {
            if let Some(score) = score {
                self.score(score, &format!("{at}/{name}"), faults);
            }
        }
    }

    fn score(&self, score: &Score, at: &str, faults: &mut Vec<Fault>) {
        match self.scales.get(&score.scale) {
            None => faults.push(Fault::NoSuch {
                at: format!("{at}/scale"),
                kind: "scale",
                id: score.scale.to_string(),
            }),
            Some(scale) if !scale.holds(score.value) => faults.push(Fault::OffScale {
                at: format!("{at}/value"),
                value: score.value,
                scale: score.scale.to_string(),
                worst: scale.worst,
                best: scale.best,
            }),
            Some(_) => {}
        }
    }
}

impl AnnualReview {
    /// Everything in it that does not hang together, by itself or with the local code it is a review of:
    /// identifiers given twice, references to gaps, issues, evidence or places of the framework that are not
    /// there, issues made of no gap.
    #[must_use]
    pub fn faults(&self, code: &LocalCode) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.authority != code.authority.name {
            faults.push(Fault::OtherAuthority {
                at: "/authority".into(),
                read: self.authority.to_string(),
                expected: code.authority.name.to_string(),
            });
        }
        let mut evidence = Seen::new("evidence");
        for (_, one) in code.evidence() {
            evidence.first.entry(one.id.as_str()).or_insert_with(|| "the local code".into());
        }
        for (index, one) in self.evidence.iter().enumerate() {
            evidence.note(one.id.as_str(), &format!("/evidence/{index}"), &mut faults);
        }
        let mut assurances = Seen::new("assurance");
        for (index, one) in self.assurances.iter().enumerate() {
            assurances.note(one.id.as_str(), &format!("/assurances/{index}"), &mut faults);
        }
        let mut gaps = Seen::new("gap");
        for (index, gap) in self.gaps.iter().enumerate() {
            gaps.note(gap.id.as_str(), &format!("/gaps/{index}"), &mut faults);
            places(self.framework, &gap.at, &format!("/gaps/{index}/at"), &mut faults);
        }
        let mut issues = Seen::new("issue");
        for (index, issue) in self.issues.iter().enumerate() {
            issues.note(issue.id.as_str(), &format!("/issues/{index}"), &mut faults);
            if issue.gaps.is_empty() {
                let id = issue.id.to_string();
                faults.push(Fault::IssueOfNothing { at: format!("/issues/{index}/gaps"), id });
            }
            for (at, id) in issue.gaps.iter().enumerate() {
                gaps.want(id.as_str(), || format!("/issues/{index}/gaps/{at}"), &mut faults);
            }
        }
        let mut actions = Seen::new("action");
        for (index, action) in self.actions.iter().enumerate() {
            actions.note(action.id.as_str(), &format!("/actions/{index}"), &mut faults);
            mends(action, index, &gaps, &mut faults);
        }
        for (index, one) in self.conformances.iter().enumerate() {
            for (at, id) in one.actions.iter().enumerate() {
                actions.want(id.as_str(), || format!("/conformances/{index}/actions/{at}"), &mut faults);
            }
        }
        let mut matters = Seen::new("matter");
        for (index, matter) in self.matters.iter().flatten().enumerate() {
            matters.note(matter.id.as_str(), &format!("/matters/{index}"), &mut faults);
            for (at, id) in matter.issues.iter().enumerate() {
                issues.want(id.as_str(), || format!("/matters/{index}/issues/{at}"), &mut faults);
            }
        }
        for (index, body) in self.group.iter().flatten().enumerate() {
            if let Some(id) = &body.assurance {
                assurances.want(id.as_str(), || format!("/group/{index}/assurance"), &mut faults);
            }
        }
        for (index, prior) in self.prior_issues.iter().flatten().enumerate() {
            if let Some(id) = &prior.carried_to {
                issues.want(id.as_str(), || format!("/prior_issues/{index}/carried_to"), &mut faults);
            }
        }
        for (index, one) in self.assessments.iter().enumerate() {
            if let Some(of) = &one.of {
                place(self.framework, of, &format!("/assessments/{index}/of"), &mut faults);
            }
            for (at, id) in one.evidence.iter().enumerate() {
                evidence.want(id.as_str(), || format!("/assessments/{index}/evidence/{at}"), &mut faults);
            }
        }
        faults
    }
}

fn mends(action: &Action, index: usize, gaps: &Seen<'_>, faults: &mut Vec<Fault>) {
    for (at, id) in action.mends.iter().enumerate() {
        gaps.want(id.as_str(), || format!("/actions/{index}/mends/{at}"), faults);
    }
}

fn places(edition: FrameworkEdition, references: &[FrameworkRef], at: &str, faults: &mut Vec<Fault>) {
    for (index, reference) in references.iter().enumerate() {
        place(edition, reference, &format!("{at}/{index}"), faults);
    }
}

fn place(edition: FrameworkEdition, reference: &FrameworkRef, at: &str, faults: &mut Vec<Fault>) {
    if edition.framework().find(reference).is_some() {
        return;
    }
    let (edition, has) = match edition {
        FrameworkEdition::CipfaSolace2007 => {
            ("2007", "principles 1 to 6, aims such as 1.1 and requirements such as 1.1.1")
        }
        FrameworkEdition::CipfaSolace2016 => {
            ("2016", "principles A to G, sub-principles A1 to G3 and requirements such as A1.1")
        }
        FrameworkEdition::Nolan => ("Nolan", "principles 1 to 7"),
    };
    faults.push(Fault::NoSuchPlace { at: at.into(), reference: reference.to_string(), edition, has });
}

/// The identifiers of one kind seen so far, with the place of the first of each.
struct Seen<'a> {
    kind: &'static str,
    first: BTreeMap<&'a str, String>,
}

impl<'a> Seen<'a> {
    fn new(kind: &'static str) -> Self {
        Self { kind, first: BTreeMap::new() }
    }

    fn note(&mut self, id: &'a str, at: &str, faults: &mut Vec<Fault>) {
        if let Some(first) = self.first.get(id) {
            faults.push(Fault::DuplicateId {
                at: format!("{at}/id"),
                kind: self.kind,
                id: id.into(),
                first: first.clone(),
            });
        } else {
            self.first.insert(id, at.into());
        }
    }

    fn want(&self, id: &str, at: impl FnOnce() -> String, faults: &mut Vec<Fault>) {
        if !self.first.contains_key(id) {
            faults.push(Fault::NoSuch { at: at(), kind: self.kind, id: id.into() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const CODE: &str = r#"
        framework = "cipfa-solace-2016"
        [authority]
        name = "Example"
        kind = "county"
        nation = "england"
        [document]
        id = "code"
        title = "Code"
        [scales.one-to-ten]
        worst = 1
        best = 10
        [[principles]]
        id = "A"
        level = "principle"
        covers = ["A"]
        title = "Integrity"
        evidence = [{ id = "E-1", says = "A code.", kind = "document", shown = "in-writing" }]
    "#;

    fn code(more: &str) -> LocalCode {
        read::toml(format!("{CODE}{more}").as_bytes(), "code.toml").unwrap()
    }

    fn told(faults: &[Fault]) -> Vec<String> {
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_code_that_hangs_together_has_no_fault() {
        assert_eq!(code("").faults(), []);
    }

    #[test]
    fn evidence_for_a_sub_principle_the_framework_lacks_is_told_with_what_it_has() {
        let code = code(
            "[[principles]]\nid = \"B\"\nlevel = \"principle\"\ncovers = [\"B9\"]\ntitle = \"Openness\"\n",
        );
        assert_eq!(
            told(&code.faults()),
            ["/principles/1/covers/0: the 2016 framework has no B9; it has principles A to G, \
              sub-principles A1 to G3 and requirements such as A1.1"]
        );
    }

    #[test]
    fn an_identifier_given_twice_names_both_places() {
        let code = code(
            "[[principles.arrangements]]\nid = \"A-1\"\nlevel = \"requirement\"\ntitle = \"One\"\n\
             evidence = [{ id = \"E-1\", says = \"Again.\", kind = \"document\", shown = \"in-writing\" }]\n",
        );
        assert_eq!(
            told(&code.faults()),
            ["/principles/0/arrangements/0/evidence/0/id: the evidence E-1 is at /principles/0/evidence/0 \
              already; give each its own identifier"]
        );
    }

    #[test]
    fn the_ends_of_a_scale_are_on_it_and_nought_is_not() {
        let score = |value: u8| {
            code(&format!("assessments = [{{ score = {{ scale = \"one-to-ten\", value = {value} }} }}]\n"))
        };
        assert_eq!(score(1).faults(), []);
        assert_eq!(score(10).faults(), []);
        assert_eq!(
            told(&score(0).faults()),
            [
                "/principles/0/assessments/0/score/value: the score 0 is not on the scale one-to-ten, which runs from 1 to 10"
            ]
        );
    }

    #[test]
    fn a_review_is_read_against_its_own_gaps_and_the_codes_evidence() {
        let review: AnnualReview = read::toml(
            br#"
            authority = "Other"
            framework = "cipfa-solace-2016"
            [[gaps]]
            id = "GAP-1"
            says = "Short."
            at = ["A1", "H1"]
            [[issues]]
            id = "ISS-1"
            title = "One"
            says = "One."
            gaps = []
            [[issues]]
            id = "ISS-2"
            title = "Two"
            says = "Two."
            gaps = ["GAP-1", "GAP-2"]
            [[actions]]
            id = "ACT-1"
            says = "Do."
            mends = ["GAP-3"]
            [[assessments]]
            of = "A"
            evidence = ["E-1", "E-2"]
            [[prior_issues]]
            id = "OLD-1"
            title = "Old"
            carried_to = "ISS-3"
            "#,
            "review.toml",
        )
        .unwrap();
        let faults = review.faults(&code(""));
        let at: Vec<&str> = faults.iter().map(Fault::at).collect();
        assert_eq!(
            at,
            [
                "/authority",
                "/gaps/0/at/1",
                "/issues/0/gaps",
                "/issues/1/gaps/1",
                "/actions/0/mends/0",
                "/prior_issues/0/carried_to",
                "/assessments/0/evidence/1",
            ]
        );
    }
}
