//! PDF, HTML, Word and Markdown of a document have the same content: the same text in the same order, headings of the same
//! levels, tables of the same shape, the same list of contents. All of it is read from the bytes by independent parsers and
//! compared with the document.
//!
//! | format | parser | what is not part of the text, by the rules of the format |
//! |---|---|---|
//! | PDF | `lopdf`: the tags, and the words under each in the order of the tags | artifacts; labels (`Lbl`); in the contents, the number of the page that the link leads to |
//! | HTML | `scraper`, on `html5ever` | what is outside `header`, `nav` and `main` |
//! | Word | `docx-rs`; of a drawing, which it does not keep whole, `quick-xml` | the parts of headers and footers; labels of lists, which are numbering |
//! | Markdown | `pulldown-cmark` | labels of lists; lines to write on |
//!
//! The text is: crest, title, author and status of the title page, its blocks, and the body with the captions,
//! column headings, labels of notes and alternative texts in it. The list of contents is compared by itself, and so are the
//! words inside drawings, which Markdown has not. The colophon is about the file, and a PDF alone has it after the body.
//!
//! Tags do not prove that anything is painted, so `pdftotext`, which ignores tags, must find every word on the pages.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test stops when something is wrong")]

mod content;
mod documents;
mod docx;
mod html;
mod markdown;
mod pdf;

use std::collections::BTreeMap;
use std::process::Command;

use ags::Document;
use content::DocumentContent;
use tests::sample;

/// Every difference between a format and the document.
fn disagreements(name: &str, document: &Document) -> Vec<String> {
    let content = DocumentContent::of(document);
    let undrawn = DocumentContent { drawing_text: String::new(), ..content.clone() };
    let pdf = pdf::read(&render_pdf::render(document).unwrap());
    let formats = [
        ("PDF", &DocumentContent::of_pdf(document, &pdf), pdf),
        ("HTML", &content, html::read(&render_html::render(document).unwrap())),
        ("Word", &content, docx::read(&render_docx::render(document).unwrap())),
        ("Markdown", &undrawn, markdown::read(&render_markdown::render(document).unwrap())),
    ];
    let differences = formats.into_iter().flat_map(|(format, content, found)| {
        content
            .differences(&found)
            .into_iter()
            .map(move |difference| format!("{name}, {format}: {difference}"))
    });
    differences.collect()
}

fn all_agree(documents: &[(String, Document)]) {
    let found: Vec<String> =
        documents.iter().flat_map(|(name, document)| disagreements(name, document)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn all_formats_of_every_council_agree() {
    let councils = documents::of_councils();
    assert!(councils.len() >= 6, "five councils, one of them as draft and as final");
    all_agree(&councils);
}

#[test]
fn all_formats_of_every_base_of_the_cases_agree() {
    let bases = documents::of_cases();
    assert!(bases.len() >= 7, "statements of four nations and returns");
    all_agree(&bases);
}

#[test]
fn all_formats_of_every_kind_of_block_agree() {
    all_agree(&documents::of_every_kind());
}

#[test]
fn all_formats_of_a_document_of_many_pages_agree() {
    all_agree(&[("long".into(), sample::long())]);
}

#[test]
fn a_missing_word_a_changed_level_and_an_extra_cell_are_detected() {
    let (_, document) = documents::of_every_kind().remove(0);
    let content = DocumentContent::of(&document);
    let changes: [fn(&mut DocumentContent); 5] = [
        |content| drop(content.words.remove(3)),
        |content| content.headings[1].0 += 1,
        |content| content.tables[0][1] += 1,
        |content| drop(content.contents.pop()),
        |content| content.drawing_text.truncate(3),
    ];
    for change in changes {
        let mut other = content.clone();
        change(&mut other);
        assert_eq!(content.differences(&other).len(), 1);
    }
    assert!(content.differences(&content).is_empty());
}

/// How often each word is there: a run of letters and digits, since a line may end anywhere else.
fn counted(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// The visible text of a document: all but alternative text, and what a field for a signature is called.
fn seen(document: &Document) -> String {
    let words = document.words().into_iter();
    let seen = words.filter(|(at, _)| {
        let text = ["/title", "/author", "/status", "/cover", "/body", "/colophon"]
            .iter()
            .any(|part| at.starts_with(part));
        text && !at.ends_with("/figure/alt") && !at.ends_with("/signature/field")
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
    let file = folder.path().join("document.pdf");
    for (name, document) in documents::of_councils().into_iter().chain(documents::of_every_kind()) {
        std::fs::write(&file, render_pdf::render(&document).unwrap()).unwrap();
        let pages = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
        let pages = String::from_utf8(pages.stdout).unwrap();
        let painted = counted(&pages);
        for (word, times) in counted(&seen(&document)) {
            let found = painted.get(word).copied().unwrap_or_default();
            assert!(
                found >= times,
                "{name}: {word:?} is in the document {times} times and painted {found} times"
            );
        }
    }
}
