//! What an annual governance statement holds and how it is agreed: the CIPFA/SOLACE Framework of 2016.

pub mod fw16_ack;
pub mod fw16_appr;
pub mod fw16_assess;
pub mod fw16_code;
pub mod fw16_conc;
pub mod fw16_curr;
pub mod fw16_link;
pub mod fw16_opin;
pub mod fw16_plan;
pub mod fw16_prior;
pub mod fw16_roles;
pub mod fw16_sign;
pub mod fw16_strat;
pub mod fw16_year;

pub(super) mod citations;
mod printed_words;
#[cfg(test)]
mod tests;
mod waiting;

use crate::rule::Rule;

/// The rules of the Framework, in the order in which a statement does as they ask.
pub static RULES: &[Rule] = &[
    fw16_ack::RULE,
    fw16_code::RULE,
    fw16_roles::RULE,
    fw16_assess::RULE,
    fw16_opin::RULE,
    fw16_prior::RULE,
    fw16_plan::RULE,
    fw16_conc::RULE,
    fw16_year::RULE,
    fw16_strat::RULE,
    fw16_curr::RULE,
    fw16_appr::RULE,
    fw16_sign::RULE,
    fw16_link::RULE,
];
