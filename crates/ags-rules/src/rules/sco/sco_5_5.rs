//! SCO-5-5: Signatures not complete in Scotland.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines::publish_by;
use crate::rules::nations::legislation;
use crate::rules::signatures;
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// SCO-5-5.
pub const RULE: Rule = Rule {
    code: "SCO-5-5",
    name: "signatures-not-complete-in-scotland",
    title: "Signatures not complete in Scotland",
    requirement: "The Chief Executive and the Leader of the Council signed the statement.",
    method: "The Leader of the Council and the Chief Executive signed the statement, each on the date of \
        approval or later. The Leader is the convener, or the councillor who has that title for the \
        purposes of remuneration. They may sign until the deadline for publishing the accounts.",
    rationale: "Scotland alone requires both signatures by law.",
    limitations: "Whether those who signed held the office.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        legislation::scotland("reg. 5(5)"),
        ags_law::SCOTLAND_2014.at("reg. 3", "https://www.legislation.gov.uk/ssi/2014/200/regulation/3/made"),
    ],
    scope: Scope::SCOTLAND,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    signatures::pair(context, publish_by(context))
}
