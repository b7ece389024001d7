//! REG-10-2: No notice of late publication.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::deadlines;
use crate::rules::notice::Late;
use crate::rules::pointers;
use ags_law::Scope;
use ags_law::{Milestone, SourceStatus};
use ags_report::{Outcome, Severity};

/// REG-10-2.
pub const RULE: Rule = Rule {
    code: "REG-10-2",
    name: "no-notice-of-late-publication",
    title: "No notice of late publication",
    requirement: "A notice gives the reason where the accounts and the statement are not published by the \
        last day.",
    method: "Where the statement and accounts were not published by the last day, a notice says so and \
        gives the reason, on or after that day and before they are published.",
    rationale: "Members of the public who look for the accounts on the last day should find why they are \
        not published.",
    limitations: "Whether the notice was published as soon as reasonably practicable, and whether its \
        reason is true.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 10(2)(a)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/10"),
        ags_law::AMENDMENT_2022
            .at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2022/708/regulation/2/made"),
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let at = pointers::publication(context, "late_accounts_notice");
    let Some(deadline) = ags_law::deadline(Milestone::Publish, context.year, Category::One, context.as_at)
    else {
        return deadlines::no_last_day(context.year, at);
    };
    let notice = context.late_accounts_notice();
    if deadline.source_status == SourceStatus::Unconfirmed {
        let says = if notice.is_some() { "There is a notice" } else { "There is no notice" };
        return deadlines::unconfirmed(at, says, &deadline);
    }
    Late {
        pointer: at,
        last: deadline.day,
        done: context.as_approved().map(|published| published.on),
        notice,
        was_done: "The statement was published by",
        was_not: "Nothing was published by",
        what: "publication",
    }
    .noticed(context.as_at)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use governance_model::Provenance;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Notice, SignOff, Statement};

    fn unpublished(notice: Option<NaiveDate>) -> Statement {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        statement.sign_off.publication.late_accounts_notice = notice.map(|on| Notice {
            on,
            reason: "The audit is not finished.".parse().unwrap(),
            source: Provenance::Declared,
        });
        statement
    }

    fn check(statement: &Statement) -> Outcome {
        sample::check_on(&RULE, statement, day(2022, 12, 31))
    }

    #[test]
    fn on_the_last_day_no_notice_is_needed_and_on_the_next_it_is() {
        let statement = unpublished(None);
        let last = sample::check_on(&RULE, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotApplicable { .. }), "{last:?}");
        let next = sample::check_on(&RULE, &statement, day(2022, 12, 1));
        assert!(matches!(next, Outcome::NotMet { .. }), "{next:?}");
    }

    #[test]
    fn published_on_the_last_day_needs_none_and_on_the_next_does() {
        let mut statement = sample::statement();
        assert!(matches!(check(&statement), Outcome::NotApplicable { .. }));
        statement.sign_off.publication.as_approved.as_mut().unwrap().on = day(2022, 12, 1);
        assert!(matches!(check(&statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_notice_on_the_last_day_is_enough_and_one_before_is_a_question() {
        assert_eq!(check(&unpublished(Some(day(2022, 11, 30)))), Outcome::Met);
        let early = check(&unpublished(Some(day(2022, 11, 29))));
        assert!(matches!(early, Outcome::NeedsReview { .. }), "{early:?}");
    }

    #[test]
    fn a_notice_without_a_reason_and_one_that_comes_after_are_both_faults() {
        let mut statement = unpublished(Some(day(2022, 12, 20)));
        statement.sign_off.publication.as_approved = sample::statement().sign_off.publication.as_approved;
        statement.sign_off.publication.as_approved.as_mut().unwrap().on = day(2022, 12, 20);
        assert_eq!(check(&statement), Outcome::Met);
        statement.sign_off.publication.as_approved.as_mut().unwrap().on = day(2022, 12, 19);
        statement.sign_off.publication.late_accounts_notice.as_mut().unwrap().reason = " ".parse().unwrap();
        let Outcome::NotMet { findings } = check(&statement) else { panic!("two faults") };
        assert_eq!(findings.len(), 2);
    }

    #[test]
    fn a_last_day_that_nobody_confirmed_is_put_to_a_person() {
        let mut statement = unpublished(None);
        statement.review.year = Some("2016/17".parse().unwrap());
        assert!(matches!(check(&statement), Outcome::NeedsReview { .. }));
    }
}
