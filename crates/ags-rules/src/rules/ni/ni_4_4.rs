//! NI-4-4: No approval on the findings in Northern Ireland.

use crate::rule::Rule;
use crate::rules::sco::sco_5_4;
use ags_law::Scope;

/// NI-4-4.
pub const RULE: Rule = Rule {
    code: "NI-4-4",
    name: "no-approval-on-the-findings-in-northern-ireland",
    citations: &[ags_law::NORTHERN_IRELAND_2015.at("reg. 4(4)", super::REGULATION_4)],
    scope: Scope::NORTHERN_IRELAND,
    ..sco_5_4::RULE
};
