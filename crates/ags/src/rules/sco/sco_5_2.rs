//! SCO-5-2: No review of the year in Scotland.

use crate::law;
use crate::rule::{Binds, Rule};
use crate::rules::wal::wal_5_2;

/// SCO-5-2.
pub const RULE: Rule = Rule {
    code: "SCO-5-2",
    name: "no-review-of-the-year-in-scotland",
    cites: &[law::SCOTLAND_2014.at("reg. 5(2)", super::PART_2)],
    binds: Binds::SCOTLAND,
    ..wal_5_2::RULE
};
