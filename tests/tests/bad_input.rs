//! Mistakes in input: each gives a clear error with its pointer, or a finding.

use ags::statement::SignOff;
use ags::{Outcome, Statement};
use chrono::NaiveDate;
use governance_model::{AnnualReview, LocalCode, ReadError, read};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

fn file(name: &str) -> String {
    std::fs::read_to_string(format!("{FIXTURE}/{name}")).unwrap()
}

fn code() -> LocalCode {
    read::toml(file("local-code.toml").as_bytes(), "local-code.toml").unwrap()
}

fn review() -> AnnualReview {
    read::toml(file("review.toml").as_bytes(), "review.toml").unwrap()
}

/// The error for the review when `find`, which must be in it, is replaced by `put`.
fn error_with(find: &str, put: &str) -> String {
    let text = file("review.toml");
    assert!(text.contains(find), "{find}");
    let text = text.replacen(find, put, 1);
    match read::toml::<AnnualReview>(text.as_bytes(), "review.toml") {
        Err(error) => error.to_string(),
        Ok(review) => Statement::assemble(&code(), &review).unwrap_err().to_string(),
    }
}

#[test]
fn an_unknown_field_is_named_with_those_that_are_known() {
    let error = error_with("framework = ", "frame_work = \"x\"\nframework = ");
    assert!(error.starts_with("review.toml:"), "{error}");
    assert!(
        error.contains("/frame_work: unknown field `frame_work`, expected one of `schema`, `authority`"),
        "{error}"
    );
}

#[test]
fn a_wrong_type_is_reported_with_what_was_read_and_what_is_expected() {
    let error = error_with("steps = [", "steps = 7\nxsteps = [");
    assert!(error.contains("/process/steps: invalid type: integer `7`, expected a sequence"), "{error}");
    assert!(error.contains("/process/xsteps: unknown field"), "and the second mistake too: {error}");
}

#[test]
fn an_identifier_used_twice_is_reported_with_both_pointers() {
    let error = error_with("id = \"GAP-2022-02\"", "id = \"GAP-2022-01\"");
    assert!(error.contains("review: /gaps/1/id: the gap GAP-2022-01 is at /gaps/0 already"), "{error}");
    assert!(error.contains("there is no gap GAP-2022-02"), "and what pointed at it: {error}");
}

#[test]
fn an_action_that_addresses_no_gap_is_reported() {
    let error = error_with("addresses = [\"GAP-2022-01\"]", "addresses = [\"GAP-2022-99\"]");
    assert!(error.contains("/addresses/0: there is no gap GAP-2022-99"), "{error}");
}

#[test]
fn an_invalid_date_is_rejected() {
    let error = error_with("completed = \"2022-05-20\"", "completed = \"2022-02-30\"");
    assert!(error.contains("/process/completed: "), "{error}");
    let error = error_with("completed = \"2022-05-20\"", "completed = \"in May\"");
    assert!(error.contains("/process/completed: "), "{error}");
}

#[test]
fn a_malformed_financial_year_is_rejected_and_a_wrong_one_is_a_finding() {
    let error = error_with("year = \"2021/22\"", "year = \"2021/23\"");
    assert!(error.contains("/year: \"2021/23\" does not name two consecutive years"), "{error}");
    let mut review = review();
    review.process.as_mut().unwrap().covers = Some("2020/21".parse().unwrap());
    let statement = Statement::assemble(&code(), &review).unwrap();
    let report = ags::check(&statement, NaiveDate::from_ymd_opt(2022, 5, 31).unwrap());
    let answer = &report.results.iter().find(|result| result.code == "REG-6-1-A").unwrap().outcome;
    assert!(matches!(answer, Outcome::NotMet { .. }), "{answer:?}");
}

#[test]
fn evidence_for_a_sub_principle_the_framework_lacks_is_reported() {
    let text = file("local-code.toml").replacen("covers = [\"A1\"]", "covers = [\"A9\"]", 1);
    let code = read::toml::<LocalCode>(text.as_bytes(), "local-code.toml").unwrap();
    let error = Statement::assemble(&code, &review()).unwrap_err().to_string();
    assert!(
        error.contains("local code: /principles/0/arrangements/0/covers/0: the 2016 framework has no A9"),
        "{error}"
    );
}

#[test]
fn two_opinions_are_a_finding_because_a_council_may_have_written_them() {
    let mut review = review();
    review.opinions.push(review.opinions[0].clone());
    let statement = Statement::assemble(&code(), &review).unwrap();
    let report = ags::check(&statement, NaiveDate::from_ymd_opt(2022, 5, 31).unwrap());
    let answer = &report.results.iter().find(|result| result.code == "FW16-OPIN").unwrap().outcome;
    assert!(
        matches!(answer, Outcome::NotMet { findings } if findings[0].pointer.starts_with("/review/opinions")),
        "{answer:?}"
    );
}

#[test]
fn a_field_given_twice_is_rejected() {
    let text = r#"{"authority": "A", "framework": "nolan", "opinions": [], "opinions": []}"#;
    let error = read::json::<AnnualReview>(text.as_bytes(), "review.json").unwrap_err().to_string();
    assert!(error.contains("duplicate field `opinions`"), "{error}");
}

#[test]
fn an_empty_file_a_large_one_and_one_that_is_not_text_have_errors_of_their_own() {
    let read = |bytes: &[u8]| read::json::<Statement>(bytes, "statement.json").unwrap_err();
    assert!(matches!(read(b""), ReadError::Empty { .. }));
    let fifty_megabytes = vec![b'['; 50 * 1024 * 1024];
    let error = read(&fifty_megabytes);
    assert_eq!(
        error.to_string(),
        "statement.json: 52428800 bytes are too many; 33554432 (32 MiB) are the most we read"
    );
    let error = read(b"{\"review\": \"Caf\xe9\"}").to_string();
    assert_eq!(error, "statement.json:1:16: byte 0xe9 is not UTF-8; save the file as UTF-8");
    let error = read(b"{\"review\": }").to_string();
    assert!(error.starts_with("statement.json:1:12: "), "{error}");
}

#[test]
fn control_characters_and_overrides_in_text_are_reported_with_their_code() {
    let error = error_with("title = \"", "title = \"\\u0007");
    assert!(error.contains("U+0007, a control character; remove it"), "{error}");
    let error = error_with("title = \"", "title = \"\\u202e");
    assert!(error.contains("U+202E, which changes the order in which words are shown; remove it"), "{error}");
}

#[test]
fn a_signature_before_the_approval_is_rejected_with_its_pointer() {
    let sign_off: SignOff = read::toml(
        file("sign-off-final.toml").replace("on = \"2022-11-21\"", "on = \"2022-11-01\"").as_bytes(),
        "sign-off.toml",
    )
    .unwrap();
    let statement = Statement::assemble(&code(), &review()).unwrap();
    let errors = statement.sign_off(sign_off).unwrap_err();
    assert_eq!(
        errors[0].to_string(),
        "/signatures/0/on: 2022-11-01 is before 2022-11-18, the day the statement was approved; \
         correct one of the two"
    );
}
