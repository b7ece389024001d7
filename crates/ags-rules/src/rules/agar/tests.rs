//! What holds for every rule of the family.

use serde_json::Value;

use super::RULES;
use crate::sample::{self, day};
use ags_report::Outcome;
use ags_statement::Publication;
use ags_statement::agar::{Agar, Answer, Form};

/// The return with one assertion answered otherwise.
fn answering(number: u8, answer: Option<Answer>) -> Agar {
    let mut agar = sample::agar();
    match answer {
        Some(answer) => agar.assertions[usize::from(number) - 1].answer = answer,
        None => agar.assertions.retain(|assertion| u8::from(assertion.number) != number),
    }
    agar
}

#[test]
fn yes_and_no_answer_an_assertion_and_nothing_else_does() {
    for number in 1..=8 {
        let rule = crate::rules::find(&format!("AGAR-{number}")).unwrap();
        let check = |answer| sample::check_agar(rule, &answering(number, answer));
        assert_eq!(check(Some(Answer::Yes)), Outcome::Met, "{number}");
        assert_eq!(check(Some(Answer::No)), Outcome::Met, "{number}");
        for wrong in [Some(Answer::NotApplicable), None] {
            assert!(matches!(check(wrong), Outcome::NotMet { .. }), "{number}: {wrong:?}");
        }
    }
}

#[test]
fn an_answer_is_due_until_the_end_of_june_and_late_after() {
    let rule = crate::rules::find("AGAR-2").unwrap();
    let unanswered = answering(2, None);
    let check = |on| sample::check_agar_on(rule, &unanswered, on);
    assert!(matches!(check(day(2024, 6, 30)), Outcome::NotDueYet { .. }));
    assert!(matches!(check(day(2024, 7, 1)), Outcome::NotMet { .. }));
}

#[test]
fn two_answers_to_one_assertion_are_none() {
    let mut agar = sample::agar();
    agar.assertions.push(agar.assertions[1].clone());
    let twice = sample::check_agar(crate::rules::find("AGAR-2").unwrap(), &agar);
    assert!(
        matches!(&twice, Outcome::NotMet { findings } if findings[0].pointer == "/assertions/9"),
        "{twice:?}"
    );
}

#[test]
fn a_declaration_of_no_accounts_has_no_assertions() {
    let mut agar = sample::exempt_agar();
    (agar.form, agar.gross_income, agar.gross_expenditure) = (Some(Form::One), Some(0), Some(0));
    agar.assertions.clear();
    let report = crate::check_agar(&agar, day(2024, 9, 30));
    let asked = report.results.iter().filter(|result| result.outcome == Outcome::Met);
    assert_eq!(asked.map(|result| &*result.code).collect::<Vec<_>>(), ["AGAR-FORM", "AGAR-EXEMPT"]);
    assert_eq!(report.counts().not_met, 0);
}

/// Returns with something missing or wrong, each spoilt in one place.
fn spoilt() -> Vec<Agar> {
    let spoils: [fn(&mut Agar); 20] = [
        |_| {},
        |agar| agar.form = None,
        |agar| agar.form = Some(Form::Two),
        |agar| agar.form = Some(Form::OnePm),
        |agar| agar.form = Some(Form::ThreePm),
        |agar| agar.gross_income = None,
        |agar| agar.gross_expenditure = Some(7_000_000),
        |agar| agar.sole_trustee = None,
        |agar| agar.assertions.clear(),
        |agar| agar.assertions.iter_mut().for_each(|one| one.answer = Answer::No),
        |agar| agar.assertions.iter_mut().for_each(|one| one.evidence.clear()),
        |agar| agar.assertions.iter_mut().for_each(|one| one.answer = Answer::NotApplicable),
        |agar| agar.internal_audit = None,
        |agar| agar.section_1 = ags_statement::agar::Section1::default(),
        |agar| agar.section_2 = ags_statement::agar::Section2::default(),
        |agar| agar.rights = None,
        |agar| agar.publication = Publication::default(),
        |agar| agar.section_1.signatures.clear(),
        |agar| agar.section_2.signatures.clear(),
        |agar| agar.authority.category = None,
    ];
    let years = ["2017/18", "2019/20", "2023/24", "2025/26", "2040/41"];
    let mut returns = Vec::new();
    for year in years {
        for spoil in spoils {
            for mut agar in [sample::agar(), sample::exempt_agar()] {
                agar.year = Some(year.parse().unwrap());
                spoil(&mut agar);
                returns.push(agar);
            }
        }
    }
    returns
}

#[test]
fn every_place_stands_in_the_return_or_is_missing_from_one_that_does() {
    let mut seen = 0;
    for agar in spoilt() {
        let value: Value = serde_json::to_value(&agar).unwrap();
        for as_at in [day(2017, 1, 1), day(2024, 5, 31), day(2024, 12, 31), day(2050, 1, 1)] {
            let report = crate::check_agar_with(&agar, as_at, RULES);
            assert_eq!(report.results.len(), RULES.len());
            for result in report.results {
                let places = match &result.outcome {
                    Outcome::NotMet { findings } => findings.iter().map(|one| one.pointer.as_str()).collect(),
                    Outcome::NeedsReview { pointer: at, .. } | Outcome::Indeterminate { pointer: at, .. } => {
                        vec![at.as_str()]
                    }
                    _ => Vec::new(),
                };
                for at in places {
                    let parent = at.rsplit_once('/').unwrap().0;
                    let there = value.pointer(at).or_else(|| value.pointer(parent)).is_some();
                    assert!(there, "{}: {at}: {:?}", result.code, result.outcome);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn every_finding_is_said_in_sentences() {
    for agar in spoilt() {
        for result in crate::check_agar_with(&agar, day(2050, 1, 1), RULES).results {
            let Outcome::NotMet { findings } = result.outcome else { continue };
            for text in findings.iter().flat_map(|finding| [&finding.message, &finding.fix]) {
                let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
                assert!(capital && text.ends_with('.') && !text.contains("  "), "{text:?}");
            }
        }
    }
}
