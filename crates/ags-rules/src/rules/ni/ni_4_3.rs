//! NI-4-3: Findings not considered in Northern Ireland.

use crate::rule::Rule;
use crate::rules::sco::sco_5_3;
use ags_law::Scope;

/// NI-4-3.
pub const RULE: Rule = Rule {
    code: "NI-4-3",
    name: "findings-not-considered-in-northern-ireland",
    requirement: "The findings of the review were considered by the council as a whole, or a committee whose \
        remit includes audit or governance.",
    citations: &[ags_law::NORTHERN_IRELAND_2015.at("reg. 4(3)", super::REGULATION_4)],
    scope: Scope::NORTHERN_IRELAND,
    ..sco_5_3::RULE
};
