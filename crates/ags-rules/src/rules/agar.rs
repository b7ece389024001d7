//! The return of a smaller authority in England: the assertions of Section 1, and how both sections came
//! about.
//!
//! What has been done is read through [`AgarContext`](crate::context::AgarContext), which knows what day it
//! is.

pub mod agar_1;
pub mod agar_10;
pub mod agar_2;
pub mod agar_3;
pub mod agar_4;
pub mod agar_5;
pub mod agar_6;
pub mod agar_7;
pub mod agar_8;
pub mod agar_9;
pub mod agar_appr;
pub mod agar_evid;
pub mod agar_exempt;
pub mod agar_expl;
pub mod agar_form;
pub mod agar_ia;
pub mod agar_order;
pub mod agar_pub;
pub mod agar_rights;
pub mod agar_sign;

mod applicability;
mod assertion;
mod citations;
mod public_rights;
#[cfg(test)]
mod tests;

use crate::rule::Rule;

/// The rules of the return, in the order reports list them: the form, the assertions, the answers, then the
/// steps from the internal audit report to publication.
pub static RULES: &[Rule] = &[
    agar_form::RULE,
    agar_1::RULE,
    agar_2::RULE,
    agar_3::RULE,
    agar_4::RULE,
    agar_5::RULE,
    agar_6::RULE,
    agar_7::RULE,
    agar_8::RULE,
    agar_9::RULE,
    agar_10::RULE,
    agar_expl::RULE,
    agar_evid::RULE,
    agar_ia::RULE,
    agar_appr::RULE,
    agar_order::RULE,
    agar_sign::RULE,
    agar_rights::RULE,
    agar_pub::RULE,
    agar_exempt::RULE,
];
