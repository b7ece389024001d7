//! Leicestershire's statement for 2021/22, from the fixture to the page.

use ags::statement::SignOff;
use ags::{Outcome, Report, Severity, Stage, Statement};
use chrono::NaiveDate;
use governance_model::{ActionStatus, AnnualReview, AssuranceKind, LocalCode, read};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

fn statement(review: &str, sign_off: &str) -> Statement {
    let file = |name: &str| std::fs::read(format!("{FIXTURE}/{name}")).unwrap();
    let code: LocalCode = read::toml(&file("local-code.toml"), "local-code.toml").unwrap();
    let review: AnnualReview = read::toml(&file(review), review).unwrap();
    let sign_off: SignOff = read::toml(&file(sign_off), sign_off).unwrap();
    let mut statement = Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap();
    statement.sample = Some("Built from the Council's public local code.".parse().unwrap());
    statement
}

fn draft() -> (Statement, Report) {
    let statement = statement("review-draft.toml", "sign-off-draft.toml");
    let report = ags::check(&statement, NaiveDate::from_ymd_opt(2022, 5, 31).unwrap());
    (statement, report)
}

fn approved() -> (Statement, Report) {
    let statement = statement("review.toml", "sign-off-final.toml");
    let report = ags::check(&statement, NaiveDate::from_ymd_opt(2022, 11, 30).unwrap());
    (statement, report)
}

#[test]
fn the_final_statement_has_no_unmet_duty_and_only_advice_on_its_code() {
    let (statement, report) = approved();
    assert_eq!(statement.stage(), Stage::Published);
    let advice: Vec<&str> = report.not_met(Severity::Advisory).map(|result| &*result.code).collect();
    // Its local code of April still plans what happened in May and July.
    assert_eq!(advice, ["QA-STALE"]);
    for result in report.results.iter().filter(|result| result.severity != Severity::Advisory) {
        assert!(
            !matches!(
                result.outcome,
                Outcome::NotMet { .. } | Outcome::NotDueYet { .. } | Outcome::Indeterminate { .. }
            ),
            "{}: {:?}",
            result.code,
            result.outcome
        );
    }
    assert!(report.counts().met > 20);
}

#[test]
fn the_draft_breaks_no_rule_and_lists_what_the_law_of_its_day_still_requires() {
    let (statement, report) = draft();
    assert_eq!(statement.stage(), Stage::Draft);
    assert!(report.results.iter().all(|result| !result.fails(Severity::ProperPractice)));
    let mut pending: Vec<(String, &str)> = report
        .results
        .iter()
        .filter(|result| result.severity == Severity::Statutory)
        .filter_map(|result| match &result.outcome {
            Outcome::NotDueYet { due, .. } => Some((due.to_string(), &*result.code)),
            _ => None,
        })
        .collect();
    pending.sort();
    let wanted = [
        ("2022-07-31", "REG-15-2"),
        ("2022-07-31", "REG-9-1"),
        ("2022-08-01", "REG-15-1"),
        ("2022-09-30", "REG-10-1"),
        ("2022-09-30", "REG-6-2-A"),
        ("2022-09-30", "REG-6-2-B"),
        ("2022-09-30", "REG-6-4-A"),
        ("2022-09-30", "REG-8"),
        ("2022-09-30", "REG-9-2"),
    ];
    assert_eq!(pending, wanted.map(|(due, code)| (due.to_owned(), code)));
}

#[test]
fn the_draft_and_the_final_review_differ_only_in_what_happened_between_their_days() {
    let without_the_day = |statement: Statement| {
        let mut review = statement.review;
        for action in &mut review.actions {
            (action.status, action.progress, action.rag) = (ActionStatus::NotStated, None, None);
        }
        // The auditor's progress, the officers' last step, and what was not in place.
        review.assurances.retain(|one| one.kind != AssuranceKind::ExternalAudit);
        review.process.as_mut().unwrap().steps.truncate(4);
        (review.in_place, review.events_after) = (None, None);
        // The committee considered the issues after the draft.
        review.issues.iter_mut().for_each(|issue| issue.grounds.clear());
        review
    };
    assert_eq!(without_the_day(draft().0), without_the_day(approved().0));
}

#[test]
fn the_final_statement_is_at_most_five_thousand_words_long() {
    let document = ags::compose(&approved().0, NaiveDate::from_ymd_opt(2022, 11, 30).unwrap());
    let words: usize = document.words().iter().map(|(_, words)| words.split_whitespace().count()).sum();
    assert!((2_500..=5_000).contains(&words), "{words}");
}

#[test]
fn the_progress_of_each_action_is_of_the_day_of_its_statement() {
    for (statement, month) in [(draft().0, "2022-05"), (approved().0, "2022-11")] {
        for action in &statement.review.actions {
            let when = action.progress.as_ref().map(|progress| progress.when.unwrap().to_string());
            assert!(when.is_none_or(|when| when == month), "{}", action.id);
        }
    }
}

#[test]
fn every_illustrative_item_that_is_printed_has_the_mark() {
    let (mut statement, report) = approved();
    let marks = |statement: &Statement| {
        let document = serde_json::to_string(&ags::compose(statement, report.as_at)).unwrap();
        document.matches(r#"{"mark":"#).count()
    };
    let with = marks(&statement);
    assert!(with > 60, "{with}");
    let opinion = &mut statement.review.opinions[0];
    assert!(opinion.source.is_illustrative());
    opinion.source = governance_model::Provenance::Declared;
    assert_eq!(marks(&statement), with - 1);
}

#[test]
fn a_statement_and_its_report_are_unchanged_by_json() {
    let (statement, report) = approved();
    let json = serde_json::to_vec_pretty(&statement).unwrap();
    let again: Statement = read::json(&json, "statement.json").unwrap();
    assert_eq!(again, statement);
    let value = serde_json::to_value(&report).unwrap();
    assert_eq!(value["counts"]["met"], report.counts().met);
    assert_eq!(value["results"].as_array().unwrap().len(), report.results.len());
}

#[test]
fn the_document_has_pages_and_the_same_bytes_every_time() {
    let (statement, report) = draft();
    let document = ags::compose(&statement, report.as_at);
    let pdf = render_pdf::render(&document).unwrap();
    assert_eq!(pdf, render_pdf::render(&ags::compose(&statement, report.as_at)).unwrap());
    assert_eq!(document.violations(), []);
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    assert!((10..=17).contains(&file.get_pages().len()), "{} pages", file.get_pages().len());
}
