//! What became of each thing in the old code.

use std::fmt;

use serde::Serialize;

use crate::id::FrameworkRef;

/// What became of one thing in the old code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Entry {
    /// Its place in the old code, as a JSON pointer.
    pub at: String,
    /// What it is.
    pub what: What,
    /// Its identifier; places without an action and judgements have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The places of the 2007 edition it answers, by its arrangement or one above; none for what
    /// belongs to the document as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<FrameworkRef>,
    /// What became of it.
    pub fate: Fate,
}

/// What an entry of the account is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// An arrangement, by itself: what lies in it has entries of its own.
    Arrangement,
    /// A piece of evidence.
    Evidence,
    /// An action of an arrangement or of the document as a whole.
    Action,
    /// A place that could name an action and names none.
    NothingPlanned,
    /// A judgement, such as a score.
    Assessment,
}

impl What {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Arrangement, Self::Evidence, Self::Action, Self::NothingPlanned, Self::Assessment];
}

impl fmt::Display for What {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Arrangement => "arrangements",
            Self::Evidence => "pieces of evidence",
            Self::Action => "actions",
            Self::NothingPlanned => "places without an action",
            Self::Assessment => "assessments",
        })
    }
}

/// Whether a thing is in the draft, and where or why not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is in the draft.
    Moved {
        /// Its place there, as a JSON pointer.
        to: String,
        /// The places of the 2016 edition it now answers; none for what belongs to the document as a whole.
        covers: Vec<&'static str>,
        /// Further sub-principles it may be evidence for; it was not copied there.
        suggested: Vec<&'static str>,
        /// The reasons of the crosswalk, and why a match is weak; one sentence each.
        because: Vec<&'static str>,
    },
    /// It is not in the draft.
    Left(Reason),
}

/// Why a thing is not in the draft.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// A principle or aim that only holds others together.
    Heading,
    /// It answers an aim or a principle that several principles of 2016 share, or lies under one that does.
    Spread {
        /// The sub-principles to look at.
        over: Vec<&'static str>,
    },
    /// It names no place of the framework, and nothing above it does.
    NoReference,
    /// It is a judgement on the 2007 edition.
    Judgement,
}

impl Reason {
    /// The sub-principles to look at.
    pub(super) fn over(&self) -> Vec<&'static str> {
        match self {
            Self::Spread { over } => over.clone(),
            Self::Heading | Self::NoReference | Self::Judgement => Vec::new(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Heading => to.write_str("it is a heading of the 2007 edition with nothing of its own"),
            Self::Spread { over } => write!(
                to,
                "several principles of 2016 share what it answers and it cannot be divided; place its parts \
                 by hand, in {}",
                over.join(", ")
            ),
            Self::NoReference => {
                to.write_str("it names no place of the 2007 edition; give it one, or place it by hand")
            }
            Self::Judgement => {
                to.write_str("a judgement on the 2007 edition is none on the 2016 edition; assess again")
            }
        }
    }
}

/// How many moved and how many were left.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Tally {
    /// How many are in the draft.
    pub moved: usize,
    /// How many are not.
    pub left: usize,
}
