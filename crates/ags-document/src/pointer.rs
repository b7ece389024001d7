//! JSON pointers into the serialised document.

use std::fmt::{self, Display};

/// A step into the serialised document, and the steps before it.
///
/// Made on the way down without allocation; only a pointer that is reported becomes text.
#[derive(Clone, Copy)]
pub(super) struct PointerPath<'a> {
    before: Option<&'a PointerPath<'a>>,
    step: Step,
}

#[derive(Clone, Copy)]
pub(super) enum Step {
    Field(&'static str),
    Index(usize),
}

impl From<&'static str> for Step {
    fn from(field: &'static str) -> Self {
        Self::Field(field)
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl<'a> PointerPath<'a> {
    /// A field of the document itself.
    pub(super) fn field(name: &'static str) -> Self {
        Self { before: None, step: Step::Field(name) }
    }

    pub(super) fn then(&'a self, step: impl Into<Step>) -> Self {
        Self { before: Some(self), step: step.into() }
    }
}

impl Display for PointerPath<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(before) = self.before {
            before.fmt(out)?;
        }
        match self.step {
            Step::Field(name) => write!(out, "/{name}"),
            Step::Index(index) => write!(out, "/{index}"),
        }
    }
}
