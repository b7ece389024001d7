//! REG-14: Public rights period not 30 working days.

use governance_model::Nation;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::RIGHTS_PERIOD;
use ags_law::Scope;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::RightsPeriod;
use ags_statement::english;

/// REG-14.
pub const RULE: Rule = Rule {
    code: "REG-14",
    name: "public-rights-period-not-30-working-days",
    title: "Public rights period not 30 working days",
    requirement: "The period for the exercise of public rights is a single period of 30 working days.",
    method: "From the first to the last day of the period for the exercise of public rights, inclusive, \
        there are exactly 30 working days. A Saturday, a Sunday, Christmas Day, Good Friday and a bank \
        holiday in England are not working days. A future period is counted too.",
    rationale: "A shorter period takes away a right, and a longer one misleads, because an objection after \
        the thirtieth day has no effect.",
    limitations: "Whether the accounts were available on each of the days. When the period must begin is \
        checked by REG-15-1.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 14(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/14"),
        ags_law::AAR_2015.at("reg. 2(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/2"),
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

const AT: Pointer = Pointer::fixed("/sign_off/accounts/rights");

fn check(context: &StatementContext<'_>) -> Outcome {
    let accounts = context.statement.sign_off.accounts.as_ref();
    let Some(RightsPeriod { first, last }) = accounts.and_then(|accounts| accounts.rights) else {
        return Outcome::not_applicable("No period for the exercise of public rights is recorded.");
    };
    let Some(length) = ags_law::working_days(Nation::England, first, last) else {
        let years = format!("{} and {}", first.format("%Y"), last.format("%Y"));
        return Outcome::indeterminate(AT, format!("The bank holidays of {years} are not known."));
    };
    if length == RIGHTS_PERIOD {
        return Outcome::Met;
    }
    let thirtieth =
        first.pred_opt().and_then(|day| ags_law::nth_working_day_after(Nation::England, day, RIGHTS_PERIOD));
    let fix = thirtieth.map_or_else(
        || "Set a single period of 30 working days.".into(),
        |day| {
            format!(
                "Set a single period of 30 working days; from that day it ends on {}.",
                english::date(day)
            )
        },
    );
    let days = if length == 1 { "day" } else { "days" };
    let (first, last) = (english::date(first), english::date(last));
    let says = format!(
        "The period for the exercise of public rights runs from {first} to {last}: {length} working {days}, \
         not {RIGHTS_PERIOD}."
    );
    Outcome::not_met(AT.key("last"), says, fix)
}
