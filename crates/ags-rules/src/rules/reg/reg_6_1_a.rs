//! REG-6-1-A: no review of the year.

use crate::rule::{Check, Rule, Status};
use crate::rules::sign_off;
use ags_law::Scope;
use ags_report::Severity;

/// REG-6-1-A.
pub const RULE: Rule = Rule {
    code: "REG-6-1-A",
    name: "no-review-of-the-year",
    requirement: "The effectiveness of the system of internal control was reviewed for the year.",
    method: "A review of the effectiveness of the system of internal control was made for the year: it covers \
        that year, and was completed after the year began and not after the statement was approved. One \
        that was completed before the last day of the year is put to a person, since it cannot have seen \
        the whole year.",
    rationale: "The statement reports what the review found; without the review it reports nothing.",
    limitations: "Whether the review was thorough.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(1)(a)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND,
    uses_prior_year: false,
    check: Check::Statement(sign_off::review),
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::Statement;

    fn completed(on: chrono::NaiveDate) -> Statement {
        let mut statement = sample::statement();
        statement.review.process.as_mut().unwrap().completed = Some(on);
        statement
    }

    #[test]
    fn a_review_on_the_day_of_approval_is_in_time_and_a_day_later_is_not() {
        assert_eq!(sample::judge(&RULE, &completed(day(2022, 11, 28))), Outcome::Met);
        let late = sample::judge(&RULE, &completed(day(2022, 11, 29)));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn before_the_year_is_a_breach_before_its_end_a_question_and_on_its_last_day_enough() {
        let before = sample::judge(&RULE, &completed(day(2021, 3, 31)));
        assert!(matches!(before, Outcome::NotMet { .. }), "{before:?}");
        for during in [day(2021, 4, 1), day(2022, 3, 30)] {
            assert!(matches!(sample::judge(&RULE, &completed(during)), Outcome::NeedsReview { .. }));
        }
        assert_eq!(sample::judge(&RULE, &completed(day(2022, 3, 31))), Outcome::Met);
    }

    #[test]
    fn a_review_of_another_year_is_none_of_this_and_one_of_no_year_is_a_doubt() {
        let mut statement = sample::statement();
        statement.review.process.as_mut().unwrap().covers = Some("2020/21".parse().unwrap());
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
        statement.review.process.as_mut().unwrap().covers = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn a_statement_approved_without_a_review_breaks_it_and_without_its_day_leaves_it_open() {
        let mut statement = sample::statement();
        statement.review.process.as_mut().unwrap().completed = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::Indeterminate { .. }));
        statement.review.process = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_review_to_come_is_due_before_the_day_of_publication() {
        let mut statement = completed(day(2022, 6, 1));
        statement.sign_off = ags_statement::SignOff::default();
        let early = sample::judge_at(&RULE, &statement, day(2022, 5, 31));
        assert!(matches!(early, Outcome::NotDueYet { due, .. } if due == day(2022, 9, 30)), "{early:?}");
        assert_eq!(sample::judge_at(&RULE, &statement, day(2022, 6, 1)), Outcome::Met);
        statement.review.process = None;
        let late = sample::judge_at(&RULE, &statement, day(2022, 12, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }
}
