//! SCO-5-3: Findings not considered in Scotland.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// SCO-5-3.
pub const RULE: Rule = Rule {
    code: "SCO-5-3",
    name: "findings-not-considered-in-scotland",
    requirement: "The findings of the review were considered by the authority, or a committee whose remit \
        includes audit or governance.",
    method: "A body that may do so considered the findings of the review, after it was completed and not \
        after the statement was approved. A committee whose name does not speak of audit or governance is \
        put to a person. The regulations set no day for it: the day by which the accounts must be \
        approved is taken, since the statement goes with them.",
    rationale: "Those who answer for the authority must have heard what the review found before they put their \
        name to it.",
    limitations: "How closely the meeting looked, and what the remit of a committee says.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::SCOTLAND_2014.at("reg. 5(3)", super::PART_2)],
    scope: Scope::SCOTLAND,
    uses_prior_year: false,
    check: Check::Statement(sign_off::consideration),
};
