//! The cases of `fixtures/cases`: each gives the expected answer, and together they cover every rule.

mod rules_page;
mod run;

use ags::test_case::TestCase;
use ags::{OutcomeKind, Verdict, rules};

/// Rules that by their nature never give one of the two answers: a code that is reviewed in time is `not-due-yet`,
/// and whether a record supports a ground of significance is only ever asked.
const NEVER: [(&str, OutcomeKind); 2] =
    [("CODE-REVIEW", OutcomeKind::Met), ("QA-GROUND", OutcomeKind::NotMet)];

#[test]
fn every_case_is_as_expected_and_every_rule_has_one_that_meets_it_and_one_that_does_not() {
    let runs = &*run::RUNS;
    let verdicts = || runs.iter().flat_map(|run| run.verdicts.iter().map(move |verdict| (run, verdict)));
    let unexpected = verdicts().filter(|(_, verdict)| !verdict.is_as_expected());
    let wrong: Vec<String> = unexpected.map(|(run, verdict)| format!("{}: {verdict}", run.name)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    let answered = |code: &str, answer| {
        verdicts().any(|(_, it)| it.outcomes.iter().any(|one| one.rule == code && one.actual == answer))
    };
    let lacks = |code, answer| !answered(code, answer) && !NEVER.contains(&(code, answer));
    let without: Vec<&str> = rules::all()
        .map(|rule| rule.code)
        .filter(|code| lacks(code, OutcomeKind::Met) || lacks(code, OutcomeKind::NotMet))
        .collect();
    assert!(without.is_empty(), "{} rules lack a case: {without:?}", without.len());
}

/// A case checks the place and the words only of the first rule in `expect`.
#[test]
fn every_case_that_expects_a_finding_or_a_question_asserts_its_place_or_words() {
    let asserts = |case: &TestCase, first: OutcomeKind| {
        let stated = [&case.pointer, &case.message].into_iter().flatten().any(|text| !text.is_empty());
        stated && matches!(first, OutcomeKind::NotMet | OutcomeKind::NeedsReview | OutcomeKind::Indeterminate)
    };
    let bare = |case: &TestCase, verdict: &Verdict| {
        let expects = |answer| verdict.outcomes.iter().any(|one| one.expected == answer);
        let points = [OutcomeKind::NotMet, OutcomeKind::NeedsReview, OutcomeKind::Indeterminate]
            .into_iter()
            .any(expects);
        points && !asserts(case, verdict.outcomes[0].expected)
    };
    let bare: Vec<String> = (run::RUNS.iter())
        .flat_map(|run| run.cases.cases.iter().zip(&run.verdicts).map(move |it| (&run.name, it)))
        .filter(|(_, (case, verdict))| bare(case, verdict))
        .map(|(name, (case, _))| format!("{name}: {}", case.name))
        .collect();
    assert!(bare.is_empty(), "{} cases need `at` or `says`:\n{}", bare.len(), bare.join("\n"));
}
