//! The other commands, as their users run them.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;

use common::Folder;

#[test]
fn help_says_what_is_read_the_exit_codes_the_environment_and_examples() {
    let ran = Folder::new().ags(&["--help"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for part in [
        "Checks Annual Governance Statements of UK authorities against the law, citing it.\n",
        "Usage: ags <COMMAND>\n",
        "  check        Check statements, local codes and returns against the rules\n",
        "Exit codes:\n  0  no findings at or above the threshold",
        "  1  findings at or above the threshold",
        "  2  the command line is wrong",
        "  3  something could not be done",
        "NO_COLOR",
        "ags check statements/ --format junit --out report.xml --min-severity statutory\n",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    let check = Folder::new().ags(&["check", "--help"]).out;
    for part in ["a FILE that is named must hold", "--prior <FILE>", "3 outweighs", "--waivers <FILE>"] {
        assert!(check.contains(part), "{part}\n{check}");
    }
}

#[test]
fn a_rule_is_explained_in_full_and_a_wrong_code_has_its_nearest() {
    let folder = Folder::new();
    let ran = folder.ags(&["explain", "reg-6-2-b"]);
    assert_eq!(ran.code, 0);
    for part in [
        "REG-6-2-B: No resolution of approval\n",
        "Requirement  The statement was approved by resolution",
        "Severity     statutory\n",
        "https://www.legislation.gov.uk/uksi/2015/234/regulation/6\n",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    let wrong = folder.ags(&["explain", "REG-6-2-X"]);
    assert!(
        wrong.err.starts_with("ags: there is no rule REG-6-2-X; did you mean REG-6-2-A, REG-6-2-B"),
        "{}",
        wrong.err
    );
}

#[test]
fn every_rule_is_explained_and_listed_in_each_format() {
    let folder = Folder::new();
    let json: serde_json::Value =
        serde_json::from_str(&folder.ags(&["rules", "--format", "json"]).out).unwrap();
    let codes: Vec<&str> =
        json.as_array().unwrap().iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ags::rules::all().map(|rule| rule.code).collect::<Vec<_>>());
    let text = folder.ags(&["rules"]).out;
    assert_eq!(text.lines().map(|line| line.split(' ').next().unwrap()).collect::<Vec<_>>(), codes);
    let csv = folder.ags(&["rules", "--format", "csv", "--subject", "local-code"]).out;
    let local = ags::rules::of(ags::Subject::LocalCode).count();
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), local);
}

#[test]
fn a_statement_is_started_checked_and_never_overwritten() {
    let folder = Folder::new();
    let start =
        ["new", "--authority", "Leicestershire County Council", "--year", "2025/26", "--out", "s.toml"];
    assert_eq!(folder.ags(&start).code, 0);
    let text = fs::read_to_string(folder.at("s.toml")).unwrap();
    assert!(text.contains("kind = \"county\"") && text.contains("gss_code = \"E10000018\""), "{text}");
    let checked = folder.ags(&["check", "s.toml", "--as-at", "2026-05-31"]);
    assert_eq!((checked.code, checked.err.as_str()), (1, ""));
    assert_eq!(folder.ags(&start).code, 2);
    assert_eq!(fs::read_to_string(folder.at("s.toml")).unwrap(), text);
}

#[test]
fn an_authority_that_is_not_in_the_register_is_started_with_a_note() {
    let ran =
        Folder::new().ags(&["new", "--authority", "Liecestershire County Council", "--year", "2025/26"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("is it Leicestershire County Council"), "{}", ran.err);
    assert!(ran.out.contains("source.illustrative = \"PLACEHOLDER: type"), "{}", ran.out);
}

const CASES: &str = "rule = 'REG-6-2-B'\nas_at = '2022-11-30'\nbase = 'example'\n\
    [[case]]\nname = 'A committee may approve'\nexpect = 'met'\n\
    [[case]]\nname = 'An officer may not'\nbase = 'own.json'\nexpect = 'not-met'\n\
    change = { '/sign_off/approvals/0/kind' = 'officer' }\n";

#[test]
fn cases_are_run_with_the_documents_they_name_in_each_format() {
    let folder = Folder::new();
    folder.statement("own.json", |_| ());
    folder.write("cases.toml", CASES);
    let run = |format: &str| folder.ags(&["test", "cases.toml", "--format", format]);
    assert_eq!((run("text").code, run("text").out.as_str()), (0, "2 cases, 0 not as expected\n"));
    assert_eq!(
        run("tap").out,
        "TAP version 14\nok 1 - cases.toml: A committee may approve\nok 2 - cases.toml: An officer may not\n1..2\n"
    );
    assert!(run("junit").out.contains("tests=\"2\" failures=\"0\""));
}

#[test]
fn a_case_that_is_not_as_expected_gives_1_and_a_broken_file_3() {
    let folder = Folder::new();
    folder.statement("own.json", |_| ());
    folder.write("cases.toml", &CASES.replace("'met'", "'not-met'"));
    let ran = folder.ags(&["test", "."]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("REG-6-2-B is met, but not-met is expected"), "{}", ran.out);
    assert!(folder.ags(&["test", ".", "--format", "tap"]).out.contains("\nnot ok 1 - "));
    folder.write("cases.toml", "rule = 7\n");
    assert_eq!(folder.ags(&["test", "cases.toml"]).code, 3);
    fs::remove_file(folder.at("cases.toml")).unwrap();
    assert_eq!(folder.ags(&["test", "."]).code, 3);
}

#[test]
fn a_document_in_a_folder_of_cases_is_skipped_and_one_that_is_named_is_not() {
    let folder = Folder::new();
    folder.statement("own.json", |_| ());
    folder.write("cases.toml", CASES);
    folder.ags(&["new", "--authority", "Kent County Council", "--year", "2025/26", "--out", "base.toml"]);
    let ran = folder.ags(&["test", "."]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(folder.ags(&["test", "base.toml"]).code, 3);
}

#[test]
fn the_schema_of_each_document_is_printed_and_accepts_a_new_statement() {
    let folder = Folder::new();
    let names = folder.ags(&["schema"]).out;
    assert_eq!(names.lines().next(), Some("statement/1"));
    for name in names.lines() {
        let ran = folder.ags(&["schema", name]);
        let schema: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert!(jsonschema::validator_for(&schema).is_ok(), "{name}");
    }
    let schema = serde_json::from_str(&folder.ags(&["schema", "statement"]).out).unwrap();
    let started = folder.ags(&["new", "--authority", "Kent County Council", "--year", "2025/26"]).out;
    let started: serde_json::Value = toml::from_str(&started).unwrap();
    assert!(jsonschema::is_valid(&schema, &started));
    assert_eq!(folder.ags(&["schema", "minutes"]).code, 2);
}

#[test]
fn shells_and_readers_of_manuals_are_served() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = folder.ags(&["completions", shell]);
        assert!(ran.code == 0 && ran.out.contains("min-severity"), "{shell}");
    }
    let page = folder.ags(&["man", "check"]);
    assert!(page.out.contains(".TH") && page.out.contains("ags\\-check"), "{}", page.out);
    assert_eq!(folder.ags(&["man"]).code, 0);
    assert_eq!(folder.ags(&["man", "sing"]).code, 2);
}
