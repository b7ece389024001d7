//! What a reader is told of a small file, as text, made from its bytes. With `AGS_RENEW=1` it is written anew.

use std::fmt::Write;
use std::path::Path;

use ags::document::Document;

use crate::reader::{Attached, Reader};
use crate::{read, sample};

#[test]
fn one_of_everything_reads_as_it_did() {
    holds("everything", &sample::of_everything());
}

#[test]
fn a_figure_and_attachments_read_as_they_did() {
    holds("figure", &sample::with_figure_and_attachments());
}

fn holds(name: &str, document: &Document) {
    let told = told(&read(document));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pdf/snapshots/{name}.txt"));
    if std::env::var_os("AGS_RENEW").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(
        told == kept,
        "{} does not hold what the file says; write it with AGS_RENEW=1 cargo test -p tests --test pdf, and read \
         what changed:\n{told}",
        path.display()
    );
}

fn told(reader: &Reader) -> String {
    let mut told = format!("language: {}\n", reader.language());
    for Attached { name, description, relationship, media_type, content, .. } in reader.attachments() {
        writeln!(
            told,
            "attached: {name}, {media_type}, {relationship}, {} bytes: {description}",
            content.len()
        )
        .unwrap();
    }
    writeln!(told, "\nbookmarks, with their pages\n\n{}", reader.bookmarks()).unwrap();
    writeln!(told, "tags, each with its own words; @ can be followed\n\n{}", reader.tags()).unwrap();
    writeln!(told, "words, in the order of the tags\n\n{}\n", reader.text()).unwrap();
    told.push_str("what repeats or decorates\n\n");
    for page in 0..reader.pages.len() {
        writeln!(told, "page {}: {}", page + 1, reader.artifacts(page)).unwrap();
    }
    told
}
