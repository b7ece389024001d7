//! What the addendum of May 2025 to the Framework of 2016 is thought to ask of statements from 2025/26.
//!
//! Nobody here has read the addendum, so every rule is a preview: what publications about it say, to be read
//! again before it is switched on. A statement says that it follows the addendum by citing it; the seven
//! principles of 2016, and so the rules of that family, stay in force.

pub mod add25_bv;
pub mod add25_code;
pub mod add25_core;
pub mod add25_edn;
pub mod add25_gold;
pub mod add25_group;
pub mod add25_opin;
pub mod add25_plan;
pub mod add25_review;
pub mod add25_sign;

mod addendum;

use crate::rule::Rule;

/// The rules of the addendum, in the order in which a statement does as they ask.
pub static RULES: &[Rule] = &[
    add25_edn::RULE,
    add25_review::RULE,
    add25_core::RULE,
    add25_opin::RULE,
    add25_plan::RULE,
    add25_gold::RULE,
    add25_bv::RULE,
    add25_group::RULE,
    add25_code::RULE,
    add25_sign::RULE,
];
