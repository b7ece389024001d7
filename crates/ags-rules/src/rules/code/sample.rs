//! Local codes for the tests of the rules.

use governance_model::{LocalCode, read};

use crate::rule::Rule;
use crate::sample::day;
use ags_report::{Finding, Outcome};

/// A local code on the edition of 2016, with particulars of its document and the rest as TOML.
pub fn code(document: &str, rest: &str) -> LocalCode {
    let comma = if document.is_empty() { "" } else { ", " };
    let none = if rest.contains("principles = [") { "" } else { "principles = []" };
    let toml = format!(
        r#"
        framework = "cipfa-solace-2016"
        authority = {{ name = "Example Council", kind = "district", nation = "england", category = 1 }}
        document = {{ id = "code", title = "Local Code"{comma}{document} }}
        {none}
        {rest}"#
    );
    read::toml(toml.as_bytes(), "code.toml").unwrap()
}

/// A local code with one sub-principle that holds what is given.
pub fn row(document: &str, holds: &str) -> LocalCode {
    code(
        document,
        &format!(
            r#"
            scales.ten = {{ worst = 1, best = 10 }}
            principles = [{{ id = "A-1", level = "sub-principle", covers = ["A1"], title = "Integrity",
                source.document = {{ id = "code", line = 7 }}, {holds} }}]"#
        ),
    )
}

/// A local code with one sub-principle and one piece of evidence that says what is given.
pub fn says(document: &str, says: &str) -> LocalCode {
    row(
        document,
        &format!(r#"evidence = [{{ id = "E-1", text = "{says}", kind = "document", basis = "operating" }}]"#),
    )
}

/// A rule's answer on 30 November 2022.
pub fn check(rule: &Rule, code: &LocalCode) -> Outcome {
    crate::check::check_code_with(code, day(2022, 11, 30), [rule]).results.remove(0).outcome
}

/// What a rule finds on 30 November 2022; nothing where it is met.
pub fn findings(rule: &Rule, code: &LocalCode) -> Vec<Finding> {
    match check(rule, code) {
        Outcome::NotMet { findings } => findings,
        Outcome::Met => Vec::new(),
        other => panic!("{other:?}"),
    }
}
