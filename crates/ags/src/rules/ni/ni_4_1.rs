//! NI-4-1: Control not acknowledged in Northern Ireland.

use crate::case::Case;
use crate::law;
use crate::rule::{Binds, Check, Outcome, Rule, Severity, Status};
use crate::rules::responsibility::{self, FUNCTIONS_FINANCE_AND_RISK};

/// NI-4-1.
pub const RULE: Rule = Rule {
    code: "NI-4-1",
    name: "control-not-acknowledged-in-northern-ireland",
    asks: "The authority acknowledges its responsibility for financial management and a sound system of \
        internal control.",
    checks: "The statement acknowledges responsibility for a sound system of internal control, and all \
        three things the regulations name: the effective exercise of functions, adequate and effective \
        financial management, and arrangements for managing risk.",
    why: "A reader must know who answers for the system that the statement reports on, and how far it \
        reaches.",
    cannot_tell: "Whether the system is sound; only the review of its effectiveness can.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    cites: &[law::NORTHERN_IRELAND_2015.at("reg. 4(1)", super::REGULATION_4)],
    binds: Binds::NORTHERN_IRELAND,
    check: Check::Statement(check),
};

fn check(case: &Case<'_>) -> Outcome {
    responsibility::acknowledged(case, FUNCTIONS_FINANCE_AND_RISK)
}
