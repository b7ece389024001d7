//! The annual review: one authority's review of its governance in one year.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::action::{Action, PriorAction};
use crate::assessment::{Assessment, AssuranceLevel, ScaleLevel};
use crate::assurance::Assurance;
use crate::authority::Authority;
use crate::citation::CitedInstrument;
use crate::conformance::Conformance;
use crate::evidence::Evidence;
use crate::framework::FrameworkEdition;
use crate::gap::{Gap, Issue, PriorIssue};
use crate::group::GroupBody;
use crate::matter::Matter;
use crate::passage::Passage;
use crate::provenance::Provenance;
use crate::schema::{Schema, Versioned};
use crate::text::Text;
use crate::web_address::WebAddress;
use crate::year::{FinancialYear, When};

/// The annual review of governance, its system of internal control included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnualReview {
    /// The schema name and version.
    #[serde(default)]
    pub schema: Schema<AnnualReview>,
    /// The name of the authority, as the local code gives it.
    pub authority: Text,
    /// The year under review; none where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The earlier years that the statement is for too, where one statement is for several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_years: Vec<FinancialYear>,
    /// The other authorities that the statement is of, where one statement is of several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jointly_with: Vec<Authority>,
    /// The framework edition that the review compares with.
    pub framework: FrameworkEdition,
    /// The law the statement cites for its duty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<CitedInstrument>,
    /// A summary of the statement, in a few sentences for residents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Passage>,
    /// What the authority says about its own responsibility.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsibility: Option<Responsibility>,
    /// The purpose of the governance framework, in the authority's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Passage>,
    /// That the framework was in place for the year and up to the date of approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place: Option<InPlace>,
    /// That internal control gives reasonable and not absolute assurance, in the authority's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasonable_assurance: Option<Passage>,
    /// The authority in figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_figures: Vec<KeyFigure>,
    /// How the review was carried out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<ReviewProcess>,
    /// Evidence of the year that is not in the local code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The authority's own scale of assurance, from the best level to the worst; none for the levels as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scale: Vec<ScaleLevel>,
    /// How well the arrangements worked, principle by principle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
    /// The assurance that was given for the year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assurances: Vec<Assurance>,
    /// How the authority compares with the profession's codes and statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conformances: Vec<Conformance>,
    /// What the authority says about its best value duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_value: Option<Passage>,
    /// The matters others brought to its notice; an empty list says that there were none, no list says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matters: Option<Vec<Matter>>,
    /// The bodies through which it acts; an empty list says that there are none, no list says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Vec<GroupBody>>,
    /// Where arrangements fall short.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// What the authority means by "significant".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub significance: Option<Passage>,
    /// The gaps that are significant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
    /// How they are to be addressed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// The significant issues of the last statement and what became of them; an empty list says that there
    /// were none, no list says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_issues: Option<Vec<PriorIssue>>,
    /// The actions of the last statement and what became of them; an empty list says that there were none, no
    /// list says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_actions: Option<Vec<PriorAction>>,
    /// The authority's conclusions on its governance. A statement gives one; this is a list so that a rule can find
    /// a second.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// What happened after the year's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events_after: Option<EventsAfter>,
    /// How the statement ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<Conclusion>,
    /// Whom to ask about the statement, and in which other formats it is available.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
}

impl Versioned for AnnualReview {
    const NAME: &'static str = "review";
    const VERSION: u32 = 1;
}

/// What the authority says about its own responsibility for a sound system of governance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    /// In words for a reader.
    pub text: Text,
    /// The limbs of internal control that it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limbs: Vec<ControlLimb>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The three purposes of a sound system of internal control, Accounts and Audit Regulations 2015, reg. 3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ControlLimb {
    /// (a) carrying out functions and reaching aims and objectives.
    FunctionsAndAims,
    /// (b) effective financial and operational management.
    EffectiveManagement,
    /// (c) effective arrangements for managing risk.
    ManagingRisk,
}

impl ControlLimb {
    /// The three limbs, in the regulation's order.
    pub const ALL: [Self; 3] = [Self::FunctionsAndAims, Self::EffectiveManagement, Self::ManagingRisk];
}

/// The declaration that the governance framework was in place for the year and up to the date of approval.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InPlace {
    /// What was not in place all the time, one each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// One figure about the authority, such as its population.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyFigure {
    /// What it counts, as in "Population".
    pub label: Text,
    /// The figure with its unit, as in "712,300" or "£512 million".
    pub value: Text,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// Whom to ask about a statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The office, as in "Head of Internal Audit".
    pub office: Text,
    /// An e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Text>,
    /// A telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<Text>,
    /// A page on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
    /// In which other formats and languages the statement is available, as a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_formats: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// How the review was carried out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewProcess {
    /// The day the review was completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<NaiveDate>,
    /// The year whose system of internal control it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covers: Option<FinancialYear>,
    /// The posts and bodies that carried it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub led_by: Vec<Text>,
    /// What was done, one step each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The authority's conclusion on its governance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// How much assurance the arrangements give; none where only words are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<AssuranceLevel>,
    /// The level in the authority's own words, from the scale of the review; it must correspond to the level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_level: Option<Text>,
    /// In words for a reader: the level of assurance, and whether the arrangements are fit for purpose.
    pub text: Text,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What happened between the year's end and the date of the statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventsAfter {
    /// The last day of the period reviewed, inclusive.
    pub until: NaiveDate,
    /// The events that matter for governance; an empty list says that there were none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// Something that happened and matters for governance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What, in words for a reader.
    pub text: Text,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// How the statement ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conclusion {
    /// In words for a reader.
    pub text: Text,
    /// How the action plan is followed up until then, as in "reported to the committee twice a year".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monitoring: Option<Text>,
    /// How often members receive reports on the action plan until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<Frequency>,
    /// When the arrangements are next reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<When>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// How often something is reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    /// Every month.
    Monthly,
    /// Four times a year.
    Quarterly,
    /// Twice a year.
    SixMonthly,
    /// Once a year.
    Yearly,
}
