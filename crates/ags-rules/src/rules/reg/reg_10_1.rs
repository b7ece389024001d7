//! REG-10-1: Approved statement not published in time.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::publication;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::PublishedWith;

/// REG-10-1.
pub const RULE: Rule = Rule {
    code: "REG-10-1",
    name: "approved-statement-not-published-in-time",
    title: "Approved statement not published in time",
    requirement: "The approved statement is published with the accounts and the narrative statement by the \
        last day.",
    method: "The approved statement was published on the authority's website by the last day set for \
        its year, \
        after it and the accounts were approved, with the accounts and the narrative statement. A question \
        is asked about a publication after that day with a notice that the audit is not finished.",
    rationale: "Readers should be able to read how the authority was governed together with the figures, \
        in good time.",
    limitations: "Whether the address works, whether the auditor's opinion is included, and how soon after \
        the auditor's findings a late statement was published. From 2023/24 to 2027/28 the dates in \
        regulation 9A are used as the last days.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 10(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/10"),
        ags_law::AMENDMENT_2020
            .at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2020/404/regulation/2/made"),
        ags_law::AMENDMENT_2021
            .at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2021/263/regulation/2/made"),
        ags_law::AMENDMENT_2022
            .at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2022/708/regulation/2/made"),
        ags_law::AMENDMENT_2024
            .at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2024/907/regulation/2/made"),
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let with =
        [(PublishedWith::Accounts, "accounts"), (PublishedWith::NarrativeStatement, "narrative statement")];
    let needs = "Publish the approved statement on the authority's website, with the accounts and the \
        narrative statement.";
    publication::as_approved(context, Category::One, &with, needs)
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Notice, Published, PublishedWith, SignOff, Statement};

    fn published(spoil: impl FnOnce(&mut Published)) -> Statement {
        let mut statement = sample::statement();
        spoil(statement.sign_off.publication.as_approved.as_mut().unwrap());
        statement
    }

    fn noticed(mut statement: Statement) -> Statement {
        statement.sign_off.publication.late_accounts_notice = Some(Notice {
            on: day(2022, 12, 1),
            reason: "The audit is not finished.".parse().unwrap(),
            source: Provenance::Declared,
        });
        statement
    }

    #[test]
    fn the_last_day_is_in_time_and_the_day_after_is_not() {
        assert_eq!(sample::check(&RULE, &sample::statement()), Outcome::Met);
        let late = published(|published| published.on = day(2022, 12, 1));
        let answer = sample::check_on(&RULE, &late, day(2022, 12, 31));
        assert!(matches!(answer, Outcome::NotMet { .. }), "{answer:?}");
        let answer = sample::check_on(&RULE, &noticed(late), day(2022, 12, 31));
        assert!(matches!(answer, Outcome::NeedsReview { .. }), "{answer:?}");
    }

    #[test]
    fn the_day_of_approval_is_late_enough_and_the_day_before_is_not() {
        let on = |on| sample::check(&RULE, &published(|published| published.on = on));
        assert_eq!(on(day(2022, 11, 29)), Outcome::Met);
        assert!(matches!(on(day(2022, 11, 28)), Outcome::NotMet { .. }));
    }

    #[test]
    fn what_nobody_approved_cannot_be_published_as_approved() {
        let mut statement = sample::statement();
        statement.sign_off.approvals.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn both_documents_must_be_with_it() {
        let without = |kind| published(|published| published.with.retain(|with| *with != kind));
        for kind in [PublishedWith::Accounts, PublishedWith::NarrativeStatement] {
            let Outcome::NotMet { findings } = sample::check(&RULE, &without(kind)) else {
                panic!("{kind:?}")
            };
            assert_eq!(findings.len(), 1);
        }
    }

    #[test]
    fn what_is_not_said_is_a_doubt() {
        let silent = published(|published| published.with.clear());
        assert!(matches!(sample::check(&RULE, &silent), Outcome::Indeterminate { .. }));
        let nowhere = published(|published| published.url = None);
        assert!(matches!(sample::check(&RULE, &nowhere), Outcome::Indeterminate { .. }));
        let mut statement = sample::statement();
        statement.sign_off.accounts = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn every_fault_is_found_and_not_only_the_first() {
        let spoilt = published(|published| {
            published.on = day(2022, 12, 1);
            published.with = vec![PublishedWith::RightsStatement];
        });
        let Outcome::NotMet { findings } = sample::check_on(&RULE, &spoilt, day(2022, 12, 1)) else {
            panic!("three faults")
        };
        assert_eq!(findings.len(), 3);
    }

    #[test]
    fn a_draft_is_due_until_the_last_day_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let draft = sample::check_on(&RULE, &statement, day(2022, 5, 31));
        assert!(matches!(draft, Outcome::NotDueYet { due, .. } if due == day(2022, 9, 30)), "{draft:?}");
        let moved = sample::check_on(&RULE, &statement, day(2022, 7, 22));
        assert!(matches!(moved, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{moved:?}");
        assert!(matches!(sample::check_on(&RULE, &statement, day(2022, 11, 30)), Outcome::NotDueYet { .. }));
        let late = sample::check_on(&RULE, &statement, day(2022, 12, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
        let backstop = sample::check_on(&RULE, &noticed(statement), day(2024, 9, 30));
        assert!(
            matches!(backstop, Outcome::NotDueYet { due, .. } if due == day(2024, 12, 13)),
            "{backstop:?}"
        );
    }

    #[test]
    fn a_last_day_that_nobody_confirmed_is_put_to_a_person() {
        let mut statement = sample::statement();
        statement.review.year = Some("2015/16".parse().unwrap());
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
    }
}
