//! Local Government (Accounts and Audit) Regulations (Northern Ireland) 2015.

pub mod ni_4_1;
pub mod ni_4_2;
pub mod ni_4_3;
pub mod ni_4_4;
pub mod ni_8;
pub mod ni_sign;

use crate::rule::Rule;

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] =
    &[ni_4_1::RULE, ni_4_2::RULE, ni_4_3::RULE, ni_4_4::RULE, ni_8::RULE, ni_sign::RULE];

/// Financial management and internal control.
const REGULATION_4: &str = "https://www.legislation.gov.uk/nisr/2015/106/regulation/4/made";
/// Part 3: the accounts of larger bodies.
const PART_3: &str = "https://www.legislation.gov.uk/nisr/2015/106/part/3/made";
