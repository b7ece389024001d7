//! `ags render`, as an officer renders one file and a publisher many.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;
use std::path::Path;

use common::{DAY, Folder};
use governance_model::Text;

/// Whether a file is of the format of its extension.
fn is_of_its_format(path: &Path) -> bool {
    let bytes = fs::read(path).unwrap();
    match path.extension().unwrap().to_str().unwrap() {
        "pdf" => bytes.starts_with(b"%PDF-1.7"),
        "docx" => bytes.starts_with(b"PK"),
        _ => String::from_utf8(bytes).unwrap().contains("Annual Governance Statement"),
    }
}

/// Every file below a folder, by its path within, in order.
fn files(folder: &Folder, within: &str) -> Vec<String> {
    let mut found = vec![];
    let mut open = vec![folder.at(within)];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(folder.at(within)).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_statement_is_rendered_in_every_format_that_is_asked_for() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let out = ["a.pdf", "b.html", "c.docx", "d.md", "e.HTM", "f.markdown"];
    let mut args = vec!["render", "s.json", "--as-at", DAY];
    args.extend(out.iter().flat_map(|name| ["--out", *name]));
    let ran = folder.ags(&args);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert!(out.iter().all(|name| is_of_its_format(&folder.at(name))));
    assert_eq!(files(&folder, "."), ["a.pdf", "b.html", "c.docx", "d.md", "e.HTM", "f.markdown", "s.json"]);
}

#[test]
fn a_return_is_rendered_and_a_local_code_is_not() {
    let folder = Folder::new();
    let agar = ags::example::agar().unwrap();
    folder.write("agar.json", &serde_json::to_string(&agar).unwrap());
    assert_eq!(folder.ags(&["render", "agar.json", "--out", "agar.md"]).code, 0);
    assert!(folder.at("agar.md").exists());
    let code = ags::example::statement().unwrap().local_code;
    folder.write("code.json", &serde_json::to_string(&code).unwrap());
    let ran = folder.ags(&["render", "code.json", "--out", "code.md"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("code.json: this is neither a statement nor a return"), "{}", ran.err);
}

#[test]
fn an_unsupported_format_is_refused_with_the_supported_ones_and_nothing_is_written() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let ran = folder.ags(&["render", "s.json", "--out", "s.pdf", "--out", "s.odt"]);
    assert_eq!(ran.code, 2);
    let formats = "end its name in one of: .pdf, .html, .htm, .docx, .md, .markdown";
    assert!(ran.err.contains("s.odt") && ran.err.contains(formats), "{}", ran.err);
    let twice = folder.ags(&["render", "s.json", "--out", "s.pdf", "--out", "s.pdf"]);
    assert!(
        twice.code == 2 && twice.err.contains("s.pdf: this is named twice as a file to write"),
        "{}",
        twice.err
    );
    assert_eq!(files(&folder, "."), ["s.json"]);
}

#[test]
fn a_document_that_one_format_cannot_show_leaves_no_file_in_another() {
    let folder = Folder::new();
    folder.statement("s.json", |statement| {
        statement.local_code.authority.name = Text::new("Cyngor \u{4e2d}\u{6587}").unwrap();
    });
    folder.write("s.html", "of last year");
    let ran = folder.ags(&["render", "s.json", "--out", "s.html", "--out", "s.pdf"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("ags: s.json: not rendered as .pdf: "), "{}", ran.err);
    assert_eq!(fs::read(folder.at("s.html")).unwrap(), b"of last year");
    assert_eq!(files(&folder, "."), ["s.html", "s.json"]);
}

#[test]
fn a_file_that_cannot_be_written_leaves_none_of_the_others() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let ran = folder.ags(&["render", "s.json", "--out", "s.html", "--out", "nowhere/s.md"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("nowhere/s.md"), "{}", ran.err);
    assert_eq!(files(&folder, "."), ["s.json"]);
}

#[test]
fn a_broken_file_and_a_file_that_is_not_there_are_reported_and_nothing_is_written() {
    let folder = Folder::mixed();
    for name in ["c-broken.json", "d-missing.json"] {
        let ran = folder.ags(&["render", name, "--out", "out.pdf"]);
        assert!(ran.code == 3 && ran.err.contains(name), "{}", ran.err);
        assert!(!folder.at("out.pdf").exists());
    }
}

#[test]
fn the_branding_is_seen_in_the_rendering() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let rendered = |branding: &[&str]| {
        let ran = folder.ags(&[&["render", "s.json", "--as-at", DAY, "--out", "s.html"], branding].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        fs::read_to_string(folder.at("s.html")).unwrap()
    };
    let plain = rendered(&[]);
    for (branding, seen) in [
        (&["--name", "Cyngor Enghraifft"][..], "Cyngor Enghraifft"),
        (&["--accent", "#5c0e2e"], "#5C0E2E"),
        (&["--crest"], "class=\"crest\""),
    ] {
        assert!(!plain.contains(seen) && rendered(branding).contains(seen), "{branding:?}");
    }
}

#[test]
fn a_colour_that_is_too_light_or_is_none_is_refused_with_what_to_write() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    for (colour, says) in [("#FFA500", "write a darker colour"), ("navy", "write one like #0E3A5C")] {
        let ran = folder.ags(&["render", "s.json", "--out", "s.pdf", "--accent", colour]);
        assert!(ran.code == 2 && ran.err.contains("--accent") && ran.err.contains(says), "{}", ran.err);
    }
}

#[test]
fn a_statement_is_presented_as_it_is_asked_for() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let rendered = |args: &[&str]| {
        let ran = folder.ags(&[&["render", "s.json", "--as-at", DAY, "--out", "s.md"], args].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        fs::read_to_string(folder.at("s.md")).unwrap()
    };
    let (plain, ordered) = (rendered(&[]), rendered(&["--order", "approval,summary"]));
    let headings = |text: &str| {
        text.lines().filter(|line| line.starts_with("# ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_ne!(headings(&plain), headings(&ordered));
    let (mut before, mut after) = (headings(&plain), headings(&ordered));
    before.sort();
    after.sort();
    assert_eq!(before, after, "no section is lost");
    assert!(rendered(&["--annex", "evidence"]).len() > plain.len());
    let address = "https://www.example.gov.uk/governance-statement";
    let args = ["--signature-fields", "--verify-at", address, "--out", "s.pdf"];
    rendered(&args);
    let pdf = lopdf::Document::load(folder.at("s.pdf")).unwrap();
    let links = |object: &lopdf::Object| {
        let link = object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok()?;
        Some(link.as_str().ok()? == address.as_bytes())
    };
    assert!(pdf.objects.values().filter_map(links).any(|is| is), "{address} is printed");
    assert_eq!(folder.ags(&["verify", "s.pdf"]).code, 0);
    for (args, says) in [
        (["--order", "foreword"], "[possible values: summary, issues, progress,"),
        (["--annex", "photographs"], "[possible values: evidence]"),
        (["--verify-at", "example.gov.uk"], "--verify-at"),
    ] {
        let ran = folder.ags(&[&["render", "s.json", "--out", "s.md"][..], &args].concat());
        assert!(ran.code == 2 && ran.err.contains(says), "{args:?}: {}", ran.err);
    }
}

const WAIVERS: &str = "[[waiver]]\nrule = 'FW16-PLAN'\nreason = 'Agreed.'\naccepted_by = 'Audit Committee'\n\
                       until = '2023-03-31'\n";

/// A folder with a statement that has an action without an owner, last year's, waivers and a return.
fn to_report_on() -> Folder {
    let folder = Folder::new();
    folder.statement("s.json", |statement| statement.review.actions[0].owners.clear());
    folder.statement("last.json", |statement| statement.review.year = Some("2020/21".parse().unwrap()));
    folder.write("waivers.toml", WAIVERS);
    folder.write("agar.json", &serde_json::to_string(&ags::example::agar().unwrap()).unwrap());
    folder
}

#[test]
fn the_check_report_is_written_beside_with_last_years_statement_and_waivers() {
    let folder = to_report_on();
    let statement = |args: &[&str]| {
        let render = ["render", "s.json", "--as-at", DAY, "--out", "s.html", "--report", "report.md"];
        let ran = folder.ags(&[&render, args].concat());
        let report = fs::read_to_string(folder.at("report.md")).unwrap();
        (ran.code, ran.err, report, fs::read(folder.at("s.html")).unwrap())
    };
    let plain = statement(&[]);
    assert_eq!((plain.0, plain.1.as_str()), (0, ""));
    assert!(plain.2.contains("Check report"), "{}", plain.2);
    let checked = folder.ags(&["check", "s.json", "--as-at", DAY, "--format", "md"]);
    assert_eq!(checked.out, plain.2, "it is the report of ags check");
    for args in [["--prior", "last.json"], ["--waivers", "waivers.toml"]] {
        let with = statement(&args);
        assert_eq!((with.0, with.1.as_str()), (0, ""));
        assert!(with.2 != plain.2, "{args:?} changes the report");
        assert!(with.3 == plain.3, "{args:?} leaves the statement alone");
    }
    let expired = WAIVERS.replace("2023-03-31", "2021-03-31");
    folder.write("expired.toml", &expired);
    let noted = statement(&["--waivers", "expired.toml"]);
    assert!(noted.0 == 0 && noted.1.starts_with("note: expired.toml: "), "{}", noted.1);
}

#[test]
fn an_option_without_a_use_is_refused_with_what_it_is_for() {
    let folder = to_report_on();
    for (args, says) in [
        (&["s.json", "--out", "s.md", "--prior", "last.json"][..], "which --report FILE writes beside it"),
        (&["s.json", "--out", "s.md", "--waivers", "waivers.toml"], "which --report FILE writes beside it"),
        (&["agar.json", "--out", "s.md", "--prior", "last.json"], "is not compared with last year's"),
        (&["agar.json", "--out", "s.md", "--annex", "evidence"], "this is a return"),
        (&["agar.json", "--out", "s.md", "--order", "issues"], "this is a return"),
        (&["agar.json", "--out", "s.md", "--signature-fields"], "this is a return"),
        (&["agar.json", "--out", "s.md", "--verify-at", "https://example.gov.uk/"], "this is a return"),
        (&[".", "--out", "out", "--report", "r.md"], "--report goes with one FILE"),
        (&[".", "--out", "out", "--prior", "last.json"], "--prior goes with one FILE"),
        (
            &["s.json", "--out", "out", "--to", "md", "--waivers", "waivers.toml"],
            "--waivers goes with one FILE",
        ),
        (&["s.json", "--out", "s.md", "--report", "r.md", "--prior", "-"], "--prior takes a file"),
        (&["s.json", "--out", "s.md", "--report", "s.md"], "s.md: this is named twice"),
        (&["s.json", "--out", "s.md", "--report", "r.odt"], "r.odt: not a supported format"),
        (&["s.json", "--out", "s.md", "--report", "s.json"], "s.json: not a supported format"),
    ] {
        let ran = folder.ags(&[&["render"], args].concat());
        assert!(ran.code == 2 && ran.err.contains(says), "{args:?}: {}", ran.err);
    }
    assert_eq!(files(&folder, "."), ["agar.json", "last.json", "s.json", "waivers.toml"]);
    let ran = folder.ags(&["render", "agar.json", "--out", "w.md", "--waivers", "waivers.toml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.starts_with("note: waivers.toml: "), "nothing needs it: {}", ran.err);
}

/// A folder of documents: two statements in a folder of their own, a return, a local code, something else and notes.
fn documents() -> Folder {
    let folder = Folder::new();
    fs::create_dir_all(folder.at("in/b")).unwrap();
    folder.statement("in/a.json", |_| ());
    folder.statement("in/b/2021.22.json", |_| ());
    let statement = ags::example::statement().unwrap();
    folder.write("in/agar.toml", &toml::to_string(&ags::example::agar().unwrap()).unwrap());
    folder.write("in/b/code.json", &serde_json::to_string(&statement.local_code).unwrap());
    folder.write("in/review.json", &serde_json::to_string(&statement.review).unwrap());
    folder.write("in/minutes.txt", "not a document");
    folder
}

#[test]
fn a_folder_is_rendered_below_another_and_every_file_keeps_its_place() {
    let folder = documents();
    let ran = folder.ags(&["render", "in", "--out", "out", "--to", "html,md", "--as-at", DAY]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "3 files rendered as html, md into out\n3 skipped: neither a statement nor a return\n"
    );
    let rendered = ["a.html", "a.md", "agar.html", "agar.md", "b/2021.22.html", "b/2021.22.md"];
    assert_eq!(files(&folder, "out"), rendered);
    assert!(rendered.iter().all(|name| folder.at("out").join(name).metadata().unwrap().len() > 0));
}

#[test]
fn a_folder_is_rendered_as_pdf_by_default_and_into_itself_if_it_is_named() {
    let folder = documents();
    assert_eq!(folder.ags(&["render", "in", "--out", "in", "--as-at", DAY]).code, 0);
    let (in_it, below) = (["a.json", "a.pdf", "agar.pdf", "agar.toml"], ["b/2021.22.json", "b/2021.22.pdf"]);
    assert_eq!(files(&folder, "in")[..6], [&in_it[..], &below[..]].concat());
    assert!(is_of_its_format(&folder.at("in/a.pdf")));
    assert_eq!(folder.ags(&["render", "in", "--out", "in", "--as-at", DAY]).code, 0, "once more over them");
}

#[test]
fn files_that_fail_are_reported_in_the_order_of_names_and_the_others_are_rendered() {
    let folder = documents();
    folder.write("in/0.json", "{\n  \"local_code\": ]\n}");
    folder.write("in/b/0.toml", "local_code = 7\nreview = 7\n");
    folder.write("in/odd.json", "[1]");
    let run = |threads: &str, out: &str| {
        let mut command = folder.command(&["render", "in", "--out", out, "--to", "md", "--as-at", DAY]);
        command.env("RAYON_NUM_THREADS", threads);
        common::run(command)
    };
    let (one, four) = (run("1", "one"), run("4", "four"));
    assert_eq!((one.code, &one.err), (3, &four.err));
    let reported: Vec<&str> = one.err.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(reported, ["in/0.json", "in/b/0.toml", "in/b/0.toml", "note"], "{}", one.err);
    assert!(
        one.err.contains("note: in/odd.json: skipped, because it is not a known document"),
        "{}",
        one.err
    );
    assert!(
        one.out.contains("3 files rendered as md") && one.out.contains("2 could not be rendered"),
        "{}",
        one.out
    );
    assert_eq!(files(&folder, "one"), files(&folder, "four"));
    for name in files(&folder, "one") {
        let read = |out: &str| fs::read(folder.at(out).join(&name)).unwrap();
        assert_eq!(read("one"), read("four"));
    }
}

#[test]
fn two_files_with_one_target_are_both_refused_by_name() {
    let folder = documents();
    folder.write("in/agar.json", &serde_json::to_string(&ags::example::agar().unwrap()).unwrap());
    folder.write("in/review.toml", "schema = \"review/1\"\n");
    let ran = folder.ags(&["render", "in", "--out", "out", "--to", "md"]);
    assert_eq!(ran.code, 3);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(
        lines,
        [
            "in/agar.json: not rendered, because in/agar.toml has the same target out/agar; rename one",
            "in/agar.toml: not rendered, because in/agar.json has the same target out/agar; rename one",
        ]
    );
    assert_eq!(files(&folder, "out"), ["a.md", "b/2021.22.md"]);
}

#[test]
fn a_statement_and_a_local_code_of_one_name_do_not_conflict() {
    let folder = documents();
    let code = ags::example::statement().unwrap().local_code;
    folder.write("in/a.toml", &toml::to_string(&code).unwrap());
    let ran = folder.ags(&["render", "in", "--out", "out", "--to", "md"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(folder.at("out/a.md").exists());
}

#[test]
fn several_files_named_are_rendered_by_their_names_and_each_must_be_a_statement_or_a_return() {
    let folder = documents();
    let ran = folder.ags(&[
        "render",
        "in/a.json",
        "in/b/2021.22.json",
        "in/review.json",
        "--out",
        "out",
        "--to",
        "md",
    ]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("in/review.json:1:2: /schema: this is a review document;"), "{}", ran.err);
    assert_eq!(files(&folder, "out"), ["2021.22.md", "a.md"]);
    assert_eq!(folder.ags(&["render", "in/a.json", "--out", "alone", "--to", "md"]).code, 0);
    assert_eq!(files(&folder, "alone"), ["a.md"]);
}

#[test]
fn a_folder_of_nothing_to_render_gives_3_and_a_wrong_command_line_2() {
    let folder = documents();
    fs::create_dir(folder.at("empty")).unwrap();
    let ran = folder.ags(&["render", "empty", "--out", "out"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("there is nothing to render"), "{}", ran.err);
    assert!(!folder.at("out").exists());
    for (args, says) in [
        (&["render", "in"][..], "--out"),
        (&["render", "in", "--out", "all.pdf"], "all.pdf: this is not a folder"),
        (&["render", "in", "--out", "in/minutes.txt"], "this is not a folder"),
        (&["render", "in", "--out", "x", "--out", "y"], "give --out once"),
        (&["render", "in", "--out", "x", "--to", "odt"], "[possible values: pdf, html, docx, md]"),
        (&["render", "in/a.json", "--out", "out"], "for a folder, give the formats with --to"),
    ] {
        let ran = folder.ags(args);
        assert!(ran.code == 2 && ran.err.contains(says), "{args:?}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_reported_for_every_file() {
    let folder = documents();
    folder.write("blocked", "");
    let ran = folder.ags(&["render", "in", "--out", "blocked/out", "--to", "md"]);
    assert_eq!(ran.code, 3);
    assert!(ran.out.starts_with("0 files rendered"), "{}", ran.out);
    assert_eq!(ran.err.lines().count(), 3, "{}", ran.err);
}
