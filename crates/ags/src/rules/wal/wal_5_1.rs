//! WAL-5-1: Control not acknowledged in Wales.

use crate::case::Case;
use crate::law;
use crate::rule::{Binds, Check, Outcome, Rule, Severity, Status};
use crate::rules::responsibility::{self, FUNCTIONS_FINANCE_AND_RISK};

/// WAL-5-1.
pub const RULE: Rule = Rule {
    code: "WAL-5-1",
    name: "control-not-acknowledged-in-wales",
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
    cites: &[law::WALES_2014.at("reg. 5(1)", super::PART_3)],
    binds: Binds::WALES,
    check: Check::Statement(check),
};

fn check(case: &Case<'_>) -> Outcome {
    responsibility::acknowledged(case, FUNCTIONS_FINANCE_AND_RISK)
}
