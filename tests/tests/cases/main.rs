//! The cases of `fixtures/cases`: that each is as expected, and that they leave out no rule.

mod rules_page;
mod run;

use ags::{Answer, rules};

/// Rules that by their nature never give one of the two answers: a review of the code that is in time is not due yet.
const NEVER: [(&str, Answer); 1] = [("CODE-REVIEW", Answer::Met)];

#[test]
fn every_case_is_as_expected_and_every_rule_has_one_that_meets_it_and_one_that_does_not() {
    let runs = &*run::RUNS;
    let verdicts = || runs.iter().flat_map(|run| run.verdicts.iter().map(move |verdict| (run, verdict)));
    let unexpected = verdicts().filter(|(_, verdict)| !verdict.is_as_expected());
    let wrong: Vec<String> = unexpected.map(|(run, verdict)| format!("{}: {verdict}", run.name)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    let answered = |code: &str, answer| {
        verdicts().any(|(_, it)| it.answered.iter().any(|one| one.rule == code && one.answer == answer))
    };
    let lacks = |code, answer| !answered(code, answer) && !NEVER.contains(&(code, answer));
    let without: Vec<&str> = rules::all()
        .map(|rule| rule.code)
        .filter(|code| lacks(code, Answer::Met) || lacks(code, Answer::NotMet))
        .collect();
    assert!(without.is_empty(), "{} rules lack a case: {without:?}", without.len());
}
