//! SCO-5-4: No approval on the findings in Scotland.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// SCO-5-4.
pub const RULE: Rule = Rule {
    code: "SCO-5-4",
    name: "no-approval-on-the-findings-in-scotland",
    requirement: "The annual governance statement was approved by the body that considered the findings.",
    method: "The body that considered the findings approved the statement by resolution, and a minute \
        records it. Where another body approved it, a person is asked. The regulations set no day for it: \
        the day by which the accounts must be approved is taken, since the statement goes with them.",
    rationale: "Approval is an act of those who answer for the authority, and who know what the review found; \
        to note or to endorse is none.",
    limitations: "Whether the meeting was quorate and the minute is right. Whether the statement is \
        prepared in accordance with proper practices is the business of the rules whose codes begin with \
        FW16.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::SCOTLAND_2014.at("reg. 5(4)", super::PART_2)],
    scope: Scope::SCOTLAND,
    uses_prior_year: false,
    check: Check::Statement(sign_off::approval_on_the_findings),
};
