//! SCO-5-5: No pair of signatures in Scotland.

use crate::case::Case;
use crate::law;
use crate::rule::{Binds, Check, Outcome, Rule, Severity, Status};
use crate::rules::signatures;
use crate::rules::undone::publish_by;

/// SCO-5-5.
pub const RULE: Rule = Rule {
    code: "SCO-5-5",
    name: "no-pair-of-signatures-in-scotland",
    asks: "The Chief Executive and the Leader of the Council signed the statement.",
    checks: "The Leader of the Council and the Chief Executive signed the statement, each on the day it \
        was approved or later. The Leader is the convener, or the councillor who has that title for the \
        purposes of pay. They may still sign until the day by which the accounts must be published.",
    why: "Scotland alone makes both signatures a duty in law: the two who lead the authority put their \
        names to what it says.",
    cannot_tell: "Whether whoever signed held the office.",
    severity: Severity::Statute,
    status: Status::Stable,
    cites: &[
        law::SCOTLAND_2014.at("reg. 5(5)", super::PART_2),
        law::SCOTLAND_2014.at("reg. 3", "https://www.legislation.gov.uk/ssi/2014/200/regulation/3/made"),
    ],
    binds: Binds::SCOTLAND,
    check: Check::Statement(check),
};

fn check(case: &Case<'_>) -> Outcome {
    signatures::pair(case, publish_by(case))
}
