//! Where arrangements fall short, and which of those gaps are significant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{FrameworkRef, GapId, IssueId};
use crate::local_code::LocalCode;
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::FinancialYear;

/// A shortfall in the arrangements.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Kept when the gap carries into the next year.
    pub id: GapId,
    /// What is missing, in words for a reader.
    pub text: Text,
    /// The framework references it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub framework_refs: Vec<FrameworkRef>,
    /// Whether a person declared it or it was found in the data.
    #[serde(default, skip_serializing_if = "Detection::is_declared")]
    pub detection: Detection,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// How a gap came to light.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Detection {
    /// A person declared it.
    #[default]
    Declared,
    /// It follows from the local code: a part of the framework has no evidence.
    Found,
}

impl Detection {
    /// Whether a person declared it.
    #[must_use]
    pub const fn is_declared(&self) -> bool {
        matches!(self, Self::Declared)
    }
}

/// A gap, or several of one kind, that the authority considers significant, so that the statement must report it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Kept when the issue carries into the next year.
    pub id: IssueId,
    /// A short name.
    pub title: Text,
    /// What it is and why it matters, in words for a reader.
    pub text: Text,
    /// The gaps it consists of; at least one.
    pub gaps: Vec<GapId>,
    /// What makes it significant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Significance>,
    /// The issue of an earlier year that it continues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<IssueId>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What makes an issue significant: the seven tests that statements commonly repeat from CIPFA's guidance note
/// on the Framework of 2007. Any one is enough.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Significance {
    /// It seriously hindered or prevented a principal objective.
    HinderedAnObjective,
    /// It needed extra funding, or resources diverted from elsewhere.
    TookResources,
    /// It had a material effect on the accounts.
    MaterialToTheAccounts,
    /// The audit committee, or its equivalent, considered it significant.
    AuditCommittee,
    /// The head of internal audit reported it as significant.
    HeadOfInternalAudit,
    /// It drew significant public interest or seriously harmed the authority's reputation.
    PublicInterest,
    /// It led to formal action by the chief financial officer or the monitoring officer.
    FormalAction,
    /// It led to formal action by a regulator, an inspectorate or a government.
    RegulatoryAction,
}

/// A significant issue of an earlier year's statement and what became of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriorIssue {
    /// Its identifier in the earlier statement.
    pub id: IssueId,
    /// Its short name.
    pub title: Text,
    /// The year of the statement that reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// What became of it; none where this is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<PriorOutcome>,
    /// How, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// The issue of this year that continues it; for [`PriorOutcome::Carried`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_to: Option<IssueId>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What became of an earlier year's issue.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PriorOutcome {
    /// It is resolved.
    Closed,
    /// It continues as an issue of this year.
    Carried,
    /// It is still open, but no longer significant, or another issue has replaced it.
    Superseded,
    /// It is no longer significant.
    NoLongerSignificant,
}

/// The gaps that a local code itself shows: each sub-principle or aim of its framework without evidence, in the
/// framework's order. For a framework without sub-principles, each principle without evidence.
///
/// Evidence attached to a principle as a whole covers that principle, not its sub-principles.
#[must_use]
pub fn find(code: &LocalCode) -> Vec<Gap> {
    let coverage = code.coverage();
    let framework = code.framework.framework();
    let names = framework.principles.iter().flat_map(|principle| {
        let own = principle.sub_principles.is_empty().then_some((principle.id, principle.title));
        own.into_iter().chain(principle.sub_principles.iter().map(|sub| (sub.id, sub.title)))
    });
    names
        .filter(|(id, _)| coverage.get(*id).is_none_or(|covered| covered.total() == 0))
        .filter_map(|(id, title)| {
            Some(Gap {
                id: GapId::new(format!("FOUND-{id}")).ok()?,
                text: Text::new(format!("The local code gives no evidence for {id}, {title}.")).ok()?,
                framework_refs: vec![FrameworkRef::new(id).ok()?],
                detection: Detection::Found,
                source: Provenance::Declared,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn code(framework: &str, principles: &str) -> LocalCode {
        let text = format!(
            "framework = \"{framework}\"\n[authority]\nname = \"Example\"\nkind = \"county\"\nnation = \"england\"\n\
             [document]\nid = \"code\"\ntitle = \"Code\"\n{principles}"
        );
        read::toml(text.as_bytes(), "code.toml").unwrap()
    }

    const ONE: &str =
        "evidence = [{ id = \"E-1\", text = \"One.\", kind = \"report\", basis = \"operating\" }]\n";

    fn at(gaps: &[Gap]) -> Vec<&str> {
        gaps.iter().flat_map(|gap| &gap.framework_refs).map(FrameworkRef::as_str).collect()
    }

    #[test]
    fn a_row_that_answers_two_sub_principles_covers_both() {
        let row =
            "[[principles]]\nid = \"D\"\nlevel = \"principle\"\ntitle = \"D\"\ncovers = [\"D1\", \"D2\"]\n";
        let code = code("cipfa-solace-2016", &format!("{row}{ONE}"));
        let gaps = find(&code);
        assert_eq!(gaps.len(), 19);
        assert!(!at(&gaps).contains(&"D1") && !at(&gaps).contains(&"D2") && at(&gaps).contains(&"D3"));
        assert_eq!(code.coverage()["D"], crate::Coverage { in_writing: 0, in_practice: 1 });
    }

    #[test]
    fn evidence_at_a_principle_covers_none_of_its_aims() {
        let row = "[[principles]]\nid = \"1\"\nlevel = \"principle\"\ntitle = \"1\"\ncovers = [\"1\"]\n";
        assert_eq!(find(&code("cipfa-solace-2007", &format!("{row}{ONE}"))).len(), 18);
        assert_eq!(at(&find(&code("nolan", &format!("{row}{ONE}")))), ["2", "3", "4", "5", "6", "7"]);
    }

    #[test]
    fn an_arrangement_without_a_reference_answers_what_the_one_above_it_answers() {
        let rows = format!(
            "[[principles]]\nid = \"A\"\nlevel = \"principle\"\ntitle = \"A\"\ncovers = [\"A1\"]\n\
             [[principles.arrangements]]\nid = \"A-1\"\nlevel = \"clause\"\ntitle = \"A\"\n{ONE}"
        );
        assert!(!at(&find(&code("cipfa-solace-2016", &rows))).contains(&"A1"));
    }
}
