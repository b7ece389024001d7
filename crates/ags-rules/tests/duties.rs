//! The coverage matrix compared with the rules there are.

use std::collections::{BTreeMap, BTreeSet};

use ags_law::{Duty, DutyOwner, Scope, duties};
use ags_rules::rules;

/// The codes in the matrix, each with the duties it covers.
fn covered() -> BTreeMap<&'static str, Vec<&'static Duty>> {
    let mut covered: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for duty in duties() {
        if let DutyOwner::Rules(codes) = &duty.owner {
            for code in codes {
                covered.entry(code.as_str()).or_default().push(duty);
            }
        }
    }
    covered
}

/// The rules there are, each with its scope.
fn scopes() -> BTreeMap<&'static str, Scope> {
    rules::all().map(|rule| (rule.code, rule.scope)).collect()
}

#[test]
fn every_rule_covers_a_duty_and_every_rule_in_the_matrix_is_there() {
    assert_eq!(covered().into_keys().collect::<BTreeSet<_>>(), scopes().into_keys().collect());
}

#[test]
fn no_rule_binds_a_nation_a_year_or_a_category_that_its_duties_do_not() {
    let covered = covered();
    for (code, scope) in scopes() {
        // That every rule has a duty is another test.
        let Some(duties) = covered.get(code) else { continue };
        let from = duties.iter().map(|duty| duty.from).min().unwrap();
        assert!(scope.from >= from, "{code} binds from {}, its duties from {from}", scope.from);
        if let Some(until) = duties.iter().map(|duty| duty.until).collect::<Option<Vec<_>>>() {
            let last = until.into_iter().max().unwrap();
            assert!(scope.until.is_some_and(|until| until <= last), "{code} binds after {last}");
        }
        for nation in scope.nations {
            let bound = duties.iter().any(|duty| duty.nations.contains(nation));
            assert!(bound, "{code} binds {nation:?} and no duty of it does");
        }
        if duties.iter().all(|duty| !duty.categories.is_empty()) {
            let within = |category| duties.iter().any(|duty| duty.categories.contains(category));
            let named = !scope.categories.is_empty() && scope.categories.iter().all(within);
            assert!(named, "{code} binds a category and no duty of it does");
        }
    }
}

#[test]
fn no_rule_on_an_unverified_source_is_stable() {
    let status: BTreeMap<_, _> = rules::all().map(|rule| (rule.code, rule.status)).collect();
    for (code, duties) in covered() {
        let unverified = duties.iter().all(|duty| duty.source_status == ags_law::SourceStatus::Unconfirmed);
        if let Some(status) = status.get(code).filter(|_| unverified) {
            assert_eq!(*status, ags_rules::rule::Status::Preview, "{code}");
        }
    }
}
