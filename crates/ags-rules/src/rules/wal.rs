//! Accounts and Audit (Wales) Regulations 2014.
//!
//! They call the statement a statement on internal control; councils head it an annual governance statement.

pub mod wal_5_5;

use crate::rule::Rule;
use crate::rules::nations::{acknowledgement, amendment, approval, consideration, review, signatures};

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] = &[
    acknowledgement::WAL_5_1,
    review::WAL_5_2,
    consideration::WAL_5_3,
    approval::WAL_5_4,
    amendment::WAL_AMEND,
    wal_5_5::RULE,
    signatures::WAL_SIGN,
];
