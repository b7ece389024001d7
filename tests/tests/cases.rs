//! The cases of `fixtures/cases`, and that they leave out no rule.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ags::{Answer, TestCases, rules};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/cases");

/// Rules that by their nature never give one of the two answers: a review of the code that is in time is not due yet.
const NEVER: [(&str, Answer); 1] = [("CODE-REVIEW", Answer::Met)];

/// Every file of cases, in order: those that stand in a folder beside `base`.
fn files() -> Vec<PathBuf> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let families = entries(Path::new(CASES)).into_iter();
    let families = families.filter(|path| path.is_dir() && !path.ends_with("base"));
    let mut files: Vec<PathBuf> = families.flat_map(|family| entries(&family)).collect();
    files.sort();
    files
}

fn read(path: &Path) -> TestCases {
    TestCases::read(&std::fs::read(path).unwrap(), &path.display().to_string()).unwrap()
}

#[test]
fn every_case_is_as_expected() {
    let mut wrong = Vec::new();
    for path in files() {
        let beside = path.parent().unwrap();
        let files = |name: &str| std::fs::read(beside.join(name)).map_err(|error| format!("{name}: {error}"));
        let verdicts = read(&path).run(&files);
        let unexpected = verdicts.into_iter().filter(|verdict| !verdict.is_as_expected());
        wrong.extend(unexpected.map(|verdict| format!("{}: {verdict}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_meets_it_and_one_that_does_not() {
    let mut answers: BTreeMap<&str, Vec<Answer>> = BTreeMap::new();
    for path in files() {
        let beside = path.parent().unwrap();
        let files = |name: &str| std::fs::read(beside.join(name)).map_err(|error| error.to_string());
        for verdict in read(&path).run(&files) {
            for answered in verdict.answered {
                answers.entry(answered.rule).or_default().push(answered.answer);
            }
        }
    }
    let lacks = |code: &'static str, answer| {
        let given = answers.get(code).is_some_and(|answers| answers.contains(&answer));
        !given && !NEVER.contains(&(code, answer))
    };
    let without: Vec<&str> = rules::all()
        .map(|rule| rule.code)
        .filter(|code| lacks(code, Answer::Met) || lacks(code, Answer::NotMet))
        .collect();
    assert!(without.is_empty(), "{} rules lack a case: {without:?}", without.len());
}
