//! WAL-5-2: No review of the year in Wales.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// WAL-5-2.
pub const RULE: Rule = Rule {
    code: "WAL-5-2",
    name: "no-review-of-the-year-in-wales",
    requirement: "The effectiveness of the system of internal control was reviewed for the year.",
    method: "A review of the effectiveness of the system of internal control covers the year of the \
        statement, and was completed after that year began and not after the statement was approved. One \
        that was completed before the last day of the year is put to a person, since it cannot have seen \
        the whole year. The regulations set no day for it: the day by which the accounts must be approved \
        is taken, since the statement goes with them.",
    rationale: "The statement reports what the review found; without the review it reports nothing.",
    limitations: "Whether the review was thorough.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::WALES_2014.at("reg. 5(2)", super::PART_3)],
    scope: Scope::WALES,
    uses_prior_year: false,
    check: Check::Statement(sign_off::review),
};
