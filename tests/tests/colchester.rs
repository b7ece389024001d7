//! Colchester's local code of 2019/20 is based on a superseded framework: the check reports it, and a draft on the
//! framework in force shows its gaps.

use ags::Outcome;
use chrono::NaiveDate;
use governance_model::migrate::{ItemKind, migrate};
use governance_model::{FrameworkEdition, FrameworkRef, LocalCode, read};

fn code() -> LocalCode {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/colchester/2019-20/local-code.toml");
    read::toml(&std::fs::read(path).unwrap(), "local-code.toml").unwrap()
}

#[test]
fn the_check_reports_that_its_framework_is_superseded() {
    let report = ags::check_code(&code(), NaiveDate::from_ymd_opt(2020, 8, 31).unwrap());
    let edition = report.results.iter().find(|result| result.code == "CODE-EDITION").unwrap();
    let Outcome::NotMet { findings } = &edition.outcome else { panic!("{:?}", edition.outcome) };
    assert!(findings[0].message.contains("2007"), "{findings:?}");
}

#[test]
fn the_draft_on_the_framework_in_force_keeps_every_source_and_action_and_names_its_gaps() {
    let old = code();
    let migration = migrate(&old).unwrap();
    assert_eq!(migration.code.framework, FrameworkEdition::CipfaSolace2016);
    assert_eq!(migration.code.violations(), []);
    let (evidence, actions) = (migration.summary(ItemKind::Evidence), migration.summary(ItemKind::Action));
    assert_eq!((evidence.moved, evidence.left), (old.evidence().count(), 0));
    assert_eq!((actions.moved, actions.left), (104, 0));
    let gaps: Vec<&str> =
        migration.gaps.iter().flat_map(|gap| &gap.framework_refs).map(FrameworkRef::as_str).collect();
    assert_eq!(gaps, ["F4", "G1"]);
}
