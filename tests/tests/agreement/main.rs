//! PDF, HTML, Word and Markdown of a document tell the same: the same words in the same order, headings of the same
//! levels, tables of the same shape, the same list of contents. All is taken back from the bytes by readers that are
//! not ours, and held against the document itself.
//!
//! | face | read by | what is no part of the text, by what the format says |
//! |---|---|---|
//! | PDF | `lopdf`: the tags, and the words under each in the order of the tags | artifacts; labels (`Lbl`); in the contents, the number of the page that the link leads to |
//! | HTML | `scraper`, on `html5ever` | what stands outside `header`, `nav` and `main` |
//! | Word | `docx-rs`; of a drawing, which it does not keep whole, `quick-xml` | the parts of headers and footers; labels of lists, which are numbering |
//! | Markdown | `pulldown-cmark` | labels of lists |
//!
//! The text is: crest, title, author and status of the title page, its blocks, and the body with the captions,
//! column headings, labels of notes and alternative texts in it. The list of contents is compared by itself, and so are the
//! words inside drawings, which Markdown has not.
//!
//! Tags do not say that anything is painted, so `pdftotext`, which knows no tags, must find every word on the pages.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test stops when something is wrong")]

mod documents;
mod docx;
mod html;
mod markdown;
mod pdf;
#[allow(dead_code, reason = "the tests of PDF use all of it")]
#[path = "../pdf/reader.rs"]
mod reader;
#[allow(dead_code, reason = "the tests of PDF use all of it")]
#[path = "../pdf/sample.rs"]
mod sample;
mod told;

use std::collections::BTreeMap;
use std::process::Command;

use ags::Document;
use told::Told;

/// Everything in which a face tells something else than the document.
fn disagreements(name: &str, document: &Document) -> Vec<String> {
    let told = Told::of(document);
    let undrawn = Told { drawn: String::new(), ..told.clone() };
    let faces = [
        ("PDF", &told, pdf::told(&render_pdf::render(document).unwrap())),
        ("HTML", &told, html::told(&render_html::render(document).unwrap())),
        ("Word", &told, docx::told(&render_docx::render(document).unwrap())),
        ("Markdown", &undrawn, markdown::told(&render_markdown::render(document).unwrap())),
    ];
    let differences = faces.into_iter().flat_map(|(face, told, heard)| {
        told.differences(&heard).into_iter().map(move |difference| format!("{name}, {face}: {difference}"))
    });
    differences.collect()
}

fn all_agree(documents: &[(String, Document)]) {
    let found: Vec<String> =
        documents.iter().flat_map(|(name, document)| disagreements(name, document)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_faces_of_every_council_tell_the_same() {
    let councils = documents::of_councils();
    assert!(councils.len() >= 6, "five councils, one of them as draft and as final");
    all_agree(&councils);
}

#[test]
fn the_faces_of_every_paper_that_cases_begin_with_tell_the_same() {
    let papers = documents::of_cases();
    assert!(papers.len() >= 7, "statements of four nations and returns");
    all_agree(&papers);
}

#[test]
fn the_faces_of_every_kind_of_block_tell_the_same() {
    all_agree(&documents::of_every_kind());
}

#[test]
fn a_document_of_many_pages_tells_the_same_in_every_face() {
    all_agree(&[("long".into(), sample::long())]);
}

#[test]
fn a_word_less_a_heading_moved_and_a_cell_too_many_are_seen() {
    let (_, document) = documents::of_every_kind().remove(0);
    let told = Told::of(&document);
    let changes: [fn(&mut Told); 5] = [
        |told| drop(told.words.remove(3)),
        |told| told.headings[1].0 += 1,
        |told| told.tables[0][1] += 1,
        |told| drop(told.contents.pop()),
        |told| told.drawn.truncate(3),
    ];
    for change in changes {
        let mut other = told.clone();
        change(&mut other);
        assert_eq!(told.differences(&other).len(), 1);
    }
    assert!(told.differences(&told).is_empty());
}

/// How often each word is there: a run of letters and digits, since a line may end anywhere else.
fn counted(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// The words of a document that are seen: all but those that stand for a drawing.
fn seen(document: &Document) -> String {
    let words = document.words().into_iter();
    let seen = words.filter(|(at, _)| {
        let text =
            ["/title", "/author", "/status", "/cover", "/body"].iter().any(|part| at.starts_with(part));
        text && !at.ends_with("/figure/alt")
    });
    seen.map(|(_, words)| words).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_word_is_painted_on_the_pages() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("there is no pdftotext: the pages were not read");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    for (name, document) in documents::of_councils().into_iter().chain(documents::of_every_kind()) {
        std::fs::write(&file, render_pdf::render(&document).unwrap()).unwrap();
        let pages = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
        let pages = String::from_utf8(pages.stdout).unwrap();
        let painted = counted(&pages);
        for (word, times) in counted(&seen(&document)) {
            let found = painted.get(word).copied().unwrap_or_default();
            assert!(found >= times, "{name}: {word:?} is told {times} times and painted {found} times");
        }
    }
}
