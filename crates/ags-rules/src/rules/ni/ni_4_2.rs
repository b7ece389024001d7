//! NI-4-2: No review of the year in Northern Ireland.

use crate::rule::Rule;
use crate::rules::wal::wal_5_2;
use ags_law::Scope;

/// NI-4-2.
pub const RULE: Rule = Rule {
    code: "NI-4-2",
    name: "no-review-of-the-year-in-northern-ireland",
    citations: &[ags_law::NORTHERN_IRELAND_2015.at("reg. 4(2)", super::REGULATION_4)],
    scope: Scope::NORTHERN_IRELAND,
    ..wal_5_2::RULE
};
