//! The ledger of a migration: what became of each item of the old code.

use std::fmt;

use serde::Serialize;

use crate::id::FrameworkRef;

/// What became of one item of the old code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LedgerEntry {
    /// JSON pointer to it in the old code.
    pub at: String,
    /// What kind of item it is.
    pub kind: ItemKind,
    /// Its identifier; empty action fields and assessments have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The references of the 2007 edition that its arrangement, or the nearest ancestor with any, covers; none
    /// for an item of the document as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<FrameworkRef>,
    /// What became of it.
    pub disposition: Disposition,
}

/// The kind of item that an entry of the ledger is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// An arrangement by itself; its contents have entries of their own.
    Arrangement,
    /// A piece of evidence.
    Evidence,
    /// An action of an arrangement or of the document as a whole.
    Action,
    /// A field that could name an action and names none.
    NothingPlanned,
    /// An assessment, such as a score.
    Assessment,
}

impl ItemKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Arrangement, Self::Evidence, Self::Action, Self::NothingPlanned, Self::Assessment];
}

impl fmt::Display for ItemKind {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Arrangement => "arrangements",
            Self::Evidence => "pieces of evidence",
            Self::Action => "actions",
            Self::NothingPlanned => "empty action fields",
            Self::Assessment => "assessments",
        })
    }
}

/// Whether an item is in the draft, and where or why not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposition {
    /// It is in the draft.
    Moved {
        /// JSON pointer to it in the draft.
        to: String,
        /// The references of the 2016 edition it now covers; none for an item of the document as a whole.
        covers: Vec<&'static str>,
        /// Further sub-principles it may be evidence for; it was not copied there.
        suggested: Vec<&'static str>,
        /// The reasons that the crosswalk gives, and why a match is weak; one sentence each.
        because: Vec<&'static str>,
    },
    /// It is not in the draft.
    Left(Reason),
}

/// Why an item is not in the draft.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// It is a principle or aim without content of its own.
    Heading,
    /// It covers an aim or a principle that several principles of 2016 share, or is under an arrangement that does.
    Spread {
        /// The sub-principles to consider.
        over: Vec<&'static str>,
    },
    /// Neither it nor anything above it has a framework reference.
    NoReference,
    /// It is an assessment against the 2007 edition.
    Assessment,
}

impl Reason {
    /// The sub-principles to consider.
    pub(super) fn over(&self) -> Vec<&'static str> {
        match self {
            Self::Spread { over } => over.clone(),
            Self::Heading | Self::NoReference | Self::Assessment => Vec::new(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Heading => to.write_str("it is a heading of the 2007 edition without content of its own"),
            Self::Spread { over } => write!(
                to,
                "several principles of 2016 share what it covers and it cannot be divided; place its parts by hand, \
                 in {}",
                over.join(", ")
            ),
            Self::NoReference => {
                to.write_str("it has no reference of the 2007 edition; give it one, or place it by hand")
            }
            Self::Assessment => {
                to.write_str("an assessment against the 2007 edition does not carry over to the 2016 edition; assess again")
            }
        }
    }
}

/// How many items moved and how many were left.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct LedgerSummary {
    /// How many are in the draft.
    pub moved: usize,
    /// How many are not.
    pub left: usize,
}
