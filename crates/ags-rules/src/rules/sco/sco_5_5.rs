//! SCO-5-5: No pair of signatures in Scotland.

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
    name: "no-pair-of-signatures-in-scotland",
    title: "No pair of signatures in Scotland",
    requirement: "The Chief Executive and the Leader of the Council signed the statement.",
    method: "The Leader of the Council and the Chief Executive signed the statement, each on the day it \
        was approved or later. The Leader is the convener, or the councillor who has that title for the \
        purposes of pay. They may still sign until the day by which the accounts must be published.",
    rationale: "Scotland alone makes both signatures a duty in law: the two who lead the authority put \
        their names to what it says.",
    limitations: "Whether whoever signed held the office.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        legislation::scotland("reg. 5(5)"),
        ags_law::SCOTLAND_2014.at("reg. 3", "https://www.legislation.gov.uk/ssi/2014/200/regulation/3/made"),
    ],
    scope: Scope::SCOTLAND,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    signatures::pair(context, publish_by(context))
}
