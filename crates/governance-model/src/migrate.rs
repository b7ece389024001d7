//! From the 2007 edition of the framework to the 2016 edition: a draft, and an account of everything in it.
//!
//! [`migrate`] drafts; a person decides. Arrangements, their evidence and their actions go where
//! [`crosswalk`](crate::framework::crosswalk) leads, whole and with their provenance. Nothing is divided,
//! copied or filled in, and judgements stay behind, because a score on the 2007 edition says nothing of the
//! 2016 one.
//!
//! - An arrangement for **requirements** goes to the sub-principle that is primary for the first of them, and
//!   covers the primary one of each. Secondary ones are suggested in the account.
//! - One for an **aim** or a **principle** goes to the sub-principle that takes all of it up, or else to the
//!   principle that does; there it covers the principle as a whole and no sub-principle. Where several
//!   principles share it, it is left behind, with the sub-principles to look at.
//! - One that names **no place** goes with the arrangement it lies under.
//! - An **action** is always carried: with its arrangement, or to the actions of the document as a whole.
//!
//! ```
//! use governance_model::migrate::{What, migrate};
//! use governance_model::{FrameworkEdition, LocalCode, read};
//!
//! let toml = r#"
//!     framework = "cipfa-solace-2007"
//!     [authority]
//!     name = "Example Borough Council"
//!     kind = "district"
//!     nation = "england"
//!     [document]
//!     id = "code-2010"
//!     title = "Local Code 2010"
//!     [scales.one-to-ten]
//!     worst = 1
//!     best = 10
//!     [[principles]]
//!     id = "4"
//!     level = "principle"
//!     covers = ["4"]
//!     title = "Taking informed and transparent decisions"
//!     [[principles.arrangements]]
//!     id = "4.3.1"
//!     level = "requirement"
//!     covers = ["4.3.1"]
//!     title = "Risk management is part of the culture"
//!     evidence = [{ id = "EV-1", says = "Risk register.", kind = "system", shown = "in-writing" }]
//!     assessments = [{ score = { scale = "one-to-ten", value = 8 } }]
//! "#;
//! let code: LocalCode = read::toml(toml.as_bytes(), "code.toml")?;
//! let migration = migrate(&code)?;
//!
//! assert_eq!(migration.code.framework, FrameworkEdition::CipfaSolace2016);
//! assert_eq!(migration.code.coverage()["F1"].total(), 1);
//! assert_eq!(migration.gaps.len(), 20, "every sub-principle but F1 has nothing behind it");
//!
//! let scores = migration.tally(What::Assessment);
//! assert_eq!((scores.moved, scores.left), (0, 1));
//! let heading = &migration.account[0];
//! assert_eq!((heading.at.as_str(), heading.id.as_deref()), ("/principles/0", Some("4")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod draft;
mod road;
#[cfg(test)]
mod tests;

use serde::Serialize;
use thiserror::Error;

use crate::fault::Fault;
use crate::framework::FrameworkEdition;
use crate::gap::{self, Gap};
use crate::local_code::{Arrangement, CodeDocument, LocalCode};

pub use self::account::{Entry, Fate, Reason, Tally, What};
use self::draft::Draft;

/// A local code drafted on the 2016 edition from one on the 2007 edition.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Migration {
    /// The draft: all seven principles and 21 sub-principles under their official titles, filled where the old
    /// code had something. It has no date, no date of review, no place in a paper and no address, because it
    /// was not adopted or published; everything else about the document is as it was.
    pub code: LocalCode,
    /// The document it was drafted from, with the particulars the draft cannot have.
    pub drafted_from: CodeDocument,
    /// What became of each arrangement, piece of evidence, action, place without an action and judgement of
    /// the old code: each once, an arrangement before what lies in it, in the document's order.
    pub account: Vec<Entry>,
    /// What stayed behind, in the shape of the old code but flat, in the document's order: arrangements that
    /// could not be placed, without their actions, and the judgements of those that could.
    pub left: Vec<Arrangement>,
    /// The sub-principles that have nothing behind them in the draft.
    pub gaps: Vec<Gap>,
}

impl Migration {
    /// How many of one kind moved and how many were left; together they are those of the old code.
    #[must_use]
    pub fn tally(&self, what: What) -> Tally {
        let mut tally = Tally::default();
        for entry in self.account.iter().filter(|entry| entry.what == what) {
            match entry.fate {
                Fate::Moved { .. } => tally.moved += 1,
                Fate::Left(_) => tally.left += 1,
            }
        }
        tally
    }
}

/// Why a local code cannot be migrated.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum MigrateError {
    /// It stands on the 2016 edition.
    #[error("the local code stands on the 2016 edition already; there is nothing to migrate")]
    Already,
    /// It stands on a framework that no crosswalk leads from.
    #[error("no crosswalk leads from {title:?} to the 2016 edition; give a local code on the 2007 edition")]
    NoCrosswalk {
        /// The title of the framework it stands on.
        title: &'static str,
    },
    /// It does not hang together. All faults are listed, in the order of the document.
    #[error("{}", lines(.0))]
    Faults(Vec<Fault>),
    /// Notes so long that where the arrangement comes from cannot be added. All of them are listed.
    #[error("{}", lines(.0))]
    NoRoom(Vec<LongNote>),
}

/// A note that nothing can be added to.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error(
    "{at}: the note leaves no room to say where its arrangement comes from; shorten it to 19,000 characters"
)]
pub struct LongNote {
    /// JSON pointer to the note, in the old code.
    pub at: String,
}

fn lines<T: ToString>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join("\n")
}

/// Drafts a local code on the 2016 edition from one on the 2007 edition.
///
/// The draft has no [faults](LocalCode::faults). Identifiers stay as they are; the headings of the 2016
/// edition are identified as in `F4`, or as in `F4-2` where the old code has an arrangement of that name. Each
/// moved arrangement keeps its level, words and provenance, and its note ends by saying which place of the 2007
/// edition it was drafted from. What belongs to no arrangement, such as prose, citations, scales, roles and
/// definitions, is as it was, superseded as it may be.
///
/// # Errors
/// - [`MigrateError::Already`] for a local code on the 2016 edition;
/// - [`MigrateError::NoCrosswalk`] for one on the Nolan principles;
/// - [`MigrateError::Faults`] for one that does not hang together;
/// - [`MigrateError::NoRoom`] for notes of nearly 20,000 characters.
pub fn migrate(code: &LocalCode) -> Result<Migration, MigrateError> {
    match code.framework {
        FrameworkEdition::CipfaSolace2007 => {}
        FrameworkEdition::CipfaSolace2016 => return Err(MigrateError::Already),
        FrameworkEdition::Nolan => {
            return Err(MigrateError::NoCrosswalk { title: code.framework.framework().title });
        }
    }
    let faults = code.faults();
    if !faults.is_empty() {
        return Err(MigrateError::Faults(faults));
    }
    let draft = Draft::of(code);
    if !draft.long_notes.is_empty() {
        return Err(MigrateError::NoRoom(draft.long_notes));
    }
    let document =
        CodeDocument { dated: None, reviewed: None, position: None, url: None, ..code.document.clone() };
    let drafted = LocalCode {
        document,
        framework: FrameworkEdition::CipfaSolace2016,
        principles: draft::headings(code, draft.placed),
        actions: draft.actions,
        ..code.clone()
    };
    let gaps = gap::find(&drafted);
    Ok(Migration {
        code: drafted,
        drafted_from: code.document.clone(),
        account: draft.account,
        left: draft.left,
        gaps,
    })
}
