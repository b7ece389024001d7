//! NI-4-1: Control not acknowledged in Northern Ireland.

use crate::rule::Rule;
use crate::rules::wal::wal_5_1;
use ags_law::Scope;

/// NI-4-1.
pub const RULE: Rule = Rule {
    code: "NI-4-1",
    name: "control-not-acknowledged-in-northern-ireland",
    citations: &[ags_law::NORTHERN_IRELAND_2015.at("reg. 4(1)", super::REGULATION_4)],
    scope: Scope::NORTHERN_IRELAND,
    ..wal_5_1::RULE
};
