//! NI-SIGN: No pair of signatures in Northern Ireland.

use crate::rule::Rule;
use crate::rules::wal::wal_sign;
use ags_law::Scope;

/// NI-SIGN.
pub const RULE: Rule = Rule {
    code: "NI-SIGN",
    name: "no-pair-of-signatures-in-northern-ireland",
    rationale: "The regulations of Northern Ireland name nobody who signs; the Framework has both sign on \
        behalf of the authority. FW16-SIGN asks the same for the years of the Framework of 2016.",
    citations: &[
        ags_law::NORTHERN_IRELAND_2015.at("reg. 4, which names no signatory", super::REGULATION_4),
        ags_law::FRAMEWORK_2016.part("the annual governance statement"),
    ],
    scope: Scope::NORTHERN_IRELAND,
    ..wal_sign::RULE
};
