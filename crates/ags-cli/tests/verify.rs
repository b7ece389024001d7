//! `ags verify`, as an auditor runs it.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;

use common::{DAY, Folder};

/// A folder with a statement as JSON and as PDF.
fn rendered() -> Folder {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    assert_eq!(folder.ags(&["render", "s.json", "--out", "s.pdf", "--as-at", DAY]).code, 0);
    folder
}

#[test]
fn a_rendered_statement_is_as_issued_and_says_whose_it_is() {
    let folder = rendered();
    let ran = folder.ags(&["verify", "s.pdf"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let presentation = ags::Presentation::new(DAY.parse().unwrap());
    let digest = ags::published(&ags::example::statement().unwrap(), &presentation).digest();
    let text = format!(
        "s.pdf: as issued\n  statement for 2021/22 of Example Borough Council, presented as at 30 November 2022\n  \
         SHA-256 of its data: {digest}\n  byte for byte what its data make\n"
    );
    assert_eq!(ran.out, text);
}

#[test]
fn a_worksheet_and_a_check_report_say_when_the_check_was_made() {
    let folder = Folder::new();
    folder.write("return.json", &serde_json::to_string(&ags::example::agar().unwrap()).unwrap());
    let render = ["render", "return.json", "--out", "w.pdf", "--report", "r.pdf", "--as-at", "2024-09-30"];
    assert_eq!(folder.ags(&render).code, 0);
    let ran = folder.ags(&["verify", "."]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("  check report for 2023/24 of "), "{}", ran.out);
    assert!(ran.out.contains("  return for 2023/24 of "), "{}", ran.out);
    assert_eq!(ran.out.matches(", checked as at 30 September 2024").count(), 2, "{}", ran.out);
}

#[test]
fn data_that_are_not_published_are_named() {
    let folder = rendered();
    let note = "statement.json/notes: this is in the file and is not published: working notes";
    let mut document = lopdf::Document::load(folder.at("s.pdf")).unwrap();
    let streams = document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    for stream in streams {
        let text = stream.get_plain_content().ok().and_then(|content| String::from_utf8(content).ok());
        if let Some(text) = text.filter(|text| text.contains("\"statement/1\"")) {
            stream.set_plain_content(text.replacen('{', "{\"notes\":[\"Ask.\"],", 1).into_bytes());
        }
    }
    document.save(folder.at("t.pdf")).unwrap();
    let ran = folder.ags(&["verify", "t.pdf"]);
    assert!(ran.code == 1 && ran.out.contains(note), "{}", ran.out);
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
        ran.out.contains("  file-structure: byte ")
            && ran.out.contains(": 7 bytes follow the end of the file"),
        "{}",
        ran.out
    );
    folder.write("u.pdf", "no PDF");
    let ran = folder.ags(&["verify", "."]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("u.pdf: this is not a PDF that can be read"), "{}", ran.err);
    assert!(
        ran.out.ends_with(
            "2 files verified: 1 as issued, 0 saved again, 0 with words that agree, 1 not sound; 1 not read\n"
        ),
        "{}",
        ran.out
    );
}

/// Saves a published file as another program does.
fn save_again(folder: &Folder, from: &str, to: &str, change: impl FnOnce(&mut lopdf::Document)) {
    let mut document = lopdf::Document::load(folder.at(from)).unwrap();
    change(&mut document);
    document.save(folder.at(to)).unwrap();
}

#[test]
fn a_file_saved_again_gives_4_and_one_of_another_version_5_unless_accepted() {
    let folder = rendered();
    save_again(&folder, "s.pdf", "again.pdf", |_| ());
    let ran = folder.ags(&["verify", "again.pdf"]);
    assert_eq!(ran.code, 4);
    assert!(ran.out.starts_with("again.pdf: saved again\n"), "{}", ran.out);
    assert_eq!(folder.ags(&["verify", "again.pdf", "--accept", "saved-again"]).code, 0);
    assert_eq!(folder.ags(&["verify", "again.pdf", "--accept", "words-agree"]).code, 4);

    let ours = concat!("render-pdf ", env!("CARGO_PKG_VERSION"));
    save_again(&folder, "s.pdf", "other.pdf", |document| {
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let producer = lopdf::Object::string_literal("render-pdf 99.0.0");
        document.get_dictionary_mut(info).unwrap().set("Producer", producer);
        let metadata = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
        let stream = document.get_object_mut(metadata).unwrap().as_stream_mut().unwrap();
        let packet = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
        stream.set_plain_content(packet.replace(ours, "render-pdf 99.0.0").into_bytes());
    });
    let ran = folder.ags(&["verify", "other.pdf"]);
    assert_eq!(ran.code, 5, "{}", ran.out);
    assert!(ran.out.starts_with("other.pdf: words agree\n"), "{}", ran.out);
    assert!(ran.out.contains("ags 99.0.0 settles"), "{}", ran.out);
    assert_eq!(folder.ags(&["verify", "."]).code, 5, "5 outweighs 4");
    assert_eq!(folder.ags(&["verify", ".", "--accept", "words-agree"]).code, 4);
    assert_eq!(folder.ags(&["verify", ".", "--accept", "words-agree,saved-again"]).code, 0);
    assert_eq!(folder.ags(&["verify", ".", "--accept", "not-sound"]).code, 2);
    fs::write(folder.at("t.pdf"), b"%PDF-1.7\n").unwrap();
    assert_eq!(folder.ags(&["verify", "."]).code, 3, "3 outweighs all");
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
    assert_eq!(json["verifications"][0]["verdict"], "as-issued");
    assert_eq!(json["verifications"][0]["as_at"], DAY);
    assert_eq!(json["errors"].as_array().unwrap().len(), 1);
    let totals = serde_json::json!({
        "verified": 1, "as_issued": 1, "saved_again": 0, "words_agree": 0, "not_sound": 0, "unreadable": 1
    });
    assert_eq!(json["totals"], totals);
}

#[test]
fn nothing_to_verify_is_a_failure() {
    assert_eq!(Folder::new().ags(&["verify", "."]).code, 3);
}
