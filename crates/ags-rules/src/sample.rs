//! The examples that meet every rule, for tests that spoil one thing in them.

use chrono::NaiveDate;
use governance_model::{Authority, Category};

use crate::rule::Rule;
use ags_report::{Finding, Outcome};
use ags_statement::Agar;
use ags_statement::Statement;

/// The statement of Example Borough Council for 2021/22, assembled and signed off.
pub fn statement() -> Statement {
    let Statement { local_code, review, sign_off, .. } = ags_statement::example::statement().unwrap();
    Statement::assemble(&local_code, &review).unwrap().sign_off(sign_off).unwrap()
}

/// Makes a statement one of another authority too, which it gives.
pub fn make_joint(statement: &mut Statement) -> Authority {
    let name = "Other Borough Council".parse().unwrap();
    let other = Authority { name, ..statement.local_code.authority.clone() };
    statement.review.jointly_with = vec![other.clone()];
    other
}

/// The day the tests check as at, unless they say otherwise: 30 November 2022.
pub fn check(rule: &Rule, statement: &Statement) -> Outcome {
    check_on(rule, statement, day(2022, 11, 30))
}

/// The same statement of an authority of category 2.
pub fn category_2_statement() -> Statement {
    let mut statement = statement();
    statement.local_code.authority.category = Some(Category::Two);
    statement
}

/// The return of Example Parish Council for 2023/24, on form 3.
pub fn agar() -> Agar {
    ags_statement::example::agar().unwrap()
}

/// The return of Example Parish Council for 2023/24 if it were exempt, on form 2.
pub fn exempt_agar() -> Agar {
    ags_statement::example::exempt_agar().unwrap()
}

/// A rule's answer on a return on 30 September 2024, when all is done.
pub fn check_agar(rule: &Rule, agar: &Agar) -> Outcome {
    check_agar_on(rule, agar, day(2024, 9, 30))
}

/// A rule's answer on a return on a day.
pub fn check_agar_on(rule: &Rule, agar: &Agar, as_at: NaiveDate) -> Outcome {
    crate::check_agar_with(agar, as_at, [rule]).results.remove(0).outcome
}

/// The places of what a rule finds in a return on 30 September 2024; nothing where it is met.
pub fn agar_places(rule: &Rule, agar: &Agar) -> Vec<String> {
    match check_agar(rule, agar) {
        Outcome::Met => Vec::new(),
        Outcome::NotMet { findings } => findings.into_iter().map(|finding| finding.pointer).collect(),
        other => panic!("{other:?}"),
    }
}

/// A rule's answer on a day.
pub fn check_on(rule: &Rule, statement: &Statement, as_at: NaiveDate) -> Outcome {
    crate::check_with(statement, None, as_at, [rule]).results.remove(0).outcome
}

/// The one finding that a rule has of a statement.
pub fn only_finding(rule: &Rule, statement: &Statement) -> Finding {
    match check(rule, statement) {
        Outcome::NotMet { mut findings } if findings.len() == 1 => findings.remove(0),
        other => panic!("{other:?}"),
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_sample_hangs_together_and_meets_every_rule() {
    all_met(&crate::check(&statement(), day(2022, 11, 30)));
}

fn all_met(report: &ags_report::Report) {
    for result in &report.results {
        assert!(
            matches!(result.outcome, Outcome::Met | Outcome::NotApplicable { .. }),
            "{}: {:?}",
            result.code,
            result.outcome
        );
    }
}

#[test]
fn both_sample_returns_hang_together_and_meet_every_rule() {
    for agar in [agar(), exempt_agar()] {
        assert_eq!(agar.violations(), []);
        all_met(&crate::check_agar(&agar, day(2024, 9, 30)));
    }
}
