//! Consistency of a local code and a review.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::assessment::{Assessment, AssuranceLevel, KEY_POINTS, Score};
use crate::framework::FrameworkEdition;
use crate::id::FrameworkRef;
use crate::local_code::LocalCode;
use crate::review::AnnualReview;
use crate::text::Text;

/// An inconsistency in a document. Each has a JSON pointer into the document in which it was found.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum Violation {
    /// Two items of one kind have the same identifier.
    #[error("{at}: the {kind} {id} is at {first} already; give each its own identifier")]
    DuplicateId {
        /// JSON pointer to the second.
        at: String,
        /// The kind of item.
        kind: &'static str,
        /// The identifier.
        id: String,
        /// JSON pointer to the first.
        first: String,
    },
    /// A framework reference that the edition does not have.
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
    /// A reference to an item that does not exist.
    #[error("{at}: there is no {kind} {id}; write the identifier of one that is listed, or list it")]
    NoSuch {
        /// JSON pointer.
        at: String,
        /// The kind of item.
        kind: &'static str,
        /// The identifier read.
        id: String,
    },
    /// An issue that names no gap.
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
    /// A level in the authority's own words is not on its scale, or corresponds to another level.
    #[error("{at}: {read:?} {fault}; write a word of the scale in the review, and its level beside it")]
    OwnLevel {
        /// JSON pointer.
        at: String,
        /// The word read.
        read: String,
        /// What is wrong with it.
        fault: String,
    },
    /// More key points than are printed.
    #[error("{at}: there are {count} key points where at most {KEY_POINTS} are printed; choose {KEY_POINTS}")]
    KeyPoints {
        /// JSON pointer.
        at: String,
        /// How many are given.
        count: usize,
    },
    /// A review of a different authority.
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

impl Violation {
    /// Its JSON pointer.
    #[must_use]
    pub fn at(&self) -> &str {
        match self {
            Self::DuplicateId { at, .. }
            | Self::NoSuchPlace { at, .. }
            | Self::NoSuch { at, .. }
            | Self::IssueOfNothing { at, .. }
            | Self::OffScale { at, .. }
            | Self::OwnLevel { at, .. }
            | Self::KeyPoints { at, .. }
            | Self::OtherAuthority { at, .. } => at,
        }
    }
}

impl LocalCode {
    /// Every inconsistency in it, in document order: duplicate identifiers, framework references that the edition
    /// does not have, scores off their scale.
    #[must_use]
    pub fn violations(&self) -> Vec<Violation> {
        let mut violations = Vec::new();
        let mut arrangements = Seen::new("arrangement");
        let mut evidence = Seen::new("evidence");
        let mut actions = Seen::new("action");
        for (at, arrangement) in self.arrangements() {
            arrangements.note(arrangement.id.as_str(), &at, &mut violations);
            places(self.framework, &arrangement.covers, &format!("{at}/covers"), &mut violations);
            evidence.note_all(
                arrangement.evidence.iter().map(|one| &one.id),
                &format!("{at}/evidence"),
                &mut violations,
            );
            actions.note_all(
                arrangement.actions.iter().map(|one| &one.id),
                &format!("{at}/actions"),
                &mut violations,
            );
            for (index, one) in arrangement.assessments.iter().enumerate() {
                self.assessment(one, &format!("{at}/assessments/{index}"), &mut violations);
            }
        }
        actions.note_all(self.actions.iter().map(|one| &one.id), "/actions", &mut violations);
        let mut roles = Seen::new("role");
        roles.note_all(self.roles.iter().map(|one| &one.id), "/roles", &mut violations);
        let mut assurances = Seen::new("assurance");
        assurances.note_all(self.assurances.iter().map(|one| &one.id), "/assurances", &mut violations);
        violations
    }

    fn assessment(&self, one: &Assessment, at: &str, violations: &mut Vec<Violation>) {
        if let Some(of) = &one.framework_ref {
            place(self.framework, of, &format!("{at}/framework_ref"), violations);
        }
        for (name, score) in [("score", &one.score), ("prior", &one.prior)] {
            if let Some(score) = score {
                self.score(score, &format!("{at}/{name}"), violations);
            }
        }
    }

    fn score(&self, score: &Score, at: &str, violations: &mut Vec<Violation>) {
        match self.scales.get(&score.scale) {
            None => violations.push(Violation::NoSuch {
                at: format!("{at}/scale"),
                kind: "scale",
                id: score.scale.to_string(),
            }),
            Some(scale) if !scale.holds(score.value) => violations.push(Violation::OffScale {
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
    /// Every inconsistency in it, by itself or with the local code that it reviews: duplicate identifiers,
    /// references to gaps, issues, evidence or parts of the framework that do not exist, issues without a gap.
    #[must_use]
    pub fn violations(&self, code: &LocalCode) -> Vec<Violation> {
        let mut violations = Vec::new();
        if self.authority != code.authority.name {
            violations.push(Violation::OtherAuthority {
                at: "/authority".into(),
                read: self.authority.to_string(),
                expected: code.authority.name.to_string(),
            });
        }
        let mut evidence = Seen::new("evidence");
        for (_, one) in code.evidence() {
            evidence.first.entry(one.id.as_str()).or_insert_with(|| "the local code".into());
        }
        evidence.note_all(self.evidence.iter().map(|one| &one.id), "/evidence", &mut violations);
        let mut assurances = Seen::new("assurance");
        assurances.note_all(self.assurances.iter().map(|one| &one.id), "/assurances", &mut violations);
        let mut gaps = Seen::new("gap");
        for (index, gap) in self.gaps.iter().enumerate() {
            gaps.note(gap.id.as_str(), &format!("/gaps/{index}"), &mut violations);
            places(
                self.framework,
                &gap.framework_refs,
                &format!("/gaps/{index}/framework_refs"),
                &mut violations,
            );
        }
        let mut issues = Seen::new("issue");
        for (index, issue) in self.issues.iter().enumerate() {
            issues.note(issue.id.as_str(), &format!("/issues/{index}"), &mut violations);
            if issue.gaps.is_empty() {
                let id = issue.id.to_string();
                violations.push(Violation::IssueOfNothing { at: format!("/issues/{index}/gaps"), id });
            }
            gaps.want_all(&issue.gaps, &format!("/issues/{index}/gaps"), &mut violations);
        }
        let mut actions = Seen::new("action");
        for (index, action) in self.actions.iter().enumerate() {
            actions.note(action.id.as_str(), &format!("/actions/{index}"), &mut violations);
            gaps.want_all(&action.addresses, &format!("/actions/{index}/addresses"), &mut violations);
        }
        for (index, one) in self.conformances.iter().enumerate() {
            actions.want_all(&one.actions, &format!("/conformances/{index}/actions"), &mut violations);
        }
        let mut matters = Seen::new("matter");
        for (index, matter) in self.matters.iter().flatten().enumerate() {
            matters.note(matter.id.as_str(), &format!("/matters/{index}"), &mut violations);
            issues.want_all(&matter.issues, &format!("/matters/{index}/issues"), &mut violations);
        }
        for (index, body) in self.group.iter().flatten().enumerate() {
            if let Some(id) = &body.assurance {
                assurances.want(id.as_str(), || format!("/group/{index}/assurance"), &mut violations);
            }
        }
        for (index, prior) in self.prior_issues.iter().flatten().enumerate() {
            if let Some(id) = &prior.carried_to {
                issues.want(id.as_str(), || format!("/prior_issues/{index}/carried_to"), &mut violations);
            }
        }
        for (index, one) in self.assessments.iter().enumerate() {
            if let Some(of) = &one.framework_ref {
                place(self.framework, of, &format!("/assessments/{index}/framework_ref"), &mut violations);
            }
            evidence.want_all(&one.evidence, &format!("/assessments/{index}/evidence"), &mut violations);
            evidence.want_all(&one.key_points, &format!("/assessments/{index}/key_points"), &mut violations);
            if one.key_points.len() > KEY_POINTS {
                let (at, count) = (format!("/assessments/{index}/key_points"), one.key_points.len());
                violations.push(Violation::KeyPoints { at, count });
            }
        }
        for (index, prior) in self.prior_actions.iter().flatten().enumerate() {
            if let Some(id) = &prior.carried_to {
                actions.want(id.as_str(), || format!("/prior_actions/{index}/carried_to"), &mut violations);
            }
        }
        violations.extend(self.own_levels());
        violations
    }
}

impl AnnualReview {
    /// The levels in the authority's own words that are not on its scale, or correspond to another level.
    fn own_levels(&self) -> Vec<Violation> {
        let assessments = self.assessments.iter().enumerate();
        let assessments = assessments.map(|(at, it)| ("assessments", at, it.level, it.own_level.as_ref()));
        let opinions = self.opinions.iter().enumerate();
        let opinions = opinions.map(|(at, it)| ("opinions", at, it.level, it.own_level.as_ref()));
        let given = assessments.chain(opinions);
        let fault = |(list, index, level, own): (_, _, Option<AssuranceLevel>, Option<&Text>)| {
            let own = own?;
            let fault = match self.scale.iter().find(|one| one.name == *own) {
                None => "is not on the scale of the review".to_owned(),
                Some(one) if Some(one.level) == level => return None,
                Some(one) => format!("corresponds to {}, and another level is given", one.level),
            };
            Some(Violation::OwnLevel {
                at: format!("/{list}/{index}/own_level"),
                read: own.to_string(),
                fault,
            })
        };
        given.filter_map(fault).collect()
    }
}

fn places(edition: FrameworkEdition, references: &[FrameworkRef], at: &str, violations: &mut Vec<Violation>) {
    for (index, reference) in references.iter().enumerate() {
        place(edition, reference, &format!("{at}/{index}"), violations);
    }
}

fn place(edition: FrameworkEdition, reference: &FrameworkRef, at: &str, violations: &mut Vec<Violation>) {
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
    violations.push(Violation::NoSuchPlace { at: at.into(), reference: reference.to_string(), edition, has });
}

/// The identifiers of one kind seen so far, with the JSON pointer of the first of each.
struct Seen<'a> {
    kind: &'static str,
    first: BTreeMap<&'a str, String>,
}

impl<'a> Seen<'a> {
    fn new(kind: &'static str) -> Self {
        Self { kind, first: BTreeMap::new() }
    }

    fn note(&mut self, id: &'a str, at: &str, violations: &mut Vec<Violation>) {
        if let Some(first) = self.first.get(id) {
            violations.push(Violation::DuplicateId {
                at: format!("{at}/id"),
                kind: self.kind,
                id: id.into(),
                first: first.clone(),
            });
        } else {
            self.first.insert(id, at.into());
        }
    }

    fn note_all<I: AsRef<str> + 'a>(
        &mut self,
        ids: impl Iterator<Item = &'a I>,
        at: &str,
        violations: &mut Vec<Violation>,
    ) {
        for (index, id) in ids.enumerate() {
            self.note(id.as_ref(), &format!("{at}/{index}"), violations);
        }
    }

    fn want_all(&self, ids: &[impl AsRef<str>], at: &str, violations: &mut Vec<Violation>) {
        for (index, id) in ids.iter().enumerate() {
            self.want(id.as_ref(), || format!("{at}/{index}"), violations);
        }
    }

    fn want(&self, id: &str, at: impl FnOnce() -> String, violations: &mut Vec<Violation>) {
        if !self.first.contains_key(id) {
            violations.push(Violation::NoSuch { at: at(), kind: self.kind, id: id.into() });
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
        evidence = [{ id = "E-1", text = "A code.", kind = "document", basis = "documented" }]
    "#;

    fn code(more: &str) -> LocalCode {
        read::toml(format!("{CODE}{more}").as_bytes(), "code.toml").unwrap()
    }

    fn messages(violations: &[Violation]) -> Vec<String> {
        violations.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_consistent_code_has_no_violation() {
        assert_eq!(code("").violations(), []);
    }

    #[test]
    fn a_sub_principle_that_the_framework_lacks_is_reported_with_what_it_has() {
        let code = code(
            "[[principles]]\nid = \"B\"\nlevel = \"principle\"\ncovers = [\"B9\"]\ntitle = \"Openness\"\n",
        );
        assert_eq!(
            messages(&code.violations()),
            ["/principles/1/covers/0: the 2016 framework has no B9; it has principles A to G, \
              sub-principles A1 to G3 and requirements such as A1.1"]
        );
    }

    #[test]
    fn a_duplicate_identifier_is_reported_with_both_pointers() {
        let code = code(
            "[[principles.arrangements]]\nid = \"A-1\"\nlevel = \"requirement\"\ntitle = \"One\"\n\
             evidence = [{ id = \"E-1\", text = \"Again.\", kind = \"document\", basis = \"documented\" }]\n",
        );
        assert_eq!(
            messages(&code.violations()),
            ["/principles/0/arrangements/0/evidence/0/id: the evidence E-1 is at /principles/0/evidence/0 \
              already; give each its own identifier"]
        );
    }

    #[test]
    fn the_ends_of_a_scale_are_on_it_and_nought_is_not() {
        let score = |value: u8| {
            code(&format!("assessments = [{{ score = {{ scale = \"one-to-ten\", value = {value} }} }}]\n"))
        };
        assert_eq!(score(1).violations(), []);
        assert_eq!(score(10).violations(), []);
        assert_eq!(
            messages(&score(0).violations()),
            [
                "/principles/0/assessments/0/score/value: the score 0 is not on the scale one-to-ten, which runs from 1 to 10"
            ]
        );
    }

    #[test]
    fn a_review_is_compared_with_its_own_gaps_and_the_evidence_of_the_code() {
        let review: AnnualReview = read::toml(
            br#"
            authority = "Other"
            framework = "cipfa-solace-2016"
            [[gaps]]
            id = "GAP-1"
            text = "Short."
            framework_refs = ["A1", "H1"]
            [[issues]]
            id = "ISS-1"
            title = "One"
            text = "One."
            gaps = []
            [[issues]]
            id = "ISS-2"
            title = "Two"
            text = "Two."
            gaps = ["GAP-1", "GAP-2"]
            [[actions]]
            id = "ACT-1"
            text = "Do."
            addresses = ["GAP-3"]
            [[assessments]]
            framework_ref = "A"
            evidence = ["E-1", "E-2"]
            [[prior_issues]]
            id = "OLD-1"
            title = "Old"
            carried_to = "ISS-3"
            "#,
            "review.toml",
        )
        .unwrap();
        let violations = review.violations(&code(""));
        let at: Vec<&str> = violations.iter().map(Violation::at).collect();
        assert_eq!(
            at,
            [
                "/authority",
                "/gaps/0/framework_refs/1",
                "/issues/0/gaps",
                "/issues/1/gaps/1",
                "/actions/0/addresses/0",
                "/prior_issues/0/carried_to",
                "/assessments/0/evidence/1",
            ]
        );
    }

    #[test]
    fn a_level_in_own_words_is_on_the_scale_and_key_points_are_few() {
        let review: AnnualReview = read::toml(
            br#"
            authority = "Example"
            framework = "cipfa-solace-2016"
            scale = [{ name = "Moderate", level = "reasonable" }]
            prior_actions = [{ id = "OLD-1", text = "Do.", carried_to = "ACT-9" }]
            opinions = [{ level = "limited", own_level = "Moderate", text = "One." }]
            [[assessments]]
            level = "reasonable"
            own_level = "Moderate"
            key_points = ["E-1"]
            [[assessments]]
            level = "reasonable"
            own_level = "Fair"
            key_points = ["E-1", "E-1", "E-1", "E-1"]
            "#,
            "review.toml",
        )
        .unwrap();
        let violations = review.violations(&code(""));
        let at: Vec<&str> = violations.iter().map(Violation::at).collect();
        assert_eq!(
            at,
            [
                "/assessments/1/key_points",
                "/prior_actions/0/carried_to",
                "/assessments/1/own_level",
                "/opinions/0/own_level",
            ]
        );
    }
}
