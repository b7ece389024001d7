//! SCO-5-1: Control not acknowledged in Scotland.

use crate::law;
use crate::rule::{Binds, Rule};
use crate::rules::wal::wal_5_1;

/// SCO-5-1.
pub const RULE: Rule = Rule {
    code: "SCO-5-1",
    name: "control-not-acknowledged-in-scotland",
    cites: &[law::SCOTLAND_2014.at("reg. 5(1)", super::PART_2)],
    binds: Binds::SCOTLAND,
    ..wal_5_1::RULE
};
