//! Improvement actions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{ActionId, GapId};
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::{FinancialYear, When};

/// An improvement: what shall be done, by whom, by when, and how it stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Kept when the action carries into the next year.
    pub id: ActionId,
    /// What shall be done.
    pub says: Text,
    /// The posts or bodies that answer for it; several where it is shared, none where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Text>,
    /// When it shall be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<When>,
    /// The year whose plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The day it shall be done by now, where the first was not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised: Option<Revision>,
    /// How it stands.
    #[serde(default)]
    pub status: ActionStatus,
    /// What was done so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    /// The gaps it mends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mends: Vec<GapId>,
    /// The action of an earlier plan it carries on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<ActionId>,
    /// The family of recommendations it belongs to, where a plan is grouped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Text>,
    /// The outcome it serves, where a plan states outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub from: Provenance,
}

impl Action {
    /// When it shall be done now: by the revised day, where there is one.
    #[must_use]
    pub fn due_now(&self) -> Option<When> {
        self.revised.as_ref().map(|revised| revised.due).or(self.due)
    }
}

/// A later day for an action that was not done in time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// When it shall be done now.
    pub due: When,
    /// Why the first day was not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// How an action stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ActionStatus {
    /// The source does not say.
    #[default]
    NotStated,
    /// Not begun.
    NotStarted,
    /// Under way.
    Open,
    /// Under way and later than planned.
    Delayed,
    /// Done.
    Completed,
    /// Given up.
    Withdrawn,
}

impl ActionStatus {
    /// Whether work is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::NotStated | Self::NotStarted | Self::Open | Self::Delayed)
    }
}

/// What was done on an action so far.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// In words for a reader; none where the source has a cell for it that holds [`Progress::nothing`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<Text>,
    /// The kind of nothing the source gives instead of progress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing: Option<Nothing>,
    /// The day or period the progress was reported for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

/// A place in a plan that names no action or no progress, kept with its words, because the four kinds of
/// nothing mean different things.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {
    /// Which kind of nothing it is.
    pub kind: NothingKind,
    /// The words, where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// The year whose plan it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The posts or bodies named beside it, where a plan has an owner for no action.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Text>,
    /// The family of recommendations the place belongs to, where a plan is grouped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Text>,
    /// The outcome that no action serves, where a plan states outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub from: Provenance,
}

/// The kinds of nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NothingKind {
    /// The cell is empty.
    Empty,
    /// "No specific actions identified".
    NoneIdentified,
    /// "No specific actions but current standards to be maintained".
    MaintainStandards,
    /// "Not applicable".
    NotApplicable,
}
