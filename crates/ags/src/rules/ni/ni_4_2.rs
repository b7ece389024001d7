//! NI-4-2: No review of the year in Northern Ireland.

use crate::law;
use crate::rule::{Binds, Rule};
use crate::rules::wal::wal_5_2;

/// NI-4-2.
pub const RULE: Rule = Rule {
    code: "NI-4-2",
    name: "no-review-of-the-year-in-northern-ireland",
    cites: &[law::NORTHERN_IRELAND_2015.at("reg. 4(2)", super::REGULATION_4)],
    binds: Binds::NORTHERN_IRELAND,
    ..wal_5_2::RULE
};
