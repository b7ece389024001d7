//! WAL-SIGN: No pair of signatures in Wales.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines::publish_by;
use crate::rules::signatures;
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// WAL-SIGN.
pub const RULE: Rule = Rule {
    code: "WAL-SIGN",
    name: "no-pair-of-signatures-in-wales",
    requirement: "The leading member and the chief executive signed the statement, once it was approved.",
    method: "The leading member and the chief executive, or whoever holds the like office, signed the \
        statement, each on the day it was approved or later.",
    rationale: "The regulations of Wales name nobody who signs; the Framework has both sign on behalf of the \
        authority. FW16-SIGN asks the same for the years of the Framework of 2016.",
    limitations: "Whether whoever signed held the office.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: &[
        ags_law::WALES_2014.at("reg. 5, which names no signatory", super::PART_3),
        ags_law::FRAMEWORK_2016.part("the annual governance statement"),
    ],
    scope: Scope::WALES,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    signatures::pair(context, publish_by(context))
}
