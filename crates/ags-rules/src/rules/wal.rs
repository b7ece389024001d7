//! Accounts and Audit (Wales) Regulations 2014.
//!
//! They call the statement a statement on internal control; councils head it an annual governance statement.

pub mod wal_5_1;
pub mod wal_5_2;
pub mod wal_5_3;
pub mod wal_5_4;
pub mod wal_5_5;
pub mod wal_sign;

use crate::rule::Rule;

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] =
    &[wal_5_1::RULE, wal_5_2::RULE, wal_5_3::RULE, wal_5_4::RULE, wal_5_5::RULE, wal_sign::RULE];

/// Part 3: internal control.
const PART_3: &str = "https://www.legislation.gov.uk/wsi/2014/3362/part/3/made";
