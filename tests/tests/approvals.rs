//! How eight authorities approved their statements, as public records show, and what the rules find in each.
//!
//! Each record is put under the example statement, for the year of the record. The records give no minutes, so a
//! resolution cannot be checked where nothing else is wrong.

use std::fs;
use std::path::Path;

use ags::OutcomeKind::{self, Indeterminate, Met, NeedsReview, NotApplicable, NotDueYet, NotMet};
use ags::statement::{Approval, SignOff, Statement};
use ags::{Earlier, Outcome, example, rules};
use chrono::NaiveDate;
use governance_model::{Authority, AuthorityKind, read};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/approvals");

/// The rules that read the record of considerations and approvals.
const RULES: [&str; 4] = ["REG-6-2-A", "REG-6-2-B", "REG-6-4-A", "REG-AMEND"];

/// Each record, the day of the check and the outcome of each rule.
const HISTORIES: [(&str, &str, [OutcomeKind; 4]); 10] = [
    // Approved three times, and no record of consideration.
    ("halton-2018-19", "2020-12-01", [NotMet, Indeterminate, Met, NotApplicable]),
    ("west-lancashire-2020-21", "2021-09-30", [NotMet, Indeterminate, Met, NotApplicable]),
    ("winchester-2021-22", "2022-09-30", [NotMet, Indeterminate, Met, NotApplicable]),
    ("broxtowe-2022-23", "2023-09-30", [NotMet, Indeterminate, Met, NotApplicable]),
    // Approved as it stood, with a power to amend it.
    ("city-of-london-2023-24", "2025-02-27", [NotMet, Indeterminate, Met, NotApplicable]),
    // Endorsed, which is consideration and no approval: on its last day, and a day after.
    ("spelthorne-2023-24", "2025-02-28", [Met, NotDueYet, NotDueYet, NotApplicable]),
    ("spelthorne-2023-24", "2025-03-01", [Met, NotMet, NotApplicable, NotApplicable]),
    ("peak-district-2023-24", "2025-02-28", [NotMet, Indeterminate, Met, NotApplicable]),
    // Not approved yet on the day before the special meeting.
    ("peak-district-2023-24", "2025-02-20", [NotDueYet, NotDueYet, NotDueYet, NotApplicable]),
    // Before the regulations of 2015.
    ("maidstone-2009-10", "2010-06-30", [NotApplicable, NotApplicable, NotApplicable, NotApplicable]),
];

/// The example statement of the year in the name of a record, with that record as its sign-off.
fn statement(name: &str) -> Statement {
    let path = Path::new(FOLDER).join(format!("{name}.toml"));
    let sign_off: SignOff = read::toml(&fs::read(&path).unwrap(), name).unwrap();
    let mut statement = Statement { sign_off, ..example::statement().unwrap() };
    let (before, last) = name.rsplit_once('-').unwrap();
    let year = format!("{}/{last}", &before[before.len() - 4..]).parse().unwrap();
    statement.review.year = Some(year);
    let process = statement.review.process.as_mut().unwrap();
    (process.covers, process.completed) = (Some(year), Some(year.ends()));
    statement
}

fn day(on: &str) -> NaiveDate {
    on.parse().unwrap()
}

fn outcome(statement: &Statement, approved: Option<&Statement>, code: &str, as_at: &str) -> Outcome {
    let earlier = Earlier { prior: None, approved };
    ags::check_with(statement, earlier, day(as_at), rules::find(code)).results.remove(0).outcome
}

#[test]
fn every_record_has_the_outcomes_of_its_history() {
    for (name, as_at, expected) in HISTORIES {
        let statement = statement(name);
        let actual = RULES.map(|code| outcome(&statement, None, code, as_at).kind());
        assert_eq!(actual, expected, "{name} as at {as_at}");
    }
    let recorded = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let names = recorded.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    for path in names {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(HISTORIES.iter().any(|(known, ..)| *known == name), "{name} has no expected outcomes");
    }
}

#[test]
fn only_the_minute_is_missing_from_a_record_of_approval() {
    for (name, as_at, expected) in HISTORIES {
        if expected[1] == Indeterminate {
            let mut statement = statement(name);
            let Outcome::Indeterminate { pointer, .. } = outcome(&statement, None, "REG-6-2-B", as_at) else {
                panic!("{name}")
            };
            assert!(pointer.ends_with("/minute"), "{name}: {pointer}");
            statement.sign_off.approvals.iter_mut().for_each(|one| one.minute = "1".parse().ok());
            let whole = outcome(&statement, None, "REG-6-2-B", as_at).kind();
            // Broxtowe approved in principle, with no end of the power to amend and no record of its use.
            assert_eq!(whole, if name.starts_with("broxtowe") { NeedsReview } else { Met }, "{name}");
        }
    }
}

#[test]
fn the_finding_on_spelthorne_says_that_it_endorsed() {
    let outcome = outcome(&statement("spelthorne-2023-24"), None, "REG-6-2-B", "2025-03-01");
    let Outcome::NotMet { findings } = outcome else { panic!("{outcome:?}") };
    let says = "Audit Committee endorsed the statement on 9 July 2024, which is not approval;";
    assert!(findings[0].message.starts_with(says), "{}", findings[0].message);
}

/// Halton's accounts, approved on a day.
fn halton(accounts: &str) -> Statement {
    let mut statement = statement("halton-2018-19");
    let approval = Approval { on: day(accounts), ..statement.sign_off.approvals[0].clone() };
    let accounts = example::statement().unwrap().sign_off.accounts.unwrap();
    statement.sign_off.accounts = Some(ags::statement::Accounts { approval: Some(approval), ..accounts });
    statement
}

#[test]
fn haltons_statement_stands_before_accounts_that_follow_its_last_approval() {
    let order = |accounts| outcome(&halton(accounts), None, "REG-6-4-A", "2020-12-01").kind();
    assert_eq!(order("2020-11-19"), Met);
    assert_eq!(order("2020-11-18"), NeedsReview, "the statement and the accounts on one day");
    assert_eq!(order("2020-03-01"), NeedsReview, "approved again after the accounts");
    assert_eq!(order("2019-07-01"), NotMet, "no approval before the accounts");
}

/// The statement with other words than those that were approved.
fn changed(approved: &Statement) -> Statement {
    let mut statement = approved.clone();
    statement.review.issues[0].text = "The council found this after the meeting.".parse().unwrap();
    statement
}

#[test]
fn each_history_gives_its_own_authority_for_changes() {
    let since = |name: &str, as_at| {
        let approved = statement(name);
        outcome(&changed(&approved), Some(&approved), "REG-AMEND", as_at).kind()
    };
    assert_eq!(since("peak-district-2023-24", "2025-02-28"), NotMet, "approved as it stood");
    assert_eq!(since("winchester-2021-22", "2022-09-30"), NeedsReview, "are they the two amendments?");
    assert_eq!(since("broxtowe-2022-23", "2023-09-30"), Met, "under the delegated power");
    assert_eq!(since("city-of-london-2023-24", "2025-02-27"), Met, "until the accounts were signed");
    assert_eq!(since("city-of-london-2023-24", "2025-02-28"), NeedsReview, "the power has ended");
    let mut approved = statement("halton-2018-19");
    approved.sign_off.approvals[1].version = Some(approved.version());
    let mut again = changed(&approved);
    again.sign_off.approvals[2].version = Some(again.version());
    let authority = outcome(&again, Some(&approved), "REG-AMEND", "2020-12-01");
    assert_eq!(authority, Outcome::Met, "the last meeting approved what changed since the one before");
}

#[test]
fn one_statement_for_two_years_is_asked_about() {
    // South Ribble, 2018/19 and 2019/20: https://southribble.moderngov.co.uk/mgAi.aspx?ID=7759
    let mut statement = example::statement().unwrap();
    let year = "2019/20".parse().unwrap();
    (statement.review.year, statement.review.earlier_years) = (Some(year), vec!["2018/19".parse().unwrap()]);
    let process = statement.review.process.as_mut().unwrap();
    (process.covers, process.completed) = (Some(year), Some(year.ends()));
    statement.review.assessments.iter_mut().for_each(|assessment| assessment.year = Some(year));
    for code in ["REG-6-1-A", "REG-6-1-B"] {
        assert_eq!(outcome(&statement, None, code, "2022-12-31").kind(), NeedsReview, "{code}");
    }
}

#[test]
fn a_commissioner_and_a_chief_constable_are_asked_for_separately() {
    // Norfolk, 2020/21: one statement of two corporations sole.
    let mut statement = example::statement().unwrap();
    let own: &mut Authority = &mut statement.local_code.authority;
    (own.kind, own.name) = (AuthorityKind::PoliceBody, "Police and Crime Commissioner".parse().unwrap());
    let mut constable = own.clone();
    constable.name = "Chief Constable".parse().unwrap();
    let approval =
        Approval { for_authority: Some(own.name.clone()), ..statement.sign_off.approvals[0].clone() };
    statement.review.jointly_with = vec![constable.clone()];
    statement.sign_off.approvals = vec![approval.clone()];
    let alone = outcome(&statement, None, "REG-6-2-B", "2022-12-31");
    assert!(
        matches!(&alone, Outcome::NotMet { findings }
        if findings[0].message.contains("no approval for Chief Constable")),
        "{alone:?}"
    );
    statement.sign_off.approvals.push(Approval { for_authority: Some(constable.name), ..approval });
    let Outcome::NeedsReview { question, .. } = outcome(&statement, None, "REG-6-2-B", "2022-12-31") else {
        panic!("two corporations sole")
    };
    assert!(question.starts_with("Police and Crime Commissioner is one office holder"), "{question}");
}
