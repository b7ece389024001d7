//! The signatures under a statement where the regulations name nobody who signs it.
//!
//! - WAL-SIGN: No pair of signatures in Wales.
//! - NI-SIGN: No pair of signatures in Northern Ireland.

use super::legislation;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines::publish_by;
use crate::rules::signatures;
use ags_law::{Citation, Scope};
use ags_report::{Outcome, Severity};

/// What the law of a nation has of its own.
struct Law {
    code: &'static str,
    name: &'static str,
    title: &'static str,
    rationale: &'static str,
    citations: &'static [Citation],
    scope: Scope,
}

/// The rule in the law of a nation; what is written here is the same in all of them.
const fn rule(law: &Law) -> Rule {
    Rule {
        code: law.code,
        name: law.name,
        title: law.title,
        requirement: "The leading member and the chief executive signed the statement, once it was \
            approved.",
        method: "The leading member and the chief executive, or whoever holds the like office, signed the \
        statement, each on the day it was approved or later.",
        rationale: law.rationale,
        limitations: "Whether whoever signed held the office.",
        severity: Severity::ProperPractice,
        status: Status::Preview,
        citations: law.citations,
        scope: law.scope,
        uses_prior_year: false,
        check: Check::Statement(check),
    }
}

/// WAL-SIGN.
pub const WAL_SIGN: Rule = rule(&Law {
    code: "WAL-SIGN",
    name: "no-pair-of-signatures-in-wales",
    title: "No pair of signatures in Wales",
    rationale: "The regulations of Wales name nobody who signs; the Framework has both sign on behalf of \
        the authority. FW16-SIGN asks the same for the years of the Framework of 2016.",
    citations: &[
        legislation::wales("reg. 5, which names no signatory"),
        ags_law::FRAMEWORK_2016.part("the annual governance statement"),
    ],
    scope: Scope::WALES,
});

/// NI-SIGN.
pub const NI_SIGN: Rule = rule(&Law {
    code: "NI-SIGN",
    name: "no-pair-of-signatures-in-northern-ireland",
    title: "No pair of signatures in Northern Ireland",
    rationale: "The regulations of Northern Ireland name nobody who signs; the Framework has both sign on \
        behalf of the authority. FW16-SIGN asks the same for the years of the Framework of 2016.",
    citations: &[
        legislation::northern_ireland("reg. 4, which names no signatory"),
        ags_law::FRAMEWORK_2016.part("the annual governance statement"),
    ],
    scope: Scope::NORTHERN_IRELAND,
});

fn check(context: &StatementContext<'_>) -> Outcome {
    signatures::pair(context, publish_by(context))
}
