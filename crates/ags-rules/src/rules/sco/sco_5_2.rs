//! SCO-5-2: No review of the year in Scotland.

use crate::rule::Rule;
use crate::rules::wal::wal_5_2;
use ags_law::Scope;

/// SCO-5-2.
pub const RULE: Rule = Rule {
    code: "SCO-5-2",
    name: "no-review-of-the-year-in-scotland",
    citations: &[ags_law::SCOTLAND_2014.at("reg. 5(2)", super::PART_2)],
    scope: Scope::SCOTLAND,
    ..wal_5_2::RULE
};
