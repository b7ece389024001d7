//! The addendum, and whom it binds.

use ags_law::{Citation, Scope};

/// The addendum, as far as publications about it say.
pub(in crate::rules) const CITES: &[Citation] =
    &[ags_law::ADDENDUM_2025.part("the annual review and its report")];

/// Whom the addendum binds: those whom the Framework binds, for years from 2025/26.
pub(in crate::rules) const BINDS: Scope = Scope { from: 2025, ..Scope::FRAMEWORK_2016 };
