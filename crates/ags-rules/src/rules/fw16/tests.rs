//! What holds for every rule of the family.

use crate::sample::{self, day};
use ags_report::Outcome;
use ags_statement::{SignOff, Statement};

fn draft() -> Statement {
    let mut statement = sample::statement();
    statement.sign_off = SignOff::default();
    statement
}

/// The rules that wait for a step of the sign-off.
fn waiting() -> [crate::Rule; 4] {
    [super::fw16_appr::RULE, super::fw16_curr::RULE, super::fw16_sign::RULE, super::fw16_link::RULE]
}

#[test]
fn a_draft_may_wait_until_the_last_day_to_publish() {
    for rule in waiting() {
        let outcome = sample::check_on(&rule, &draft(), day(2022, 5, 31));
        assert!(
            matches!(outcome, Outcome::NotDueYet { due, .. } if due == day(2022, 9, 30)),
            "{}: {outcome:?}",
            rule.code
        );
    }
}

#[test]
fn a_step_recorded_for_a_later_day_is_a_plan() {
    for rule in waiting() {
        let outcome = sample::check_on(&rule, &sample::statement(), day(2022, 11, 27));
        assert!(matches!(outcome, Outcome::NotDueYet { .. }), "{}: {outcome:?}", rule.code);
    }
}

#[test]
fn once_the_last_day_has_passed_only_the_approval_is_late() {
    let mut outcomes = waiting().map(|rule| sample::check_on(&rule, &draft(), day(2024, 12, 14))).into_iter();
    assert!(matches!(outcomes.next(), Some(Outcome::NotMet { .. })));
    assert!(outcomes.all(|outcome| matches!(outcome, Outcome::NotApplicable { .. })));
}

#[test]
fn where_no_last_day_is_known_a_draft_is_not_late() {
    let mut statement = draft();
    statement.local_code.authority.nation = governance_model::Nation::Wales;
    for rule in waiting() {
        let outcome = sample::check_on(&rule, &statement, day(2030, 1, 1));
        assert!(matches!(outcome, Outcome::NotApplicable { .. }), "{}: {outcome:?}", rule.code);
    }
}

#[test]
fn an_approved_statement_may_wait_for_its_signatures_until_then_and_no_longer() {
    let mut statement = sample::statement();
    statement.sign_off.signatures.clear();
    statement.sign_off.publication.as_approved = None;
    let check = |on| sample::check_on(&super::fw16_sign::RULE, &statement, on);
    assert!(matches!(check(day(2022, 11, 30)), Outcome::NotDueYet { .. }));
    assert!(matches!(check(day(2024, 12, 13)), Outcome::NotDueYet { .. }), "the very last day");
    assert!(matches!(check(day(2024, 12, 14)), Outcome::NotMet { findings } if findings.len() == 2));
}
