//! REG-15-1: Public rights period started late.

use chrono::NaiveDate;
use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::category;
use crate::rules::deadlines;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use crate::rules::reg::public_rights::{self, Begin};
use ags_law::Scope;
use ags_law::{Rights, SourceStatus};
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// REG-15-1.
pub const RULE: Rule = Rule {
    code: "REG-15-1",
    name: "public-rights-period-started-late",
    title: "Public rights period started late",
    requirement: "The period for the exercise of public rights includes the days that the law specifies.",
    method: "The period for the exercise of public rights included the first ten working days of the month \
        that the law specifies, or began by its first working day. A question is asked about a period that \
        began late with a notice that gives the reason.",
    rationale: "Interested persons know when to inspect the accounts, at the same time in every authority.",
    limitations: "How soon after a notice a late period began, whether the period lasted 30 working days, \
        and whether the accounts were available during it.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 15(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
        ags_law::AAR_2015.at("reg. 15(1A)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
        ags_law::AMENDMENT_2020
            .at("reg. 2(4)", "https://www.legislation.gov.uk/uksi/2020/404/regulation/2/made"),
        ags_law::AMENDMENT_2021
            .at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2021/263/regulation/2/made"),
        ags_law::AMENDMENT_2021_2
            .at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2021/565/regulation/2/made"),
        ags_law::AMENDMENT_2024
            .at("reg. 2", "https://www.legislation.gov.uk/uksi/2024/907/regulation/2/made"),
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    category::of(context).map_or_else(|unknown| unknown, |category| begun(context, category))
}

fn begun(context: &StatementContext<'_>, category: Category) -> Outcome {
    let at = pointers::accounts_place(context, "rights");
    let Begin { by: begin, tenth } = match public_rights::begin(context, category, &at) {
        Ok(begin) => begin,
        Err(unknown) => return unknown,
    };
    let rights = context.statement.sign_off.accounts.as_ref().and_then(|accounts| accounts.rights);
    let Some(rights) = rights.filter(|rights| rights.first <= context.as_at) else {
        let says = "The period for the exercise of public rights has not begun";
        if context.as_at > begin.day
            && let Some(late) = noticed(context, &at, says)
        {
            return late;
        }
        let needs = "Begin the period for the exercise of public rights on the day after the unaudited \
            accounts and the statement are published.";
        return PendingDuty { pointer: at, message: says, action: needs }.due_by(context, Some(begin));
    };
    let says =
        format!("The period for the exercise of public rights began on {}", english::date(rights.first));
    if begin.source_status == SourceStatus::Unconfirmed {
        return deadlines::unconfirmed(at, &says, &begin);
    }
    let mut findings = Vec::new();
    if rights.last < rights.first {
        let says = format!("{says} but ended earlier, on {}.", english::date(rights.last));
        findings.push(Finding::new(at.key("last"), says, "Correct one of the two dates."));
    } else if begin.rights == Some(Rights::HoldFirstTenWorkingDays) && rights.last < tenth {
        findings.push(ends_too_soon(&at, rights.last, tenth));
    }
    if rights.first > begin.day {
        if findings.is_empty()
            && let Some(late) = noticed(context, &at, &says)
        {
            return late;
        }
        let says = format!("{says}; the last day to begin it was {}.", english::date(begin.day));
        let fix = "Publish a notice that the period began late, with the reason.";
        findings.push(Finding::new(at.key("first"), says, fix));
    }
    Outcome::of(findings)
}

fn ends_too_soon(at: &Pointer, last: NaiveDate, tenth: NaiveDate) -> Finding {
    let says = format!(
        "The public rights period ended on {}, before {}, the tenth working day it must include.",
        english::date(last),
        english::date(tenth)
    );
    Finding::new(at.key("last"), says, "Set a period that includes the first ten working days of the month.")
}

fn noticed(context: &StatementContext<'_>, at: &Pointer, says: &str) -> Option<Outcome> {
    let notice = context.late_rights_notice()?;
    let noticed = english::date(notice.on);
    let question = "Was that as soon as reasonably practicable?";
    Some(Outcome::needs_review(
        at,
        format!(
            "{says}, and a notice dated {noticed} gives the reason. \
        {question}"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use governance_model::{Category, Provenance};

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Notice, RightsPeriod, SignOff, Statement};

    fn period(year: &str, category: Category, first: &str, last: &str) -> Statement {
        let mut statement = sample::statement();
        statement.review.year = Some(year.parse().unwrap());
        statement.local_code.authority.category = Some(category);
        let rights = RightsPeriod { first: first.parse().unwrap(), last: last.parse().unwrap() };
        statement.sign_off.accounts.as_mut().unwrap().rights = Some(rights);
        statement
    }

    fn check(year: &str, category: Category, first: &str, last: &str) -> Outcome {
        let statement = period(year, category, first, last);
        sample::check_on(&RULE, &statement, day(2027, 1, 1))
    }

    #[test]
    fn in_2021_22_the_first_working_day_of_august_is_in_time_and_the_next_is_not() {
        assert_eq!(check("2021/22", Category::One, "2022-08-01", "2022-09-12"), Outcome::Met);
        assert_eq!(check("2021/22", Category::One, "2022-05-31", "2022-07-13"), Outcome::Met);
        let late = check("2021/22", Category::One, "2022-08-02", "2022-09-13");
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn in_2018_19_the_period_holds_the_first_ten_working_days_of_june() {
        assert_eq!(check("2018/19", Category::One, "2019-06-03", "2019-07-12"), Outcome::Met);
        assert_eq!(check("2018/19", Category::One, "2019-05-03", "2019-06-14"), Outcome::Met);
        let late = check("2018/19", Category::One, "2019-06-04", "2019-07-15");
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
        let short = check("2018/19", Category::One, "2019-05-02", "2019-06-13");
        assert!(matches!(short, Outcome::NotMet { .. }), "{short:?}");
    }

    #[test]
    fn category_2_holds_the_first_ten_working_days_of_july() {
        assert_eq!(check("2021/22", Category::Two, "2022-07-01", "2022-08-11"), Outcome::Met);
        let late = check("2021/22", Category::Two, "2022-07-04", "2022-08-12");
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_a_fault() {
        assert_eq!(check("2021/22", Category::One, "2022-07-18", "2022-07-18"), Outcome::Met);
        let backwards = check("2021/22", Category::One, "2022-07-18", "2022-07-17");
        assert!(matches!(backwards, Outcome::NotMet { .. }), "{backwards:?}");
    }

    fn notice(statement: &mut Statement) {
        statement.sign_off.publication.late_rights_notice = Some(Notice {
            on: day(2022, 8, 1),
            reason: "The accounts were not ready.".parse().unwrap(),
            source: Provenance::Declared,
        });
    }

    #[test]
    fn a_late_period_with_a_notice_is_a_question() {
        let mut statement = period("2021/22", Category::One, "2022-08-02", "2022-09-13");
        notice(&mut statement);
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn a_draft_is_due_until_the_first_working_day_of_the_month_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        for before in [day(2022, 5, 31), day(2022, 8, 1)] {
            let draft = sample::check_on(&RULE, &statement, before);
            assert!(matches!(draft, Outcome::NotDueYet { due, .. } if due == day(2022, 8, 1)), "{draft:?}");
        }
        let late = sample::check_on(&RULE, &statement, day(2022, 8, 2));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
        notice(&mut statement);
        let last = sample::check_on(&RULE, &statement, day(2022, 8, 1));
        assert!(matches!(last, Outcome::NotDueYet { .. }), "{last:?}");
        let noticed = sample::check_on(&RULE, &statement, day(2022, 8, 2));
        assert!(matches!(noticed, Outcome::NeedsReview { .. }), "{noticed:?}");
    }

    #[test]
    fn days_that_are_not_known_or_not_confirmed_are_not_judged_by() {
        let unknown = check("2029/30", Category::One, "2030-06-03", "2030-07-12");
        assert!(matches!(unknown, Outcome::Indeterminate { .. }), "{unknown:?}");
        let unconfirmed = check("2016/17", Category::One, "2017-07-03", "2017-08-11");
        assert!(matches!(unconfirmed, Outcome::NeedsReview { .. }), "{unconfirmed:?}");
        let mut uncategorised = sample::statement();
        uncategorised.local_code.authority.category = None;
        uncategorised.local_code.authority.kind = governance_model::AuthorityKind::NotStated;
        assert!(matches!(sample::check(&RULE, &uncategorised), Outcome::Indeterminate { .. }));
    }
}
