//! From the 2007 edition of the framework to the 2016 edition: a draft, and a ledger of everything in the old code.
//!
//! [`migrate`] drafts; a person decides. Arrangements, their evidence and their actions go where
//! [`crosswalk`](crate::framework::crosswalk) maps them, whole and with their provenance. Nothing is divided,
//! copied or filled in, and assessments stay behind, because a score against the 2007 edition says nothing about
//! the 2016 one.
//!
//! - An arrangement for **requirements** goes to the primary sub-principle of the first of them, and covers the
//!   primary sub-principle of each. Secondary sub-principles are suggested in the ledger.
//! - An arrangement for an **aim** or a **principle** goes to the sub-principle that succeeds all of it, or else to
//!   the principle that does; there it covers the principle as a whole and no sub-principle. Where several
//!   principles share it, it is left behind, with the sub-principles to consider.
//! - An arrangement **without a reference** goes with its parent.
//! - An **action** is always kept: with its arrangement, or among the actions of the document as a whole.
//!
//! ```
//! use governance_model::migrate::{ItemKind, migrate};
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
//!     evidence = [{ id = "EV-1", text = "Risk register.", kind = "system", basis = "documented" }]
//!     assessments = [{ score = { scale = "one-to-ten", value = 8 } }]
//! "#;
//! let code: LocalCode = read::toml(toml.as_bytes(), "code.toml")?;
//! let migration = migrate(&code)?;
//!
//! assert_eq!(migration.code.framework, FrameworkEdition::CipfaSolace2016);
//! assert_eq!(migration.code.coverage()["F1"].total(), 1);
//! assert_eq!(migration.gaps.len(), 20, "every sub-principle but F1 has no evidence");
//!
//! let scores = migration.summary(ItemKind::Assessment);
//! assert_eq!((scores.moved, scores.left), (0, 1));
//! let heading = &migration.ledger[0];
//! assert_eq!((heading.at.as_str(), heading.id.as_deref()), ("/principles/0", Some("4")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod draft;
mod error;
mod ledger;
mod mapping_path;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::framework::FrameworkEdition;
use crate::gap::{self, Gap};
use crate::local_code::{Arrangement, CodeDocument, LocalCode};

pub use self::error::{LongNote, MigrateError};
pub use self::ledger::{Disposition, ItemKind, LedgerEntry, LedgerSummary, Reason};

use self::draft::Draft;

/// A local code drafted on the 2016 edition from one on the 2007 edition.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Migration {
    /// The draft: all seven principles and 21 sub-principles under their official titles, filled where the old
    /// code had something. It has no date, no date of review, no position in a larger document and no address,
    /// because it was not adopted or published; all other particulars of the document are unchanged.
    pub code: LocalCode,
    /// The document it was drafted from, with the particulars that the draft leaves out.
    pub drafted_from: CodeDocument,
    /// What became of each arrangement, piece of evidence, action, empty action field and assessment of the old
    /// code: each once, an arrangement before its contents, in document order.
    pub ledger: Vec<LedgerEntry>,
    /// What was left behind, as a flat list in document order: arrangements that could not be placed, without
    /// their actions, and the assessments of those that could.
    pub left: Vec<Arrangement>,
    /// The sub-principles for which the draft has no evidence.
    pub gaps: Vec<Gap>,
}

impl Migration {
    /// How many items of one kind moved and how many were left; the sum is their number in the old code.
    #[must_use]
    pub fn summary(&self, kind: ItemKind) -> LedgerSummary {
        let mut summary = LedgerSummary::default();
        for entry in self.ledger.iter().filter(|entry| entry.kind == kind) {
            match entry.disposition {
                Disposition::Moved { .. } => summary.moved += 1,
                Disposition::Left(_) => summary.left += 1,
            }
        }
        summary
    }
}

/// Drafts a local code on the 2016 edition from one on the 2007 edition.
///
/// The draft has no [violations](LocalCode::violations). Identifiers are unchanged; the headings of the 2016
/// edition are identified as `F4`, or `F4-2` where the old code already has an arrangement `F4`. Each moved
/// arrangement keeps its level, words and provenance, and its note ends by naming the references of the 2007
/// edition it was drafted from. Whatever belongs to no arrangement, such as prose, citations, scales, roles and
/// definitions, is copied unchanged, even where it is out of date.
///
/// # Errors
/// - [`MigrateError::Already`] for a local code on the 2016 edition;
/// - [`MigrateError::NoCrosswalk`] for one on the Nolan principles;
/// - [`MigrateError::Violations`] for one that is inconsistent;
/// - [`MigrateError::NoRoom`] for notes of nearly 20,000 characters.
pub fn migrate(code: &LocalCode) -> Result<Migration, MigrateError> {
    match code.framework {
        FrameworkEdition::CipfaSolace2007 => {}
        FrameworkEdition::CipfaSolace2016 => return Err(MigrateError::Already),
        FrameworkEdition::Nolan => {
            return Err(MigrateError::NoCrosswalk { title: code.framework.framework().title });
        }
    }
    let violations = code.violations();
    if !violations.is_empty() {
        return Err(MigrateError::Violations(violations));
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
        ledger: draft.ledger,
        left: draft.left,
        gaps,
    })
}
