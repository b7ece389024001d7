//! The content of small files as text, read from their bytes. `AGS_RENEW=1` writes the snapshots again.

use std::fmt::Write;
use std::path::Path;

use ags::document::Document;

use crate::read;
use tests::pdf_reader::{EmbeddedFile, PdfReader};
use tests::sample;

#[test]
fn one_of_everything_is_unchanged() {
    matches_snapshot("everything", &sample::of_everything());
}

#[test]
fn a_figure_and_attachments_are_unchanged() {
    matches_snapshot("figure", &sample::with_figure_and_attachments());
}

fn matches_snapshot(name: &str, document: &Document) {
    let text = describe(&read(document));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pdf/snapshots/{name}.txt"));
    if std::env::var_os("AGS_RENEW").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let snapshot = std::fs::read_to_string(&path).unwrap();
    assert!(
        text == snapshot,
        "{} is not what the file contains; write it with AGS_RENEW=1 cargo test -p tests --test pdf, and read \
         what changed:\n{text}",
        path.display()
    );
}

fn describe(reader: &PdfReader) -> String {
    let mut text = format!("language: {}\n", reader.language());
    for EmbeddedFile { name, description, relationship, media_type, content, .. } in reader.attachments() {
        writeln!(
            text,
            "attached: {name}, {media_type}, {relationship}, {} bytes: {description}",
            content.len()
        )
        .unwrap();
    }
    writeln!(text, "\nbookmarks, with their pages\n\n{}", reader.bookmarks()).unwrap();
    writeln!(text, "tags, each with its own words; @ can be followed\n\n{}", reader.tags()).unwrap();
    writeln!(text, "words, in the order of the tags\n\n{}\n", reader.text()).unwrap();
    text.push_str("what repeats or decorates\n\n");
    for page in 0..reader.pages.len() {
        writeln!(text, "page {}: {}", page + 1, reader.artifacts(page)).unwrap();
    }
    text
}
