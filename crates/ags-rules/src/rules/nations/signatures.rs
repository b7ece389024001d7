//! The signatures under a statement where the regulations name nobody who signs it.
//!
//! - WAL-SIGN: Signatures not complete in Wales.
//! - NI-SIGN: Signatures not complete in Northern Ireland.

use super::legislation;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines::publish_by;
use crate::rules::signatures;
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// WAL-SIGN.
pub const WAL_SIGN: Rule = Rule {
    code: "WAL-SIGN",
    name: "signatures-not-complete-in-wales",
    title: "Signatures not complete in Wales",
    requirement: "The leading member and the chief executive signed the statement after it was \
        approved.",
    method: "The leading member and the chief executive, or those who hold equivalent offices, signed \
        the statement, each on the date of approval or later.",
    rationale: "The regulations of Wales do not specify who signs; the Framework asks both to sign on \
        behalf of the authority. FW16-SIGN makes the same check for the years of the Framework of 2016.",
    limitations: "Whether those who signed held the office.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: &[
        legislation::wales("reg. 5, which names no signatory"),
        ags_law::FRAMEWORK_2016.part("the annual governance statement"),
    ],
    scope: Scope::WALES,
    check: Check::Statement(check),
};

/// NI-SIGN.
pub const NI_SIGN: Rule = Rule {
    code: "NI-SIGN",
    name: "signatures-not-complete-in-northern-ireland",
    title: "Signatures not complete in Northern Ireland",
    rationale: "The regulations of Northern Ireland do not specify who signs; the Framework asks both to \
        sign on behalf of the authority. FW16-SIGN makes the same check for the years of the Framework of \
        2016.",
    citations: &[
        legislation::northern_ireland("reg. 4, which names no signatory"),
        ags_law::FRAMEWORK_2016.part("the annual governance statement"),
    ],
    scope: Scope::NORTHERN_IRELAND,
    ..WAL_SIGN
};

fn check(context: &StatementContext<'_>) -> Outcome {
    signatures::pair(context, publish_by(context))
}
