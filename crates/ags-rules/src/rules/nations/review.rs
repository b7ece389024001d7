//! The review of the effectiveness of the system of internal control.
//!
//! - REG-6-1-A: No review of the year.
//! - WAL-5-2: No review of the year in Wales.
//! - SCO-5-2: No review of the year in Scotland.
//! - NI-4-2: No review of the year in Northern Ireland.

use super::legislation;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::pending_duty::PendingDuty;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// What the checks for Wales, Scotland and Northern Ireland look at.
const METHOD_OUTSIDE_ENGLAND: &str = "A review of the effectiveness of the system of internal control \
    covers the year of the statement, and was completed after that year began and not after the statement \
    was approved. A question is asked about one that was completed before the last day of the year, \
    because it cannot have covered the whole year. The regulations set no deadline, so the deadline for \
    approving the accounts is used, because the statement accompanies them.";

/// REG-6-1-A.
pub const REG_6_1_A: Rule = Rule {
    code: "REG-6-1-A",
    name: "no-review-of-the-year",
    title: "No review of the year",
    requirement: "The effectiveness of the system of internal control was reviewed for the year.",
    method: "A review of the effectiveness of the system of internal control covers the year, and was \
        completed after the year began and not after the statement was approved. A question is asked about \
        one that was completed before the last day of the year, because it cannot have covered the whole \
        year.",
    rationale: "The statement reports the findings of the review, so there must be a review.",
    limitations: "Whether the review was thorough.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[legislation::england("reg. 6(1)(a)")],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

/// WAL-5-2.
pub const WAL_5_2: Rule = Rule {
    code: "WAL-5-2",
    name: "no-review-of-the-year-in-wales",
    title: "No review of the year in Wales",
    method: METHOD_OUTSIDE_ENGLAND,
    citations: &[legislation::wales("reg. 5(2)")],
    scope: Scope::WALES,
    ..REG_6_1_A
};

/// SCO-5-2.
pub const SCO_5_2: Rule = Rule {
    code: "SCO-5-2",
    name: "no-review-of-the-year-in-scotland",
    title: "No review of the year in Scotland",
    method: METHOD_OUTSIDE_ENGLAND,
    citations: &[legislation::scotland("reg. 5(2)")],
    scope: Scope::SCOTLAND,
    ..REG_6_1_A
};

/// NI-4-2.
pub const NI_4_2: Rule = Rule {
    code: "NI-4-2",
    name: "no-review-of-the-year-in-northern-ireland",
    title: "No review of the year in Northern Ireland",
    method: METHOD_OUTSIDE_ENGLAND,
    citations: &[legislation::northern_ireland("reg. 4(2)")],
    scope: Scope::NORTHERN_IRELAND,
    ..REG_6_1_A
};

const REVIEW: &str = "Complete the review of the effectiveness of the system of internal control.";

/// Whether the effectiveness of the system of internal control was reviewed for the year.
fn check(context: &StatementContext<'_>) -> Outcome {
    let approval = context.approval();
    let undone = |at: Pointer| {
        PendingDuty { pointer: at, message: "The review has not been completed", action: REVIEW }
            .before_sign_off_ends(context)
    };
    let Some(process) = &context.statement.review.process else {
        return match approval {
            None => undone(Pointer::fixed("/review/process")),
            Some(approval) => Outcome::not_met(
                "/review/process",
                format!(
                    "The statement was approved on {}, but no review is recorded.",
                    english::date(approval.on)
                ),
                REVIEW,
            ),
        };
    };
    let at = Pointer::fixed("/review/process/completed");
    let Some(completed) = process.completed.filter(|completed| *completed <= context.as_at) else {
        return match approval {
            None => undone(at),
            Some(_) => Outcome::indeterminate(at, "Give the date on which the review was completed."),
        };
    };
    let year = context.year;
    let on = english::date(completed);
    let mut findings = Vec::new();
    if let Some(covers) = process.covers.filter(|covers| *covers != year) {
        let says = format!("The review covers {covers}, but the statement is for {year}.");
        findings.push(Finding::new(
            "/review/process/covers",
            says,
            format!(
                "Complete a review of \
            {year}."
            ),
        ));
    }
    if completed < year.begins() {
        let says = format!("The review was completed on {on}, before {year} began.");
        findings.push(Finding::new(&at, says, format!("Complete a review of {year}.")));
    }
    if let Some(approval) = approval.filter(|approval| approval.on < completed) {
        let approved = english::date(approval.on);
        let says =
            format!("The review was completed on {on}, after the statement was approved on {approved}.");
        findings.push(Finding::new(
            &at,
            says,
            "Approve the statement again, after the review has been \
            completed.",
        ));
    }
    if !findings.is_empty() {
        return Outcome::of(findings);
    }
    if process.covers.is_none() {
        return Outcome::indeterminate(
            "/review/process/covers",
            "Give the financial year the review \
            covers.",
        );
    }
    if completed < year.ends() {
        return Outcome::needs_review(
            at,
            format!(
                "The review was completed on {on}, before the end of {year}. Was it brought up to \
                date?"
            ),
        );
    }
    each_earlier_year(context)
}

/// A question where the statement is for several years.
fn each_earlier_year(context: &StatementContext<'_>) -> Outcome {
    let earlier = &context.statement.review.earlier_years;
    if earlier.is_empty() {
        return Outcome::Met;
    }
    let earlier: Vec<String> = earlier.iter().map(ToString::to_string).collect();
    Outcome::needs_review(
        "/review/earlier_years",
        format!(
            "The statement is also for {}. Was the effectiveness of the system of internal control \
             reviewed for each of these years?",
            earlier.join(", ")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::REG_6_1_A;
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
        assert_eq!(sample::check(&REG_6_1_A, &completed(day(2022, 11, 28))), Outcome::Met);
        let late = sample::check(&REG_6_1_A, &completed(day(2022, 11, 29)));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn before_the_year_is_a_breach_before_its_end_a_question_and_on_its_last_day_enough() {
        let before = sample::check(&REG_6_1_A, &completed(day(2021, 3, 31)));
        assert!(matches!(before, Outcome::NotMet { .. }), "{before:?}");
        for during in [day(2021, 4, 1), day(2022, 3, 30)] {
            assert!(matches!(sample::check(&REG_6_1_A, &completed(during)), Outcome::NeedsReview { .. }));
        }
        assert_eq!(sample::check(&REG_6_1_A, &completed(day(2022, 3, 31))), Outcome::Met);
    }

    #[test]
    fn a_review_of_another_year_is_none_of_this_and_one_of_no_year_is_a_doubt() {
        let mut statement = sample::statement();
        statement.review.process.as_mut().unwrap().covers = Some("2020/21".parse().unwrap());
        assert!(matches!(sample::check(&REG_6_1_A, &statement), Outcome::NotMet { .. }));
        statement.review.process.as_mut().unwrap().covers = None;
        assert!(matches!(sample::check(&REG_6_1_A, &statement), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn a_statement_approved_without_a_review_breaks_it_and_without_its_day_leaves_it_open() {
        let mut statement = sample::statement();
        statement.review.process.as_mut().unwrap().completed = None;
        assert!(matches!(sample::check(&REG_6_1_A, &statement), Outcome::Indeterminate { .. }));
        statement.review.process = None;
        assert!(matches!(sample::check(&REG_6_1_A, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_review_to_come_is_due_before_the_day_of_publication() {
        let mut statement = completed(day(2022, 6, 1));
        statement.sign_off = ags_statement::SignOff::default();
        let early = sample::check_on(&REG_6_1_A, &statement, day(2022, 5, 31));
        assert!(matches!(early, Outcome::NotDueYet { due, .. } if due == day(2022, 9, 30)), "{early:?}");
        assert_eq!(sample::check_on(&REG_6_1_A, &statement, day(2022, 6, 1)), Outcome::Met);
        statement.review.process = None;
        let late = sample::check_on(&REG_6_1_A, &statement, day(2022, 12, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }
}
