//! One change between two versions of a statement.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One change between two versions of a statement: of what, how, where, and both values in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What it is a change of.
    pub item: Item,
    /// The identifier or name of that item; none where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The field that changed, as a path within the item; none where the whole item was added or removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// How it changed.
    pub kind: ChangeKind,
    /// The place in the later version, as a JSON pointer; none where it is only in the earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The place in the earlier version, as a JSON pointer; none where it is only in the later one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer_before: Option<String>,
    /// What the earlier version says, in words; none where it says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What the later version says, in words; none where it says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Whether it changes what the statement says. Spaces, quotation marks, dashes, small and capital letters and the
    /// record of where something comes from do not, unless the illustrative mark was set or removed.
    pub is_of_substance: bool,
}

/// What a change is a change of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Item {
    /// A significant issue.
    Issue,
    /// An issue of the year before.
    PriorIssue,
    /// An action.
    Action,
    /// An action of the year before.
    PriorAction,
    /// A gap.
    Gap,
    /// An assessment of a part of the framework.
    Assessment,
    /// An assurance, such as the annual opinion of the head of internal audit.
    Assurance,
    /// The authority's opinion.
    Opinion,
    /// Conformance with a standard.
    Conformance,
    /// A matter raised by others.
    Matter,
    /// A body of the group or a partnership.
    GroupBody,
    /// A piece of evidence.
    Evidence,
    /// An event after the year's end.
    Event,
    /// A key figure.
    KeyFigure,
    /// A role.
    Role,
    /// An arrangement of the local code.
    Arrangement,
    /// Anything else; the field names it.
    Other,
}

impl Item {
    /// Its name within a sentence; nothing for [`Item::Other`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::PriorIssue => "prior-year issue",
            Self::Action => "action",
            Self::PriorAction => "prior-year action",
            Self::Gap => "gap",
            Self::Assessment => "assessment",
            Self::Assurance => "assurance",
            Self::Opinion => "opinion",
            Self::Conformance => "conformance",
            Self::Matter => "matter",
            Self::GroupBody => "group body",
            Self::Evidence => "evidence",
            Self::Event => "event after the year's end",
            Self::KeyFigure => "key figure",
            Self::Role => "role",
            Self::Arrangement => "arrangement",
            Self::Other => "",
        }
    }
}

/// How something changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// Only the later version has it.
    Added,
    /// Only the earlier version has it.
    Removed,
    /// A level, a score or a rating became better.
    Raised,
    /// A level, a score or a rating became worse.
    Lowered,
    /// A date became later.
    Later,
    /// A date became earlier.
    Earlier,
    /// Words changed.
    Reworded,
    /// Another value changed.
    Changed,
}

impl ChangeKind {
    /// In words, after what changed.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Later => "made later",
            Self::Earlier => "made earlier",
            Self::Reworded => "reworded",
            Self::Changed => "changed",
        }
    }
}

/// The most characters of a value that a sentence shows; an ellipsis takes the place of what follows.
const SHOWN: usize = 80;

/// As a sentence without a full stop: `issue ISS-1, text: reworded from "one" to "two"`.
impl fmt::Display for Change {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = self.field.as_ref().map(|field| field.replace('_', " ").replace('/', ", "));
        let id = self.id.as_deref().unwrap_or_default();
        let item = [self.item.name(), id].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let parts = [Some(item.join(" ")), field].into_iter().flatten().filter(|part| !part.is_empty());
        write!(to, "{}: {}", parts.collect::<Vec<_>>().join(", "), self.kind.words())?;
        match (self.before.as_deref(), self.after.as_deref()) {
            (Some(before), Some(after)) => write!(to, " from {} to {}", shown(before), shown(after)),
            (Some(only), None) | (None, Some(only)) => write!(to, " {}", shown(only)),
            (None, None) => Ok(()),
        }
    }
}

fn shown(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("\"{}…\"", words.get(..end).unwrap_or(&words).trim_end()),
        None => format!("\"{words}\""),
    }
}
