//! `ags check`, as an auditor runs it.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;
use std::process::Stdio;

use common::{DAY, Folder};
use governance_model::Text;

fn words(words: &str) -> Text {
    Text::new(words).unwrap()
}

#[test]
fn a_statement_without_findings_gives_0_and_the_whole_report() {
    let folder = Folder::mixed();
    let ran = folder.ags(&["check", "a-good.json", "--as-at", DAY]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.starts_with("Example Borough Council\nAnnual Governance Statement 2021/22"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("Checked as at 30 November 2022"), "{}", ran.out);
}

#[test]
fn a_finding_gives_1_unless_it_is_less_severe_than_the_threshold() {
    let folder = Folder::new();
    folder.statement("s.json", |statement| statement.review.conclusion = None);
    let code = |severity| folder.ags(&["check", "s.json", "--as-at", DAY, "--min-severity", severity]).code;
    assert_eq!((code("advisory"), code("proper-practice"), code("statutory")), (1, 1, 0));
}

#[test]
fn a_wrong_command_line_gives_2_and_reads_nothing() {
    let folder = Folder::mixed();
    for args in [
        &["check"][..],
        &["check", "a-good.json", "--as-at", "31 May 2022"],
        &["check", "a-good.json", "--format", "odt"],
        &["check", ".", "--prior", "a-good.json"],
        &["check", ".", "--approved", "a-good.json"],
        &["check", "a-good.json", "--approved", "-"],
        &["explain", "REG-0"],
        &["rules", "--subject", "minutes"],
        &["render", "a-good.json", "--out", "s.odt"],
        &["sing"],
    ] {
        let ran = folder.ags(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(!ran.err.is_empty(), "{args:?}");
    }
}

#[test]
fn a_broken_file_is_reported_with_its_position_and_the_others_are_checked() {
    let ran = Folder::mixed().ags(&["check", ".", "--as-at", DAY]);
    assert_eq!((ran.code, ran.err.as_str()), (3, "./c-broken.json:2:17: expected value\n"));
    for part in [
        "./a-good.json: Example Borough Council, statement 2021/22, approved, signed and published\n",
        "FW16-CONC",
        "./c-broken.json: could not be checked\n",
        "Checked as at 30 November 2022: 2 files\n",
        "1 file with findings of advisory severity or above\n",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
}

#[test]
fn every_problem_of_a_file_is_reported_with_its_position() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let text = fs::read_to_string(folder.at("s.json")).unwrap();
    folder.write(
        "s.json",
        &text
            .replace("\"kind\": \"district\"", "\"kind\": \"realm\"")
            .replace("\"year\": \"2021/22\"", "\"year\": 7"),
    );
    let ran = folder.ags(&["check", "s.json"]);
    assert_eq!(ran.code, 3);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(lines.len() > 2, "{}", ran.err);
    for line in lines {
        let place: Vec<&str> = line.splitn(4, ':').collect();
        assert_eq!(place[0], "s.json");
        assert!(place[1].parse::<usize>().unwrap() > 1 && place[2].parse::<usize>().is_ok(), "{line}");
        assert!(place[3].starts_with(" /"), "{line}");
    }
}

#[test]
fn the_order_of_the_output_does_not_depend_on_threads() {
    let folder = Folder::new();
    for number in 0..40 {
        folder.statement(&format!("{number:02}.json"), |statement| {
            statement.local_code.authority.name = words(&format!("Council {number}"));
        });
    }
    let with = |threads: &str| {
        let mut command = folder.command(&["check", ".", "--as-at", DAY, "--format", "csv"]);
        command.env("RAYON_NUM_THREADS", threads);
        common::run(command)
    };
    let (one, four) = (with("1"), with("4"));
    assert_eq!(one.out, four.out);
    let first = |line: &str| line.split(',').next().unwrap_or_default().to_owned();
    let mut files: Vec<String> = one.out.lines().skip(1).map(first).collect();
    files.dedup();
    assert_eq!(files.len(), 40);
    assert!(files.is_sorted());
}

#[test]
fn what_is_something_else_is_skipped_in_a_folder_and_refused_by_name() {
    let folder = Folder::mixed();
    fs::remove_file(folder.at("c-broken.json")).unwrap();
    let review = ags::example::statement().unwrap().review;
    folder.write("review.json", &serde_json::to_string(&review).unwrap());
    folder.write("package.json", "{\"name\": \"x\"}");
    folder.write("list.json", "[1]");
    folder.write("notes.txt", "");
    let ran = folder.ags(&["check", ".", "--as-at", DAY]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("4 files skipped: no document that can be checked\n"), "{}", ran.out);
    let notes: Vec<&str> = ran.err.lines().collect();
    assert_eq!(notes.len(), 2, "{}", ran.err);
    assert!(
        notes[0].starts_with("note: ./list.json: skipped") && notes[1].starts_with("note: ./package.json")
    );
    for name in ["review.json", "package.json", "list.json", "notes.txt", "nothing.json"] {
        let ran = folder.ags(&["check", name]);
        assert_eq!((ran.code, ran.err.starts_with(&format!("{name}:"))), (3, true), "{}", ran.err);
    }
}

#[test]
fn a_folder_with_nothing_to_check_is_not_clean() {
    let ran = Folder::new().ags(&["check", "."]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("ags: there is nothing to check"), "{}", ran.err);
}

#[test]
fn last_years_statement_is_found_in_a_folder_or_named() {
    let folder = Folder::new();
    folder.statement("2021.json", |_| ());
    folder.statement("2022.json", |statement| {
        let year = "2022/23".parse().unwrap();
        statement.review.year = Some(year);
    });
    let prior = |args: &[&str]| {
        let out = folder.ags(&[&["check", "--as-at", "2023-09-30", "--format", "json"], args].concat()).out;
        let value: serde_json::Value = serde_json::from_str(&out).unwrap();
        let reports = value["reports"].as_array().unwrap();
        let last = reports.last().unwrap();
        let rule =
            last["report"]["results"].as_array().unwrap().iter().find(|one| one["code"] == "FW16-PRIOR");
        rule.unwrap().clone()
    };
    let (alone, named, found) =
        (prior(&["2022.json"]), prior(&["2022.json", "--prior", "2021.json"]), prior(&["."]));
    assert_ne!(alone, named);
    assert_eq!(named, found);
}

#[test]
fn of_two_statements_of_last_year_none_is_used_and_a_note_says_so() {
    let folder = Folder::new();
    folder.statement("draft.json", |_| ());
    folder.statement("final.json", |_| ());
    folder.statement("next.json", |statement| statement.review.year = Some("2022/23".parse().unwrap()));
    let ran = folder.ags(&["check", ".", "--as-at", DAY]);
    let note = "note: ./next.json: not compared with last year's statement, because several files hold it: \
                ./draft.json, ./final.json\n";
    assert_eq!(ran.err, note);
}

#[test]
fn a_waiver_applies_to_proper_practice_and_not_to_the_law_and_is_checked_itself() {
    let folder = Folder::new();
    folder.statement("s.json", |statement| statement.review.conclusion = None);
    let code = |waivers: &str| {
        folder.write("waivers.toml", waivers);
        folder.ags(&["check", "s.json", "--as-at", DAY, "--waivers", "waivers.toml", "--format", "json"]).code
    };
    let waiver = |rule: &str, until: &str| {
        format!("[[waiver]]\nrule = '{rule}'\nreason = 'x'\naccepted_by = 'y'\nuntil = '{until}'\n")
    };
    let found = folder.ags(&["check", "s.json", "--as-at", DAY, "--format", "csv"]).out;
    let rules: std::collections::BTreeSet<&str> = found
        .lines()
        .filter(|line| line.contains(",not-met,"))
        .map(|line| line.split(',').nth(7).unwrap())
        .collect();
    let all: String = rules.iter().map(|rule| waiver(rule, "2022-12-31")).collect();
    assert_eq!(code(&all), 0, "{all}");
    let old: String = rules.iter().map(|rule| waiver(rule, "2022-11-29")).collect();
    assert_eq!(code(&old), 1);
    assert_eq!(code("[[waiver]]\nrule = 7\n"), 3);
}

#[test]
fn a_report_is_written_to_a_file_and_skipped_by_the_next_run() {
    let folder = Folder::mixed();
    let args = ["check", ".", "--as-at", DAY, "--format", "json", "--out", "report.json"];
    let first = folder.ags(&args);
    assert_eq!((first.code, first.out.as_str()), (3, ""));
    let report = fs::read_to_string(folder.at("report.json")).unwrap();
    let value: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(value["totals"]["checked"], 2);
    let again = folder.ags(&args);
    assert_eq!(again.err, first.err);
    let value: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.at("report.json")).unwrap()).unwrap();
    assert_eq!((&value["totals"]["checked"], &value["totals"]["skipped"]), (&2.into(), &1.into()));
    let failed = folder.ags(&["check", "a-good.json", "--out", "no/such/folder.txt"]);
    assert_eq!(failed.code, 3);
}

#[test]
fn a_reader_that_goes_away_causes_no_message() {
    let folder = Folder::mixed();
    let mut command = folder.command(&["check", "a-good.json", "b-faulty.json", "--format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(3));
}

#[cfg(unix)]
#[test]
fn a_hostile_file_name_reaches_no_terminal_as_a_command() {
    let folder = Folder::new();
    folder.statement("a\u{1b}[2J\nb.json", |_| ());
    folder.write("c\u{1b}]0;x\u{7}.json", "{");
    for format in ["text", "tap", "junit", "csv", "json", "sarif"] {
        let ran = folder.ags(&["check", ".", "--as-at", DAY, "--format", format]);
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn a_file_too_large_is_refused_with_its_length() {
    let folder = Folder::new();
    let file = fs::File::create(folder.at("large.json")).unwrap();
    file.set_len(33 * 1024 * 1024).unwrap();
    let ran = folder.ags(&["check", "large.json"]);
    assert_eq!(ran.code, 3);
    assert_eq!(ran.err, "large.json: 34603008 bytes are too many; 33554432 (32 MiB) are the most we read\n");
}

#[test]
fn each_format_names_the_date_and_the_broken_file() {
    let folder = Folder::mixed();
    for (format, day) in [
        ("text", "30 November 2022"),
        ("json", "2022-11-30"),
        ("junit", "2022-11-30"),
        ("sarif", "30 November 2022"),
        ("tap", "30 November 2022"),
        ("csv", "2022-11-30"),
    ] {
        let ran = folder.ags(&["check", ".", "--as-at", DAY, "--format", format]);
        assert!(ran.out.contains(day) && ran.out.contains("c-broken.json"), "{format}\n{}", ran.out);
        assert_eq!(ran.code, 3);
    }
}
