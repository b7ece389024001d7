//! REG-9A: Backstop date missed.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use ags_law::Milestone;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// REG-9A.
pub const RULE: Rule = Rule {
    code: "REG-9A",
    name: "backstop-date-missed",
    title: "Backstop date missed",
    requirement: "The approved statement is published by the backstop date.",
    method: "The approved statement was published by the backstop date of its year.",
    rationale: "The backstop dates clear the backlog of audits: whatever the state of the audit, the \
        accounts and the statement are published.",
    limitations: "Whether one of the exceptions in regulation 9A(5), for which a notice is required, \
        applies; a question is asked about it. What was published with the statement is checked by \
        REG-10-1.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 9A", "https://www.legislation.gov.uk/uksi/2015/234/regulation/9A"),
        ags_law::AMENDMENT_2024
            .at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2024/907/regulation/2/made"),
    ],
    scope: Scope { until: Some(2027), ..Scope::ENGLAND_CATEGORY_1 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(deadline) = ags_law::deadline(Milestone::Backstop, context.year, Category::One, context.as_at)
    else {
        return Outcome::not_applicable(format!(
            "On {} the law set no backstop date for {}.",
            english::date(context.as_at),
            context.year
        ));
    };
    let published = context.as_approved();
    let by = |on| on <= deadline.day;
    if published.is_some_and(|published| by(published.on)) {
        return Outcome::Met;
    }
    let at = pointers::publication(context, "as_approved");
    // A notice from before the backstop is one of regulation 10(2).
    let notice = context.late_accounts_notice().filter(|notice| deadline.day <= notice.on);
    if let Some(notice) = notice.filter(|_| !by(context.as_at)) {
        return Outcome::needs_review(
            at,
            format!(
                "The backstop date has passed, with a notice dated {}. Does an exception in regulation \
                    9A(5) apply?",
                english::date(notice.on)
            ),
        );
    }
    let needs = "Publish the approved statement, or a notice that gives the reason that it cannot be \
        published.";
    match published {
        None => PendingDuty {
            pointer: at,
            message: "The approved statement has not been \
                published",
            action: needs,
        }
        .due_by(context, Some(deadline)),
        Some(published) => {
            let says = format!("The statement was published on {}", english::date(published.on));
            PendingDuty { pointer: at.key("on"), message: &says, action: needs }
                .due_by(context, Some(deadline))
        }
    }
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Notice, SignOff, Statement};

    fn noticed(on: chrono::NaiveDate) -> Statement {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let reason = "An objection is open.".parse().unwrap();
        statement.sign_off.publication.late_accounts_notice =
            Some(Notice { on, reason, source: Provenance::Declared });
        statement
    }

    #[test]
    fn the_backstop_of_2021_22_is_13_december_2024() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let unknown = sample::check_on(&RULE, &statement, day(2024, 9, 29));
        assert!(matches!(unknown, Outcome::NotApplicable { .. }), "{unknown:?}");
        for before in [day(2024, 9, 30), day(2024, 12, 13)] {
            let draft = sample::check_on(&RULE, &statement, before);
            assert!(matches!(draft, Outcome::NotDueYet { due, .. } if due == day(2024, 12, 13)), "{draft:?}");
        }
        let late = sample::check_on(&RULE, &statement, day(2024, 12, 14));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn published_on_the_backstop_date_is_in_time_and_a_day_later_is_not() {
        let on = |on| {
            let mut statement = sample::statement();
            statement.sign_off.publication.as_approved.as_mut().unwrap().on = on;
            sample::check_on(&RULE, &statement, day(2025, 1, 31))
        };
        assert_eq!(on(day(2024, 12, 13)), Outcome::Met);
        let Outcome::NotMet { findings } = on(day(2024, 12, 14)) else { panic!("a day late") };
        assert_eq!(
            findings[0].message,
            "The statement was published on 14 December 2024; the last day was 13 December 2024."
        );
    }

    #[test]
    fn a_notice_on_the_backstop_date_is_a_question_and_an_earlier_one_was_for_the_audit() {
        let backstop = sample::check_on(&RULE, &noticed(day(2024, 12, 13)), day(2024, 12, 31));
        assert!(matches!(backstop, Outcome::NeedsReview { .. }), "{backstop:?}");
        let audit = sample::check_on(&RULE, &noticed(day(2022, 12, 1)), day(2024, 12, 31));
        assert!(matches!(audit, Outcome::NotMet { .. }), "{audit:?}");
    }

    #[test]
    fn it_ends_with_2027_28() {
        let mut statement = sample::statement();
        let later = day(2029, 12, 31);
        statement.review.year = Some("2027/28".parse().unwrap());
        assert_eq!(sample::check_on(&RULE, &statement, later), Outcome::Met);
        statement.review.year = Some("2028/29".parse().unwrap());
        assert!(matches!(sample::check_on(&RULE, &statement, later), Outcome::NotApplicable { .. }));
    }
}
