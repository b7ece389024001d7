//! SCO-5-1: Control not acknowledged in Scotland.

use crate::rule::Rule;
use crate::rules::wal::wal_5_1;
use ags_law::Scope;

/// SCO-5-1.
pub const RULE: Rule = Rule {
    code: "SCO-5-1",
    name: "control-not-acknowledged-in-scotland",
    citations: &[ags_law::SCOTLAND_2014.at("reg. 5(1)", super::PART_2)],
    scope: Scope::SCOTLAND,
    ..wal_5_1::RULE
};
