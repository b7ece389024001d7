//! WAL-5-3: Findings not considered in Wales.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// WAL-5-3.
pub const RULE: Rule = Rule {
    code: "WAL-5-3",
    name: "findings-not-considered-in-wales",
    requirement: "The findings of the review were considered by a committee, or the members meeting as a whole; \
        in a smaller body only the members as a whole.",
    method: "A body that may do so considered the findings of the review, after it was completed and not \
        after the statement was approved. In Wales only the members as a whole may act for a smaller \
        body; it is taken for a larger one where its category is not given. The regulations set no day \
        for it: the day by which the accounts must be approved is taken, since the statement goes with \
        them.",
    rationale: "Those who answer for the authority must have heard what the review found before they put their \
        name to it.",
    limitations: "How closely the meeting looked, and what the remit of a committee says.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::WALES_2014.at("reg. 5(3)", super::PART_3)],
    scope: Scope::WALES,
    uses_prior_year: false,
    check: Check::Statement(sign_off::consideration),
};
