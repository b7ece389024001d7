//! Improvement actions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assessment::Rag;
use crate::id::{ActionId, GapId};
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::{FinancialYear, When};

/// An improvement action: what is to be done, by whom, by when, and its status.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Kept when the action carries into the next year.
    pub id: ActionId,
    /// What is to be done.
    pub text: Text,
    /// The posts or bodies responsible for it; several where it is shared, empty where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Text>,
    /// When it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<When>,
    /// The year whose plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The revised due date, where the first was missed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised: Option<Revision>,
    /// Its status.
    #[serde(default)]
    pub status: ActionStatus,
    /// What has been done so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    /// How the authority rates its progress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rag: Option<Rag>,
    /// The gaps it addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<GapId>,
    /// The action of an earlier plan it carries on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<ActionId>,
    /// The family of recommendations it belongs to, where a plan is grouped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Text>,
    /// The outcome it serves, where a plan states outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

impl Action {
    /// When it is now due: the revised date, where there is one.
    #[must_use]
    pub fn due_now(&self) -> Option<When> {
        self.revised.as_ref().map(|revised| revised.due).or(self.due)
    }
}

/// A later due date for an action that was not done in time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// When it is now due.
    pub due: When,
    /// Why the first date was missed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// The status of an action.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ActionStatus {
    /// The source does not say.
    #[default]
    NotStated,
    /// Not started.
    NotStarted,
    /// Under way.
    Open,
    /// Under way and later than planned.
    Delayed,
    /// Done.
    Completed,
    /// Abandoned.
    Withdrawn,
}

impl ActionStatus {
    /// Whether work remains.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::NotStated | Self::NotStarted | Self::Open | Self::Delayed)
    }
}

/// What has been done on an action so far.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// In words for a reader; none where the source has a cell for it and that cell holds [`Progress::no_progress`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Why the source gives no progress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_progress: Option<NoAction>,
    /// The day or period the progress was reported for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

/// A field of a plan that names no action or no progress, kept with its words, because the four reasons mean
/// different things.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoAction {
    /// The reason.
    pub kind: NoActionKind,
    /// The words, where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Text>,
    /// The year whose plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The posts or bodies named for it, where a plan gives an owner but no action.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Text>,
    /// The family of recommendations it belongs to, where a plan is grouped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Text>,
    /// The outcome that no action serves, where a plan states outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// Why a plan names no action or no progress.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoActionKind {
    /// The cell is empty.
    Empty,
    /// "No specific actions identified".
    NoneIdentified,
    /// "No specific actions but current standards to be maintained".
    MaintainStandards,
    /// "Not applicable".
    NotApplicable,
}

/// An action of the last statement and what became of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriorAction {
    /// Its identifier in the last statement.
    pub id: ActionId,
    /// What was to be done.
    pub text: Text,
    /// Who was responsible for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Text>,
    /// When it was due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<When>,
    /// What became of it; none where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<PriorActionOutcome>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Text>,
    /// The action of this statement that continues it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_to: Option<ActionId>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What became of an action of the last statement.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PriorActionOutcome {
    /// It was completed.
    Completed,
    /// It continues.
    Continuing,
    /// It was withdrawn.
    Withdrawn,
}
