//! NI-4-1: Control not acknowledged in Northern Ireland.

use crate::law;
use crate::rule::{Binds, Rule};
use crate::rules::wal::wal_5_1;

/// NI-4-1.
pub const RULE: Rule = Rule {
    code: "NI-4-1",
    name: "control-not-acknowledged-in-northern-ireland",
    cites: &[law::NORTHERN_IRELAND_2015.at("reg. 4(1)", super::REGULATION_4)],
    binds: Binds::NORTHERN_IRELAND,
    ..wal_5_1::RULE
};
