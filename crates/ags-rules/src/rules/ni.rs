//! Local Government (Accounts and Audit) Regulations (Northern Ireland) 2015.

pub mod ni_8;

use crate::rule::Rule;
use crate::rules::nations::{acknowledgement, amendment, approval, consideration, review, signatures};

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] = &[
    acknowledgement::NI_4_1,
    review::NI_4_2,
    consideration::NI_4_3,
    approval::NI_4_4,
    amendment::NI_AMEND,
    ni_8::RULE,
    signatures::NI_SIGN,
];
