//! The officers' papers on real councils' documents.

use ags::statement::SignOff;
use ags::{Document, HouseStyle, Report, Statement};
use governance_model::{AnnualReview, LocalCode, read};

const COUNCILS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils");

fn report(council: &str, sign_off: &str, as_at: &str) -> Report {
    let file = |name: &str| std::fs::read(format!("{COUNCILS}/{council}/{name}")).unwrap();
    let code: LocalCode = read::toml(&file("local-code.toml"), "local-code.toml").unwrap();
    let review: AnnualReview = read::toml(&file("review.toml"), "review.toml").unwrap();
    let sign_off: SignOff = read::toml(&file(sign_off), sign_off).unwrap();
    let statement = Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap();
    ags::check(&statement, as_at.parse().unwrap())
}

fn paper(report: &Report) -> Document {
    ags::check_report(report, &HouseStyle::default())
}

/// Every run of words of a paper.
fn words(document: &Document) -> Vec<&str> {
    document.words().into_iter().map(|(_, words)| words).collect()
}

#[test]
fn kent_is_asked_once_for_the_year_that_every_open_check_needs() {
    let report = report("kent", "sign-off.toml", "2022-05-31");
    let needed = format!("{} checks", report.counts().indeterminate);
    let paper = paper(&report);
    let words = words(&paper);
    let asked = words.iter().filter(|words| **words == "Give the financial year the statement is for.");
    assert_eq!(asked.count(), 1);
    assert!(words.contains(&needed.as_str()) && words.contains(&"Year"), "{words:?}");
    let pdf = render_pdf::render(&paper).unwrap();
    assert_eq!(lopdf::Document::load_mem(&pdf).unwrap().get_pages().len(), 2);
}

#[test]
fn no_paper_prints_a_pointer_or_an_instrument_in_full_outside_its_key() {
    for report in [
        report("leicestershire/2021-22", "sign-off-draft.toml", "2022-05-31"),
        report("leicestershire/2021-22", "sign-off-draft.toml", "2023-01-15"),
        report("leicestershire/2021-22", "sign-off-final.toml", "2022-11-30"),
        report("colchester/2019-20", "sign-off.toml", "2020-08-31"),
        report("southend-on-sea/2020-21", "sign-off.toml", "2021-07-31"),
    ] {
        let paper = paper(&report);
        assert_eq!(paper.violations(), []);
        for words in words(&paper) {
            let pointer = ["/review", "/local_code", "/sign_off"].iter().any(|part| words.contains(part));
            assert!(!pointer, "{words}");
        }
        let regulations = "Accounts and Audit Regulations 2015 (SI 2015/234)";
        let full = words(&paper).iter().filter(|words| words.contains(regulations)).count();
        assert_eq!(full, 1, "{}", report.authority);
    }
}

#[test]
fn what_is_late_comes_first_and_what_practice_asks_of_it_is_under_it() {
    let report = report("leicestershire/2021-22", "sign-off-draft.toml", "2023-01-15");
    let entries = report.entries();
    let approval = entries
        .not_met
        .iter()
        .find(|entry| entry.asks.iter().any(|ask| ask.pointers.contains(&"/sign_off/approvals")));
    let under: Vec<&str> = approval.unwrap().consequences.iter().map(|ask| ask.words).collect();
    assert_eq!(
        under,
        [
            "Submit the statement for approval to the full council, or to the committee with delegated authority."
        ]
    );
    let paper = paper(&report);
    let words = words(&paper);
    let with_it =
        words.iter().position(|words| words.starts_with("With it: Submit the statement for approval"));
    let practice = words.iter().position(|words| *words == "What proper practice requires");
    assert!(with_it.unwrap() < practice.unwrap(), "{words:?}");
}
