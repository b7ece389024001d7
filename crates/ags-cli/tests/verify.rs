//! `ags verify`, as an auditor runs it.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;

use common::{DAY, Folder};

/// A folder with a statement as JSON and as PDF, and last year's.
fn rendered() -> Folder {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    folder.statement("last.json", |statement| statement.review.year = Some("2020/21".parse().unwrap()));
    assert_eq!(folder.ags(&["render", "s.json", "--out", "s.pdf", "--as-at", DAY]).code, 0);
    folder
}

#[test]
fn a_rendered_statement_is_sound_and_says_whose_it_is() {
    let folder = rendered();
    let ran = folder.ags(&["verify", "s.pdf"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let digest = ags::example::statement().unwrap().digest();
    let text = format!(
        "s.pdf: sound\n  statement for 2021/22 of Example Borough Council, checked as at 30 November 2022\n  \
         SHA-256 of its data: {digest}\n  byte for byte what its data give\n"
    );
    assert_eq!(ran.out, text);
    assert_eq!(folder.ags(&["verify", "s.pdf", "--prior", "last.json"]).code, 0);
}

#[test]
fn a_file_that_was_changed_gives_1_and_one_that_cannot_be_read_3() {
    let folder = rendered();
    let mut bytes = fs::read(folder.at("s.pdf")).unwrap();
    bytes.extend_from_slice(b"% more\n");
    fs::write(folder.at("t.pdf"), bytes).unwrap();
    let ran = folder.ags(&["verify", "t.pdf"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("t.pdf: not sound, 1 difference\n"), "{}", ran.out);
    assert!(
        ran.out.contains("  later-update: the file was changed after it was made: 6 bytes"),
        "{}",
        ran.out
    );
    folder.write("u.pdf", "no PDF");
    let ran = folder.ags(&["verify", "."]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("u.pdf: this is not a PDF that can be read"), "{}", ran.err);
    assert!(ran.out.ends_with("2 files verified, 1 not sound, 1 not read\n"), "{}", ran.out);
}

#[test]
fn a_program_gets_one_object_with_totals() {
    let folder = rendered();
    folder.write("u.pdf", "no PDF");
    let ran = folder.ags(&["verify", ".", "--format", "json", "--out", "verified.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.at("verified.json")).unwrap()).unwrap();
    assert_eq!(json["schema"], "verifications/1");
    assert_eq!(json["verifications"][0]["sound"], true);
    assert_eq!(json["verifications"][0]["as_at"], DAY);
    assert_eq!(json["errors"].as_array().unwrap().len(), 1);
    let totals = serde_json::json!({ "verified": 1, "unsound": 0, "unreadable": 1 });
    assert_eq!(json["totals"], totals);
}

#[test]
fn nothing_to_verify_is_a_failure_and_last_year_goes_with_one_file() {
    let folder = Folder::new();
    assert_eq!(folder.ags(&["verify", "."]).code, 3);
    assert_eq!(folder.ags(&["verify", ".", "--prior", "last.json"]).code, 2);
}
