//! Why a local code cannot be migrated.

use thiserror::Error;

use crate::violation::Violation;

/// Why a local code cannot be migrated.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum MigrateError {
    /// It is based on the 2016 edition already.
    #[error("the local code is based on the 2016 edition already; there is nothing to migrate")]
    Already,
    /// It is based on a framework for which there is no crosswalk.
    #[error(
        "there is no crosswalk from {title:?} to the 2016 edition; give a local code based on the 2007 edition"
    )]
    NoCrosswalk {
        /// The title of the framework it is based on.
        title: &'static str,
    },
    /// It is inconsistent. All violations are listed, in document order.
    #[error("{}", lines(.0))]
    Violations(Vec<Violation>),
    /// Notes too long for the source of the arrangement to be added. All of them are listed.
    #[error("{}", lines(.0))]
    NoRoom(Vec<LongNote>),
}

/// A note that is too long to be added to.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error(
    "{at}: the note leaves no room to name the source of its arrangement; shorten it to 19,000 characters"
)]
pub struct LongNote {
    /// JSON pointer to the note, in the old code.
    pub at: String,
}

fn lines<T: ToString>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join("\n")
}
