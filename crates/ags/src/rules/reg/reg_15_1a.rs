//! REG-15-1A: no notice of late public rights.

use crate::case::Case;
use crate::law::{self, Source};
use crate::rule::{Binds, Check, Outcome, Rule, Severity, Status};
use crate::rules::notice::Late;
use crate::rules::{reg, undone};

/// REG-15-1A.
pub const RULE: Rule = Rule {
    code: "REG-15-1A",
    name: "no-notice-of-late-public-rights",
    asks: "A notice gives the reason where the public rights period does not begin in time.",
    checks: "Where the period for the exercise of public rights had not begun by the last day to begin it, a \
        notice says so and gives the reason, on or after that day and before the period begins.",
    why: "The public that comes to look at the books on the day must find why they are closed.",
    cannot_tell: "Whether the notice came as soon as was reasonably practicable, and whether its reason is true. \
        That the period was late is the business of REG-15-1.",
    severity: Severity::Statute,
    status: Status::Stable,
    cites: &[
        law::AAR_2015.at("reg. 15(1A)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
        law::AMENDMENT_2021.at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2021/263/regulation/2/made"),
    ],
    binds: Binds { from: 2020, ..Binds::ENGLAND },
    check: Check::Statement(check),
};

fn check(case: &Case<'_>) -> Outcome {
    let at = reg::publication(case, "late_rights_notice");
    let due = match reg::category(case).and_then(|category| reg::begin(case, category, &at)) {
        Ok(begin) => begin.by,
        Err(unknown) => return unknown,
    };
    if due.source == Source::Unconfirmed {
        return undone::unconfirmed(at, "The public rights period may have begun late", &due);
    }
    let rights = case.statement.sign_off.accounts.as_ref().and_then(|accounts| accounts.rights);
    let begun = rights.map(|rights| rights.first).filter(|first| *first <= case.as_at);
    Late {
        at,
        last: due.day,
        done: begun,
        notice: case.late_rights_notice(),
        was_done: "The public rights period had begun by",
        was_not: "The public rights period had not begun by",
        what: "beginning of the period",
    }
    .noticed(case.as_at)
}
