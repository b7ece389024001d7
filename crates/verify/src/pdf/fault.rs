//! What is wrong with the structure of a file.

use std::cell::RefCell;
use std::fmt;

use super::object::ObjectId;

/// The most faults of a file that are listed, inclusive; the rest are counted.
const MAX_LISTED: usize = 20;

/// A place where a file departs from the syntax of ISO 32000-1:2008, clause 7.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    pub(crate) place: String,
    pub(crate) message: String,
}

/// Where a fault is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// The offset of a byte.
    Byte(usize),
    /// An indirect object.
    Object(ObjectId),
}

impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Byte(offset) => write!(to, "byte {offset}"),
            Self::Object((number, generation)) => write!(to, "object {number} {generation}"),
        }
    }
}

/// The faults of a file in the order in which they were found.
#[derive(Default)]
pub(crate) struct Faults {
    listed: RefCell<Vec<Fault>>,
    more: std::cell::Cell<usize>,
}

impl Faults {
    pub(crate) fn push(&self, place: Place, message: impl Into<String>) {
        let mut listed = self.listed.borrow_mut();
        if listed.len() < MAX_LISTED {
            listed.push(Fault { place: place.to_string(), message: message.into() });
        } else {
            self.more.set(self.more.get() + 1);
        }
    }

    /// The faults listed, and how many more there are.
    pub(crate) fn list(&self) -> (Vec<Fault>, usize) {
        (self.listed.borrow().clone(), self.more.get())
    }
}
