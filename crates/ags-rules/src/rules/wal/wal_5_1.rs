//! WAL-5-1: Control not acknowledged in Wales.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::responsibility::{self, FUNCTIONS_FINANCE_AND_RISK};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// WAL-5-1.
pub const RULE: Rule = Rule {
    code: "WAL-5-1",
    name: "control-not-acknowledged-in-wales",
    requirement: "The authority acknowledges its responsibility for financial management and a sound system of \
        internal control.",
    method: "The statement acknowledges responsibility for a sound system of internal control, and all \
        three things the regulations name: the effective exercise of functions, adequate and effective \
        financial management, and arrangements for managing risk.",
    rationale: "A reader must know who answers for the system that the statement reports on, and how far it \
        reaches.",
    limitations: "Whether the system is sound; only the review of its effectiveness can.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::WALES_2014.at("reg. 5(1)", super::PART_3)],
    scope: Scope::WALES,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    responsibility::acknowledged(context, FUNCTIONS_FINANCE_AND_RISK)
}
