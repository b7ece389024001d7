//! Accounts and Audit Regulations 2015 (England).
//!
//! What has been done is read through [`StatementContext`](crate::context::StatementContext), which knows
//! what day it is.

pub mod reg_10_1;
pub mod reg_10_2;
pub mod reg_10_3;
pub mod reg_13;
pub mod reg_14;
pub mod reg_15_1;
pub mod reg_15_1a;
pub mod reg_15_2;
pub mod reg_4;
pub mod reg_5_1;
pub mod reg_6_1_b;
pub mod reg_6_4_a;
pub mod reg_6_4_b;
pub mod reg_8;
pub mod reg_9_1;
pub mod reg_9_2;
pub mod reg_9a;
pub mod reg_cite;
pub mod reg_struct;

mod public_rights;
#[cfg(test)]
mod tests;

use crate::rule::Rule;
use crate::rules::nations::{acknowledgement, amendment, approval, consideration, review};

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] = &[
    acknowledgement::REG_3,
    reg_4::RULE,
    reg_5_1::RULE,
    review::REG_6_1_A,
    reg_6_1_b::RULE,
    consideration::REG_6_2_A,
    approval::REG_6_2_B,
    consideration::REG_6_3_A,
    approval::REG_6_3_B,
    amendment::REG_AMEND,
    reg_6_4_a::RULE,
    reg_6_4_b::RULE,
    reg_8::RULE,
    reg_9_1::RULE,
    reg_9_2::RULE,
    reg_10_1::RULE,
    reg_10_2::RULE,
    reg_10_3::RULE,
    reg_9a::RULE,
    reg_13::RULE,
    reg_14::RULE,
    reg_15_1::RULE,
    reg_15_1a::RULE,
    reg_15_2::RULE,
    reg_struct::RULE,
    reg_cite::RULE,
];
