//! What holds for every rule of the family.

use serde_json::Value;

use super::RULES;
use crate::sample::{self, day};
use ags_report::Outcome;
use ags_statement::{Publication, SignOff, Statement};

/// Statements with something missing or wrong, each spoilt in one place.
fn spoilt() -> Vec<Statement> {
    let spoils: [fn(&mut Statement); 24] = [
        |_| {},
        |s| s.sign_off = SignOff::default(),
        |s| s.sign_off.considerations.clear(),
        |s| s.sign_off.approvals.clear(),
        |s| s.sign_off.approvals[0].minute = None,
        |s| s.sign_off.approvals[0].by_resolution = false,
        |s| s.sign_off.approvals[0].on = day(2022, 11, 29),
        |s| s.sign_off.accounts = None,
        |s| s.sign_off.accounts.as_mut().unwrap().rights = None,
        |s| s.sign_off.accounts.as_mut().unwrap().approval = None,
        |s| s.sign_off.accounts.as_mut().unwrap().signed = None,
        |s| s.sign_off.publication = Publication::default(),
        |s| s.sign_off.publication.as_approved = None,
        |s| s.sign_off.publication.draft = None,
        |s| s.sign_off.publication.as_approved.as_mut().unwrap().url = None,
        |s| s.sign_off.publication.as_approved.as_mut().unwrap().with.clear(),
        |s| s.review.process = None,
        |s| s.review.process.as_mut().unwrap().completed = None,
        |s| s.review.process.as_mut().unwrap().covers = None,
        |s| s.review.responsibility = None,
        |s| s.review.responsibility.as_mut().unwrap().limbs.clear(),
        |s| s.review.citations.clear(),
        |s| s.review.assessments[2].year = Some("2019/20".parse().unwrap()),
        |s| s.local_code.authority.category = None,
    ];
    let years = ["2021/22", "2016/17", "2024/25", "2029/30"];
    let categories = [governance_model::Category::One, governance_model::Category::Two];
    let mut statements = Vec::new();
    for (year, category) in years.into_iter().flat_map(|year| categories.map(|one| (year, one))) {
        for spoil in spoils {
            let mut statement = sample::statement();
            statement.review.year = Some(year.parse().unwrap());
            statement.local_code.authority.category = Some(category);
            spoil(&mut statement);
            statements.push(statement);
        }
    }
    statements
}

fn places(outcome: &Outcome) -> Vec<&str> {
    match outcome {
        Outcome::NotMet { findings } => findings.iter().map(|finding| finding.pointer.as_str()).collect(),
        Outcome::NeedsReview { pointer: at, .. } | Outcome::Indeterminate { pointer: at, .. } => vec![at],
        Outcome::Met | Outcome::NotDueYet { .. } | Outcome::NotApplicable { .. } => Vec::new(),
    }
}

#[test]
fn every_place_stands_in_the_statement_or_is_missing_from_one_that_does() {
    let mut seen = 0;
    for statement in spoilt() {
        let value: Value = serde_json::to_value(&statement).unwrap();
        for as_at in [day(2021, 1, 1), day(2022, 5, 31), day(2022, 12, 31), day(2031, 1, 1)] {
            for rule in RULES {
                let outcome = sample::check_on(rule, &statement, as_at);
                for at in places(&outcome) {
                    let parent = at.rsplit_once('/').unwrap().0;
                    assert!(
                        value.pointer(at).or_else(|| value.pointer(parent)).is_some(),
                        "{}: {at}: {outcome:?}",
                        rule.code
                    );
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn every_finding_is_said_in_sentences() {
    for statement in spoilt() {
        for rule in RULES {
            if let Outcome::NotMet { findings } = sample::check_on(rule, &statement, day(2031, 1, 1)) {
                for text in findings.iter().flat_map(|finding| [&finding.message, &finding.fix]) {
                    let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
                    assert!(capital && text.ends_with('.') && !text.contains("  "), "{text:?}");
                }
            }
        }
    }
}

#[test]
fn a_step_counts_from_its_day_on_and_is_a_plan_before() {
    let statement = sample::statement();
    let days = [
        ("REG-6-2-A", day(2022, 7, 20)),
        ("REG-6-2-B", day(2022, 11, 28)),
        ("REG-9-2", day(2022, 11, 29)),
        ("REG-10-1", day(2022, 11, 30)),
        ("REG-15-1", day(2022, 8, 1)),
        ("REG-15-2", day(2022, 7, 29)),
    ];
    for (code, on) in days {
        let rule = RULES.iter().find(|rule| rule.code == code).unwrap();
        let planned = sample::check_on(rule, &statement, on.pred_opt().unwrap());
        assert!(matches!(planned, Outcome::NotDueYet { .. }), "{code}: {planned:?}");
        assert_eq!(sample::check_on(rule, &statement, on), Outcome::Met, "{code}");
    }
}

#[test]
fn a_draft_knows_on_31_may_2022_what_is_still_to_do_and_by_when() {
    let mut statement = sample::statement();
    statement.sign_off = SignOff::default();
    let due = |code: &str| {
        let rule = RULES.iter().find(|rule| rule.code == code).unwrap();
        match sample::check_on(rule, &statement, day(2022, 5, 31)) {
            Outcome::NotDueYet { due, .. } => due,
            other => panic!("{code}: {other:?}"),
        }
    };
    assert_eq!(due("REG-15-2"), day(2022, 7, 31));
    assert_eq!(due("REG-15-1"), day(2022, 8, 1));
    for code in ["REG-6-2-A", "REG-6-2-B", "REG-6-4-A", "REG-9-2", "REG-10-1"] {
        assert_eq!(due(code), day(2022, 9, 30), "{code}: the law of that day");
    }
}
