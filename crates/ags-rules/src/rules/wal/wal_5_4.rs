//! WAL-5-4: No approval on the findings in Wales.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// WAL-5-4.
pub const RULE: Rule = Rule {
    code: "WAL-5-4",
    name: "no-approval-on-the-findings-in-wales",
    requirement: "The statement on internal control was approved by the body that considered the findings.",
    method: "The body that considered the findings approved the statement by resolution, and a minute \
        records it. Where another body approved it, a person is asked. The law calls it a statement on \
        internal control, and councils an annual governance statement: they are one. The regulations set \
        no day for it: the day by which the accounts must be approved is taken, since the statement goes \
        with them.",
    rationale: "Approval is an act of those who answer for the authority, and who know what the review found; \
        to note or to endorse is none.",
    limitations: "Whether the meeting was quorate and the minute is right. Whether the statement is \
        prepared in accordance with proper practices is the business of the rules whose codes begin with \
        FW16.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::WALES_2014.at("reg. 5(4)", super::PART_3)],
    scope: Scope::WALES,
    uses_prior_year: false,
    check: Check::Statement(sign_off::approval_on_the_findings),
};
