//! Local Authority Accounts (Scotland) Regulations 2014.

pub mod sco_10;
pub mod sco_5_1;
pub mod sco_5_2;
pub mod sco_5_3;
pub mod sco_5_4;
pub mod sco_5_5;

use crate::rule::Rule;

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] =
    &[sco_5_1::RULE, sco_5_2::RULE, sco_5_3::RULE, sco_5_4::RULE, sco_5_5::RULE, sco_10::RULE];

/// Part 2: financial management and internal control.
const PART_2: &str = "https://www.legislation.gov.uk/ssi/2014/200/part/2/made";
