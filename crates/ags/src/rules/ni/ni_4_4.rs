//! NI-4-4: No approval on the findings in Northern Ireland.

use crate::law;
use crate::rule::{Binds, Rule};
use crate::rules::sco::sco_5_4;

/// NI-4-4.
pub const RULE: Rule = Rule {
    code: "NI-4-4",
    name: "no-approval-on-the-findings-in-northern-ireland",
    cites: &[law::NORTHERN_IRELAND_2015.at("reg. 4(4)", super::REGULATION_4)],
    binds: Binds::NORTHERN_IRELAND,
    ..sco_5_4::RULE
};
