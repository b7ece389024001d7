//! Check reports as papers, and the words of reports and messages.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;

use common::{DAY, Folder};

#[test]
fn a_paper_is_written_in_each_format_with_the_exit_code_of_the_check() {
    let folder = Folder::new();
    folder.statement("good.json", |_| ());
    folder.statement("faulty.json", |statement| statement.review.conclusion = None);
    let starts: [(&str, &[u8]); 4] =
        [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("md", b"**Check report: ")];
    for (format, start) in starts {
        let check = |file| {
            let out = format!("report.{format}");
            folder.ags(&["check", file, "--as-at", DAY, "--format", format, "--out", &out])
        };
        let (faulty, good) = (check("faulty.json"), check("good.json"));
        assert_eq!((good.code, faulty.code, good.err.as_str()), (0, 1, ""), "{format}");
        assert!(fs::read(folder.at(&format!("report.{format}"))).unwrap().starts_with(start), "{format}");
    }
    let verified = folder.ags(&["verify", "report.pdf"]);
    assert_eq!(verified.code, 0, "{verified:?}");
    assert!(verified.out.contains("this is the report of a check"), "{}", verified.out);
}

#[test]
fn several_files_have_a_paper_each_in_the_folder_of_out() {
    let folder = Folder::mixed();
    fs::create_dir(folder.at("below")).unwrap();
    folder.statement("below/x.json", |_| ());
    let check = |out: &[&str]| folder.ags(&[&["check", ".", "--as-at", DAY, "--format", "md"], out].concat());
    let ran = check(&[]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("name the folder for them with --out"), "{}", ran.err);
    let ran = check(&["--out", "papers"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, "3 check reports written as md into papers\n"), "{ran:?}");
    for paper in ["a-good", "b-faulty", "below/x"] {
        assert!(folder.at(&format!("papers/{paper}-check-report.md")).is_file(), "{paper}");
    }
    assert_eq!(check(&["--out", "a-good.json"]).code, 2);
}

#[test]
fn a_terminal_is_shown_text_alone() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let file = folder.at("s.json");
    let run = |format: &str| {
        let (mut input, mut out, mut err) = (std::io::empty(), Vec::new(), Vec::new());
        let today = DAY.parse().unwrap();
        let (to, errors) = (&mut out, &mut err);
        let mut console = ags_cli::Console {
            input: &mut input,
            out: to,
            err: errors,
            terminal: false,
            out_terminal: true,
            colour: false,
            today,
        };
        let code = ags_cli::run(["ags", "check", file.to_str().unwrap(), "--format", format], &mut console);
        (code, out, String::from_utf8(err).unwrap())
    };
    for format in ["pdf", "docx"] {
        let (code, out, err) = run(format);
        assert_eq!((code, out.len()), (ags_cli::USAGE, 0), "{format}");
        assert!(err.contains(&format!("--out check-report.{format}")), "{err}");
    }
    assert!(run("md").1.starts_with(b"**Check report: "));
}

#[test]
fn a_place_is_named_with_its_number_its_identifier_and_its_line() {
    let folder = Folder::new();
    folder.statement("s.json", |statement| statement.review.actions[0].owners.clear());
    let text = fs::read_to_string(folder.at("s.json")).unwrap();
    let ran = folder.ags(&["check", "s.json", "--as-at", DAY]);
    let place =
        ran.out.lines().find(|line| line.contains("Action 1 (")).unwrap_or_else(|| panic!("{}", ran.out));
    let line: usize = place.rsplit(' ').next().unwrap().parse().unwrap();
    let there: Vec<&str> = text.lines().skip(line - 1).take(2).collect();
    assert!(there.concat().contains("ACT-2022-1"), "{place}: {there:?}");
    assert!(!ran.out.contains("/review/"), "{}", ran.out);
    assert!(!ran.out.contains("Not applicable"), "{}", ran.out);
}

#[test]
fn messages_are_sentences() {
    let folder = Folder::new();
    let family = folder.ags(&["explain", "sig"]).err;
    assert!(
        family.starts_with(
            "ags: SIG is not one rule; its rules are SIG-1, SIG-2, SIG-3, SIG-4. 'ags rules' lists"
        ),
        "{family}"
    );
    let new = |name: &str| folder.ags(&["new", "--authority", name, "--year", "2024/25"]).err;
    assert_eq!(
        new("Suffolk"),
        "note: \"Suffolk\" is taken as Suffolk County Council, as the register has it.\n"
    );
    assert_eq!(new("Suffolk County Council"), "");
    let unknown = new("Example District Council");
    assert!(
        unknown.ends_with("Its type, nation and category are placeholders.\n")
            && !unknown.contains("Council Its"),
        "{unknown}"
    );
}
