//! What any reader of a statement needs: that its parts agree.

pub mod ags_ref;
pub mod ags_replaced;

use crate::rule::Rule;

/// The rules on a statement as a whole.
pub static RULES: &[Rule] = &[ags_ref::RULE, ags_replaced::RULE];
