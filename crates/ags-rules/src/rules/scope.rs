//! Scopes that rules of several families share.

use ags_law::Scope;

/// The four nations, in England category 1, for every year that has an annual governance statement: from
/// 2007/08, the first year of the CIPFA/SOLACE Framework of 2007.
pub(in crate::rules) const EVERY_STATEMENT: Scope = Scope { from: 2007, ..Scope::FRAMEWORK_2016 };
