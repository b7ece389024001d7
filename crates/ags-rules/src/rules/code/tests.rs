//! What holds for every rule of the family.

use std::collections::BTreeSet;

use governance_model::{LocalCode, read};

use super::RULES;
use crate::sample::day;
use ags_report::{Finding, Outcome};

/// A local code with the fault of every rule in it.
fn spoilt() -> LocalCode {
    read::toml(include_bytes!("spoilt-code.toml"), "spoilt.toml").unwrap()
}

fn found(code: &LocalCode) -> Vec<(String, Vec<Finding>)> {
    let report = crate::check_code(code, day(2022, 11, 30));
    let not_met = report.results.into_iter().filter_map(|result| match result.outcome {
        Outcome::NotMet { findings } => Some((result.code.into_owned(), findings)),
        _ => None,
    });
    not_met.collect()
}

#[test]
fn a_code_spoilt_in_every_way_meets_no_rule() {
    let found: BTreeSet<String> = found(&spoilt()).into_iter().map(|(code, _)| code).collect();
    let all: BTreeSet<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(found, all);
}

#[test]
fn every_finding_names_a_place_that_is_there_and_speaks_in_sentences() {
    let code = spoilt();
    let value = serde_json::to_value(&code).unwrap();
    for (rule, findings) in found(&code) {
        for Finding { pointer: at, message: says, fix, .. } in findings {
            assert!(value.pointer(&at).is_some(), "{rule}: {at}");
            assert!(says.ends_with('.') && fix.ends_with('.'), "{rule}: {says} {fix}");
        }
    }
}

#[test]
fn words_are_quoted_with_the_line_they_stand_on() {
    let quotes: Vec<_> = found(&spoilt())
        .into_iter()
        .flat_map(|(_, findings)| findings)
        .filter_map(|finding| finding.quote)
        .collect();
    assert!(quotes.iter().any(|quote| quote.line == Some(12) && quote.document.as_deref() == Some("code")));
    assert!(quotes.iter().all(|quote| !quote.words.is_empty()));
}

#[test]
fn a_code_without_a_date_cannot_be_told_where_the_year_counts_and_is_judged_elsewhere() {
    let mut code = spoilt();
    (code.document.dated, code.document.year, code.document.planned_year) = (None, None, None);
    let report = crate::check_code(&code, day(2022, 11, 30));
    let untold = report.results.iter().filter(|one| matches!(one.outcome, Outcome::Indeterminate { .. }));
    let untold: Vec<&str> = untold.map(|one| &*one.code).collect();
    assert_eq!(
        untold,
        ["CODE-EDITION", "CODE-LAW", "CODE-REVIEW", "CODE-STALE", "CODE-FUTURE", "CODE-TARGET"]
    );
    assert_eq!((report.year, report.stage), (None, None));
}

#[test]
fn every_rule_answers_an_empty_code_and_finds_nothing_in_the_sample() {
    let mut code = crate::sample::statement().local_code;
    assert_eq!(found(&code), []);
    code.principles.clear();
    code.roles.clear();
    assert!(found(&code).is_empty());
    assert_eq!(crate::check_code(&code, day(2022, 11, 30)).results.len(), RULES.len());
}
