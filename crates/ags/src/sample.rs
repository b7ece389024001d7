//! A small statement that meets every rule, for tests that spoil one thing in it.

use chrono::NaiveDate;
use governance_model::read;

use crate::rule::{Finding, Outcome, Rule};
use crate::statement::Statement;

/// The statement of Example Borough Council for 2021/22, assembled and signed off.
pub fn statement() -> Statement {
    let code = read::toml(include_bytes!("sample/local-code.toml"), "local-code.toml").unwrap();
    let review = read::toml(include_bytes!("sample/review.toml"), "review.toml").unwrap();
    let sign_off = read::toml(include_bytes!("sample/sign-off.toml"), "sign-off.toml").unwrap();
    Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap()
}

/// The day the tests judge on, unless they say otherwise: 30 November 2022.
pub fn judge(rule: &Rule, statement: &Statement) -> Outcome {
    judge_at(rule, statement, day(2022, 11, 30))
}

/// A rule's answer on a day.
pub fn judge_at(rule: &Rule, statement: &Statement, as_at: NaiveDate) -> Outcome {
    crate::check_with(statement, None, as_at, [rule]).results.remove(0).outcome
}

/// The one finding that a rule has of a statement.
pub fn only_finding(rule: &Rule, statement: &Statement) -> Finding {
    match judge(rule, statement) {
        Outcome::NotMet { mut findings } if findings.len() == 1 => findings.remove(0),
        other => panic!("{other:?}"),
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_sample_hangs_together_and_meets_every_rule() {
    let report = crate::check(&statement(), day(2022, 11, 30));
    for result in &report.results {
        assert!(
            matches!(result.outcome, Outcome::Met | Outcome::NotApplicable { .. }),
            "{}: {:?}",
            result.code,
            result.outcome
        );
    }
}
