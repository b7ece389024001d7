//! What a reviewer would find in a local code of governance.
//!
//! The Framework asks that a code be kept up to date and effective. Most rules here compare the code with
//! itself; they read through [`LocalCodeContext`](crate::context::LocalCodeContext), which knows
//! every wording and its place.

pub mod code_bare;
pub mod code_cite;
pub mod code_deny;
pub mod code_done;
pub mod code_echo;
pub mod code_edition;
pub mod code_future;
pub mod code_gaps;
pub mod code_half;
pub mod code_high;
pub mod code_idle;
pub mod code_label;
pub mod code_law;
pub mod code_low;
pub mod code_merge;
pub mod code_names;
pub mod code_number;
pub mod code_order;
pub mod code_plan;
pub mod code_recent;
pub mod code_review;
pub mod code_stale;
pub mod code_target;
pub mod code_title;
pub mod code_twice;
pub mod code_xref;

mod actions;
mod arrangements;
mod citations;
mod evidence;
mod misnomers;
#[cfg(test)]
mod sample;
mod scores;
#[cfg(test)]
mod tests;

use crate::rule::Rule;

/// The rules of the family, in the order reports list them: what the code stands on, how it answers the
/// framework, its evidence, its scores, its actions, its words.
pub static RULES: &[Rule] = &[
    code_edition::RULE,
    code_law::RULE,
    code_cite::RULE,
    code_review::RULE,
    code_gaps::RULE,
    code_merge::RULE,
    code_order::RULE,
    code_number::RULE,
    code_title::RULE,
    code_bare::RULE,
    code_half::RULE,
    code_deny::RULE,
    code_recent::RULE,
    code_stale::RULE,
    code_future::RULE,
    code_low::RULE,
    code_high::RULE,
    code_plan::RULE,
    code_idle::RULE,
    code_target::RULE,
    code_done::RULE,
    code_echo::RULE,
    code_twice::RULE,
    code_names::RULE,
    code_xref::RULE,
    code_label::RULE,
];
