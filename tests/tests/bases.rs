//! The statements that cases begin with meet the law of their nation.

use ags::{Outcome, Statement, check};
use governance_model::read;

const BASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/cases/base");

/// The families of the law and of the Framework.
const LAW: [&str; 5] = ["REG-", "WAL-", "SCO-", "NI-", "FW16-"];

/// The outcomes of the rules of the law for a base on the day it is published, except met and not applicable.
fn open(name: &str) -> Vec<(String, Outcome)> {
    let bytes = std::fs::read(format!("{BASES}/{name}.toml")).unwrap();
    let statement: Statement = read::toml(&bytes, name).unwrap();
    let as_at = statement.sign_off.publication.as_approved.as_ref().unwrap().on;
    let law = check(&statement, as_at).results.into_iter();
    let law = law.filter(|one| LAW.iter().any(|family| one.code.starts_with(family)));
    let outcomes = law.map(|one| (one.code.into_owned(), one.outcome));
    outcomes.filter(|(_, outcome)| !matches!(outcome, Outcome::Met | Outcome::NotApplicable { .. })).collect()
}

#[test]
fn a_statement_of_each_nation_meets_every_rule_of_its_law() {
    for name in ["wales-2023-24", "scotland-2023-24", "northern-ireland-2023-24"] {
        assert_eq!(open(name), [], "{name}");
    }
}

#[test]
fn for_a_smaller_authority_only_the_practitioners_guide_needs_review() {
    let open = open("england-smaller-2021-22");
    assert!(
        matches!(open.as_slice(), [(code, Outcome::NeedsReview { .. })] if code == "REG-6-4-B"),
        "{open:?}"
    );
}
