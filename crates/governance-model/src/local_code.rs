//! The local code: the document in which an authority says how it meets a framework edition.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::action::{Action, NoAction};
use crate::assessment::{Assessment, Scale};
use crate::assurance::Assurance;
use crate::authority::Authority;
use crate::citation::CitedInstrument;
use crate::evidence::{Evidence, EvidenceBasis};
use crate::framework::FrameworkEdition;
use crate::id::{ArrangementId, DocumentId, FrameworkRef, ScaleId};
use crate::meeting::Meeting;
use crate::passage::Passage;
use crate::provenance::Provenance;
use crate::role::Role;
use crate::schema::{Schema, Versioned};
use crate::text::Text;
use crate::web_address::WebAddress;
use crate::year::{FinancialYear, When};

/// A local code of corporate governance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalCode {
    /// The schema name and version.
    #[serde(default)]
    pub schema: Schema<LocalCode>,
    /// Whose code it is.
    pub authority: Authority,
    /// The document itself.
    pub document: CodeDocument,
    /// The framework edition it is based on.
    pub framework: FrameworkEdition,
    /// The law and guidance it cites, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<CitedInstrument>,
    /// The scales its scores are on.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub scales: IndexMap<ScaleId, Scale>,
    /// The arrangements for each principle, in document order.
    pub principles: Vec<Arrangement>,
    /// The posts and bodies responsible for the arrangements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// The sources of assurance its annual review relies on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assurances: Vec<Assurance>,
    /// Actions of the document as a whole, such as an action plan at its end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// Fields of such a plan that could name an action and do not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_actions_planned: Vec<NoAction>,
    /// Terms that the document defines, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Definition>,
    /// Meetings that the document was presented to, or reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// What it says about the annual governance statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<StatementArrangements>,
}

impl Versioned for LocalCode {
    const NAME: &'static str = "local-code";
    const VERSION: u32 = 1;
}

/// The document of a local code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeDocument {
    /// Its identifier in provenance.
    pub id: DocumentId,
    /// Its printed title.
    pub title: Text,
    /// Its printed subtitle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text>,
    /// Its date, version or approval, as precisely as it gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<When>,
    /// The financial year it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The financial year it plans for, where it assesses one year and plans the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_year: Option<FinancialYear>,
    /// The post responsible for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_officer: Option<Text>,
    /// The department of that post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Text>,
    /// How often it is reviewed, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_cycle: Option<Text>,
    /// When it was last reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<When>,
    /// Its position in a larger document, as in "Appendix 1".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
    /// Its introduction and other prose that belongs to no arrangement, one paragraph each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// The source of these particulars.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What the authority does for one principle, sub-principle, aim or requirement, or one clause of a protocol.
///
/// Every level below the principle may be left out; evidence, assessments and actions are at whichever level the
/// document puts them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arrangement {
    /// The document's own numbering; it may skip numbers. Unique within the code.
    pub id: ArrangementId,
    /// Its level.
    pub level: Level,
    /// The framework references it covers: none, one or several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<FrameworkRef>,
    /// Its title or text as printed, which may differ from the framework's.
    pub title: Text,
    /// Why it matters, one paragraph each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rationale: Vec<Text>,
    /// What shows that it exists and works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// How well it works, by year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
    /// How it is to be improved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// Fields of the document that could name an action and do not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_actions_planned: Vec<NoAction>,
    /// The arrangements under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arrangements: Vec<Arrangement>,
    /// What else a reader should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

impl Arrangement {
    /// An arrangement without content, whose source is the authority itself.
    #[must_use]
    pub fn new(id: ArrangementId, level: Level, title: Text) -> Self {
        Self {
            id,
            level,
            covers: Vec::new(),
            title,
            rationale: Vec::new(),
            evidence: Vec::new(),
            assessments: Vec::new(),
            actions: Vec::new(),
            no_actions_planned: Vec::new(),
            arrangements: Vec::new(),
            note: None,
            source: Provenance::Declared,
        }
    }
}

/// The level of an arrangement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A principle.
    Principle,
    /// A sub-principle (2016) or an aim (2007).
    SubPrinciple,
    /// A requirement.
    Requirement,
    /// A clause of a protocol or code of conduct.
    Clause,
}

/// A term that a document defines.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The term.
    pub term: Text,
    /// Its definition.
    pub means: Text,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What a local code says about the annual governance statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementArrangements {
    /// The posts that maintain the code and prepare the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prepared_by: Vec<Text>,
    /// The body that approves the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<Text>,
    /// The office holders who certify it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certified_by: Vec<Text>,
    /// What it is to contain or do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shall: Vec<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// How much evidence there is for one framework reference.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Coverage {
    /// Pieces that say what is to be done.
    pub in_writing: usize,
    /// Pieces that show that something was done.
    pub in_practice: usize,
}

impl Coverage {
    /// All pieces.
    #[must_use]
    pub const fn total(self) -> usize {
        self.in_writing + self.in_practice
    }
}

impl LocalCode {
    /// Every arrangement with its JSON pointer, a parent before its children, in document order.
    pub fn arrangements(&self) -> impl Iterator<Item = (String, &Arrangement)> {
        let mut open: Vec<(String, &Arrangement)> = places("/principles", &self.principles).rev().collect();
        std::iter::from_fn(move || {
            let (at, arrangement) = open.pop()?;
            open.extend(places(&format!("{at}/arrangements"), &arrangement.arrangements).rev());
            Some((at, arrangement))
        })
    }

    /// Every piece of evidence with its JSON pointer, in document order.
    pub fn evidence(&self) -> impl Iterator<Item = (String, &Evidence)> {
        self.arrangements().flat_map(|(at, arrangement)| {
            arrangement
                .evidence
                .iter()
                .enumerate()
                .map(move |(index, evidence)| (format!("{at}/evidence/{index}"), evidence))
        })
    }

    /// How much evidence there is for each principle, sub-principle and aim, by its id in the framework.
    ///
    /// Evidence counts for every sub-principle its arrangement covers, and once for each principle those
    /// belong to. An arrangement without references of its own covers what its parent covers.
    #[must_use]
    pub fn coverage(&self) -> IndexMap<&'static str, Coverage> {
        let framework = self.framework.framework();
        let mut found = IndexMap::new();
        let mut open: Vec<(&Arrangement, &[FrameworkRef])> =
            self.principles.iter().rev().map(|principle| (principle, &[] as &[FrameworkRef])).collect();
        while let Some((arrangement, inherited)) = open.pop() {
            let covers = if arrangement.covers.is_empty() { inherited } else { &arrangement.covers };
            open.extend(arrangement.arrangements.iter().rev().map(|child| (child, covers)));
            let mut ids: Vec<&'static str> = Vec::new();
            for place in covers.iter().filter_map(|reference| framework.find(reference)) {
                ids.push(place.principle().id);
                ids.extend(place.sub_principle().map(|sub| sub.id));
            }
            ids.sort_unstable();
            ids.dedup();
            for evidence in &arrangement.evidence {
                for id in &ids {
                    let coverage: &mut Coverage = found.entry(*id).or_default();
                    match evidence.basis {
                        EvidenceBasis::Documented => coverage.in_writing += 1,
                        EvidenceBasis::Operating => coverage.in_practice += 1,
                    }
                }
            }
        }
        found
    }
}

fn places<'a>(
    at: &str,
    arrangements: &'a [Arrangement],
) -> impl DoubleEndedIterator<Item = (String, &'a Arrangement)> + use<'a> {
    let at = at.to_owned();
    arrangements.iter().enumerate().map(move |(index, one)| (format!("{at}/{index}"), one))
}
