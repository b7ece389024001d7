//! Local Authority Accounts (Scotland) Regulations 2014.

pub mod sco_10;
pub mod sco_5_5;

use crate::rule::Rule;
use crate::rules::nations::{acknowledgement, amendment, approval, consideration, review};

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] = &[
    acknowledgement::SCO_5_1,
    review::SCO_5_2,
    consideration::SCO_5_3,
    approval::SCO_5_4,
    amendment::SCO_AMEND,
    sco_5_5::RULE,
    sco_10::RULE,
];
