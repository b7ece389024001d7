//! The words of composed statements, as plain text in `snapshots/`. `AGS_RENEW=1` writes them again.

use std::fmt::Write as _;
use std::path::Path;

use ags_document::{Document, HouseStyle};
use ags_report::{Outcome, Report, Severity, Suppression, SuppressionStatus};
use ags_statement::Statement;
use governance_model::{
    AssuranceLevel, Event, EventsAfter, Frequency, Matter, MatterKind, Nation, Provenance, Significance,
};
use similar::{ChangeTag, TextDiff};

use super::{composed, draft, full, levelled, made_up, plain, report, spoiled, text, two_issues};
use crate::sample::{day, statement};
use crate::{compose, compose_with};

#[test]
fn a_final_statement_is_unchanged() {
    matches_snapshot("final", &of(&statement()));
}

#[test]
fn a_draft_is_unchanged() {
    matches_snapshot("draft", &of(&draft()));
}

#[test]
fn a_statement_with_everything_is_unchanged() {
    matches_snapshot("full", &of(&full()));
}

/// What a change to a statement or its report changes in the document.
#[test]
fn the_differences_are_unchanged() {
    let (sample, full) = (of(&statement()), of(&full()));
    let mut all = String::new();
    for (name, statement) in of_the_sample() {
        differences(&mut all, name, &sample, &of(&statement));
    }
    for (name, report) in reports() {
        differences(&mut all, name, &sample, &plain_text(&statement(), &compose(&statement(), &report)));
    }
    let house = HouseStyle { crest: true, ..HouseStyle::default() };
    let document = compose_with(&statement(), &report(&statement()), &house);
    differences(
        &mut all,
        "A house style of the council's own",
        &sample,
        &plain_text(&statement(), &document),
    );
    for (name, statement) in of_the_full_statement() {
        differences(&mut all, name, &full, &of(&statement));
    }
    matches_snapshot("differences", &all);
}

type Named<T> = (&'static str, T);

fn of_the_sample() -> Vec<Named<Statement>> {
    let dated = |on: &str| spoiled(|it| it.local_code.document.dated = Some(on.parse().unwrap()));
    let evidence = |words: &str| {
        spoiled(|it| it.local_code.principles[0].arrangements[0].evidence[0].text = text(words))
    };
    let nation = |nation| spoiled(|it| it.local_code.authority.nation = nation);
    let year = |year: &str| spoiled(|it| it.review.year = Some(year.parse().unwrap()));
    let reported = |how_often, monitoring: Option<&str>| {
        spoiled(|it| {
            let conclusion = it.review.conclusion.as_mut().unwrap();
            (conclusion.reported, conclusion.monitoring) = (how_often, monitoring.map(text));
        })
    };
    let event = |words| Event { when: None, text: text(words), source: Provenance::Declared };
    let (twice, sees_to_it) = (Some(Frequency::SixMonthly), "The committee sees to it");
    let levels = {
        use AssuranceLevel::{Limited, No, Substantial};
        levelled(&[Some(Limited), Some(Substantial), None, Some(No), Some(Limited)])
    };
    vec![
        ("The local code is dated after the end of the year", dated("2022-04")),
        ("The local code is dated on the last day of the year", dated("2022-03-31")),
        ("The date of the local code is not a date", dated("recently")),
        ("Evidence without its date in the text", evidence("Members were trained")),
        ("Evidence with its date in the text", evidence("Members were trained in October 2021.")),
        ("Three passages are made up", made_up()),
        ("An action for two issues", two_issues()),
        ("No action", spoiled(|it| it.review.actions.clear())),
        ("An action for no gap of the year", spoiled(|it| it.review.actions[0].addresses.clear())),
        (
            "An action with a later day",
            spoiled(|it| {
                let revised = toml::from_str("due = \"2023-09-30\"\nreason = \"The post was empty\"");
                it.review.actions[0].revised = Some(revised.unwrap());
            }),
        ),
        ("No significant issue", spoiled(|it| it.review.issues.clear())),
        (
            "Two grounds for significance",
            spoiled(|it| {
                it.review.issues[0].grounds = vec![Significance::TookResources, Significance::PublicInterest];
            }),
        ),
        (
            "A gap in the evidence of the local code",
            spoiled(|it| {
                it.local_code.principles[0].arrangements[0].evidence.clear();
                it.found = governance_model::gap::find(&it.local_code);
            }),
        ),
        ("Five principles with a level of assurance", levels),
        ("Wales", nation(Nation::Wales)),
        ("Scotland", nation(Nation::Scotland)),
        ("Northern Ireland", nation(Nation::NorthernIreland)),
        ("The first year of the regulations", year("2015/16")),
        ("The year before the regulations", year("2014/15")),
        (
            "Two opinions",
            spoiled(|it| {
                let second = it.review.opinions[0].clone();
                it.review.opinions.push(second);
            }),
        ),
        ("No list of last year's issues", spoiled(|it| it.review.prior_issues = None)),
        (
            "No lists of matters, bodies and changes",
            spoiled(|it| (it.review.matters, it.review.group, it.sign_off.changes) = (None, None, None)),
        ),
        ("No comparison with standards", spoiled(|it| it.review.conformances.clear())),
        (
            "Events in the review and in the sign-off",
            spoiled(|it| {
                it.review.events_after.as_mut().unwrap().events = vec![event("An election is to come.")];
                let (until, events) = (day(2022, 11, 28), vec![event("A new leader was elected.")]);
                it.sign_off.events_after = Some(EventsAfter { until, events, source: Provenance::Declared });
            }),
        ),
        ("Members hear of the plan twice a year", reported(twice, None)),
        ("The same, beside other words on monitoring", reported(twice, Some(sees_to_it))),
        ("The same, in the words on monitoring too", reported(twice, Some("Reported twice a year"))),
        ("Members do not hear of the plan", reported(None, None)),
    ]
}

fn of_the_full_statement() -> Vec<Named<Statement>> {
    let changed = |change: fn(&mut Statement)| {
        let mut statement = full();
        change(&mut statement);
        statement
    };
    let brought = |change: fn(&mut Matter)| {
        let mut statement = full();
        let matter = &mut statement.review.matters.as_mut().unwrap()[0];
        (matter.kind, matter.by, matter.reference) = (MatterKind::Other, None, None);
        change(matter);
        statement
    };
    vec![
        (
            "A matter that is neither an issue nor excused",
            changed(|it| {
                let matter = &mut it.review.matters.as_mut().unwrap()[0];
                (matter.issues, matter.excused) = (Vec::new(), None);
            }),
        ),
        ("A matter of another kind with its month", brought(|it| it.year = None)),
        ("A matter of another kind with its year", brought(|it| it.when = None)),
        ("A matter of another kind without either", brought(|it| (it.when, it.year) = (None, None))),
        (
            "Nothing on best value, significance, dissolution and changes, and no summary",
            changed(|it| {
                let review = &mut it.review;
                (review.best_value, review.summary, review.significance) = (None, None, None);
                review.issues[0].grounds.clear();
                it.local_code.authority.dissolves = None;
                it.sign_off.changes = None;
            }),
        ),
    ]
}

/// Reports on the sample.
fn reports() -> Vec<Named<Report>> {
    let mut unsettled = report(&statement());
    unsettled.results[0].outcome = Outcome::needs_review("/sign_off", "Which item came first?");
    unsettled.results[2].outcome = Outcome::indeterminate("/review", "Give the minute");
    let waived = suppressed("Two councils became one", "Audit Committee");
    let mut only_waived = waived.clone();
    only_waived.results.remove(1);
    vec![
        ("Checks that need a person", unsettled),
        ("A waiver of the law and one of proper practice", waived),
        ("Only proper practice is waived", only_waived),
        ("Waivers without words", suppressed(" ", " ")),
    ]
}

/// The report of the sample with a waiver for each finding, which is rejected where the law is not met.
fn suppressed(reason: &str, accepted_by: &str) -> Report {
    let mut report = report(&statement());
    for result in &mut report.results {
        let Outcome::NotMet { findings } = &mut result.outcome else { continue };
        let status = if result.severity == Severity::Statutory {
            SuppressionStatus::Rejected
        } else {
            SuppressionStatus::Accepted
        };
        let (reason, accepted_by) = (text(reason), text(accepted_by));
        findings[0].suppression = Some(Suppression { status, reason, accepted_by, until: day(2023, 3, 31) });
    }
    report
}

/// The text of a statement with its report.
fn of(statement: &Statement) -> String {
    plain_text(statement, &composed(statement))
}

/// The text of a valid document, without the digest of its statement, which changes with every part of it.
fn plain_text(statement: &Statement, document: &Document) -> String {
    assert_eq!(document.violations(), []);
    plain::document(document).replace(&statement.digest().grouped(), "(digest)")
}

/// Adds the lines that are in one text only.
fn differences(to: &mut String, name: &str, before: &str, now: &str) {
    writeln!(to, "== {name}").unwrap();
    for change in TextDiff::from_lines(before, now).iter_all_changes() {
        let sign = match change.tag() {
            ChangeTag::Equal => continue,
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
        };
        writeln!(to, "{sign} {}", change.value().trim_end()).unwrap();
    }
    to.push('\n');
}

#[expect(clippy::disallowed_methods, reason = "the test reads and renews its snapshots")]
fn matches_snapshot(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/tests/snapshots/{name}.txt"));
    if std::env::var_os("AGS_RENEW").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let snapshot = std::fs::read_to_string(&path).unwrap_or_default();
    let mut changed = String::new();
    differences(&mut changed, name, &snapshot, text);
    assert!(
        text == snapshot,
        "{} is out of date; write it with AGS_RENEW=1 cargo test -p ags-compose, and read what changed:\n{changed}",
        path.display()
    );
}
