//! The PDF that a council would publish, read independently.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test fails by panicking")]

mod attachments;
mod broken;
mod layout;
mod obligations;
mod signatures;
mod snapshots;

use std::collections::BTreeSet;
use std::process::Command;

use ags::document::{Block, Document, DocumentViolation, Inline, Table};
use lopdf::{Dictionary, Object};
use proptest::prelude::*;
use render_pdf::{RenderError, Violation, render};
use tests::pdf_reader::{Child, ContentMark, PdfReader, ShownText};
use tests::reading_order::assert_in_order;
use tests::sample::{self, cell, heading, link, text, with_body};

fn read(document: &Document) -> PdfReader {
    PdfReader::new(&render(document).unwrap())
}

fn violations_of(document: &Document) -> Vec<Violation> {
    match render(document) {
        Err(RenderError::Invalid(violations)) => violations,
        other => panic!("not rejected: {:?}", other.map(|bytes| bytes.len())),
    }
}

/// Asserts that all the text of cover and body is read in its order.
fn reads_back(document: &Document, reader: &PdfReader) {
    assert_in_order(document, &reader.text());
}

#[test]
fn every_word_is_read_back_in_its_order() {
    for document in [sample::of_everything(), sample::long()] {
        reads_back(&document, &read(&document));
    }
}

#[test]
fn a_paragraph_is_read_in_order_with_the_link_inside_it() {
    let text = read(&sample::of_everything()).text();
    assert!(
        text.contains("Under regulation 6 we must review llywodraethu every year. [illustrative]"),
        "{text}"
    );
}

#[test]
fn pages_and_tags_lead_to_one_another() {
    let signed = with_body(vec![heading(1, "Certification"), sample::signatures("Leader")]);
    for document in [sample::of_everything(), sample::long(), signed] {
        let reader = read(&document);
        let parents = reader.parents();
        let mut reached = BTreeSet::new();
        for element in reader.elements() {
            for child in reader.children(element) {
                match child {
                    Child::Element(child) => {
                        assert_eq!(reader.element(child).get(b"P").unwrap().as_reference().unwrap(), element);
                    }
                    Child::Content((page, number)) => {
                        assert!(
                            reached.insert((page, number)),
                            "content {number} of page {page} has two tags"
                        );
                        let key = reader.page(page).get(b"StructParents").unwrap().as_i64().unwrap();
                        let owners = parents[usize::try_from(key).unwrap()].as_reference().unwrap();
                        let owners = reader.document.get_object(owners).unwrap().as_array().unwrap();
                        assert_eq!(owners[usize::try_from(number).unwrap()], Object::Reference(element));
                    }
                    Child::Annotation(annotation) => {
                        let key = reader.element(annotation).get(b"StructParent").unwrap().as_i64().unwrap();
                        assert_eq!(*parents[usize::try_from(key).unwrap()], Object::Reference(element));
                    }
                }
            }
        }
        for page in 0..reader.pages.len() {
            for number in reader.marked(page) {
                assert!(reached.contains(&(page, number)), "content {number} of page {page} has no tag");
            }
            assert!(reader.shown[page].iter().all(|shown| shown.mark != ContentMark::None), "page {page}");
        }
    }
}

/// Asserts that all words are of 10.5 points or more, inside the margins, and not over one another.
fn is_tidy(reader: &PdfReader) {
    for (page, shown) in reader.shown.iter().enumerate() {
        let mut shown: Vec<_> = shown.iter().filter(|shown| !shown.text.trim().is_empty()).collect();
        for words in &shown {
            assert!(words.size >= 10.5, "page {page}: {words:?}");
            assert!(words.x >= 61.9 && words.right <= 533.4, "page {page}: {words:?}");
            assert!(words.y >= 34.0 && words.y <= 808.0, "page {page}: {words:?}");
        }
        shown.sort_by(|one, other| (other.y, one.x).partial_cmp(&(one.y, other.x)).unwrap());
        for (index, words) in shown.iter().enumerate() {
            for other in shown[index + 1..].iter().take_while(|other| words.y - other.y < 9.0) {
                let apart = words.right <= other.x + 0.1 || other.right <= words.x + 0.1;
                assert!(apart, "page {page}: {words:?} and {other:?}");
            }
        }
    }
}

#[test]
fn no_words_are_smaller_than_10_and_a_half_points_overlap_or_leave_the_page() {
    is_tidy(&read(&sample::of_everything()));
    is_tidy(&read(&sample::long()));
}

#[test]
fn lists_in_the_narrowest_columns_are_set_below_their_labels() {
    let list = Block::Numbered(
        (0..12).map(|_| vec![Block::plain("Ŵales"), Block::Bullets(vec![cell("MMM")])]).collect(),
    );
    let row = vec![vec![list]; 16];
    let columns = vec![String::from("Wide"); 16];
    let table = Table { caption: "Narrow".into(), columns, row_headers: false, rows: vec![row] };
    let document = with_body(vec![Block::Table(table)]);
    let reader = read(&document);
    is_tidy(&reader);
    reads_back(&document, &reader);
}

#[test]
fn a_word_longer_than_a_line_is_broken_and_nothing_is_added() {
    let address = format!("https://example.org/{}", "x".repeat(300));
    let document = with_body(vec![Block::Paragraph(vec![link(&address, &address)])]);
    let reader = read(&document);
    assert!(reader.text().ends_with(&address));
    assert!(reader.annotations(1).len() >= 4, "a link has an area on every line");
}

#[test]
fn a_table_on_several_pages_repeats_its_head_as_an_artifact() {
    let reader = read(&sample::long());
    let goes_on =
        (0..reader.pages.len()).filter(|page| reader.artifacts(*page).contains("Action plan (continued)"));
    let goes_on: Vec<usize> = goes_on.collect();
    assert!(goes_on.len() >= 10, "{goes_on:?}");
    assert!(goes_on.windows(2).all(|pair| pair[1] == pair[0] + 1), "{goes_on:?}");
    for page in goes_on {
        assert!(reader.artifacts(page).contains("Owner"), "page {page}");
    }
    assert_eq!(reader.tags().matches("THead").count(), 1);
    assert!(!reader.text().contains("(continued)"));
}

#[test]
fn the_status_is_on_every_page_and_the_header_from_the_second_on() {
    let reader = read(&sample::long());
    let count = reader.pages.len();
    for page in 0..count {
        let artifacts = reader.artifacts(page);
        assert!(artifacts.contains("Draft: not yet approved"), "page {page}: {artifacts}");
        assert!(artifacts.contains(&format!("Page {} of {count}", page + 1)), "page {page}: {artifacts}");
        assert_eq!(artifacts.contains("Anyshire Council: Annual"), page > 0, "page {page}");
    }
}

#[test]
fn the_contents_name_the_page_that_each_link_leads_to() {
    let reader = read(&sample::long());
    let links: Vec<_> = (0..reader.pages.len())
        .flat_map(|page| reader.annotations(page))
        .filter(|annotation| reader.element(*annotation).has(b"Dest"))
        .collect();
    assert!(links.len() >= 20);
    for annotation in links {
        let annotation = reader.element(annotation);
        let words =
            String::from_utf8_lossy(annotation.get(b"Contents").unwrap().as_str().unwrap()).replace('\0', "");
        assert!(words.ends_with(&format!(", {}", reader.destination(annotation))), "{words}");
    }
}

#[test]
fn bookmarks_are_nested_as_the_headings_are() {
    let bookmarks = read(&sample::of_everything()).bookmarks();
    assert_eq!(bookmarks, "Contents 1\nScope 2\n  Roles 2\nConclusion 2\n  Sign-off 2\n");
}

#[test]
fn a_document_without_headings_has_neither_contents_nor_bookmarks() {
    let reader = read(&with_body(vec![Block::plain("No gaps.")]));
    assert_eq!(reader.bookmarks(), "");
    assert!(!reader.tags().contains("TOC"));
    assert_eq!(reader.pages.len(), 2);
}

#[test]
fn blocks_that_stay_together_share_a_page_wherever_they_begin() {
    let rows = (1..=4).map(|number| vec![cell(&format!("Signatory {number}")), cell("date")]).collect();
    let signatures = Table {
        caption: "Signatures".into(),
        columns: vec!["Office".into(), "Date".into()],
        row_headers: true,
        rows,
    };
    let sign_off =
        Block::Together(vec![heading(1, "Sign-off"), Block::Table(signatures), Block::plain("The end.")]);
    for before in 20..36 {
        let mut body = vec![heading(1, "Scope")];
        body.extend((0..before).map(|number| Block::plain(format!("Line {number}."))));
        body.push(sign_off.clone());
        let reader = read(&with_body(body));
        let page_of = |words: &str| {
            let holds = |page: &Vec<ShownText>| {
                page.iter()
                    .filter(|shown| matches!(shown.mark, ContentMark::Content(_)))
                    .any(|shown| shown.text.contains(words))
            };
            reader.shown.iter().skip(1).position(holds).unwrap()
        };
        assert_eq!(page_of("Sign-off"), page_of("The end."), "after {before} lines");
    }
}

#[test]
fn a_heading_is_never_the_last_thing_on_a_page() {
    for before in 1..40 {
        let mut body: Vec<_> = vec![heading(1, "Scope")];
        body.extend((0..before).map(|number| Block::plain(format!("Line {number}."))));
        body.extend([heading(2, "Followed"), Block::plain("The council keeps its word. ".repeat(20))]);
        let reader = read(&with_body(body));
        let content = |page: &Vec<ShownText>| -> Vec<String> {
            page.iter()
                .filter(|shown| matches!(shown.mark, ContentMark::Content(_)))
                .map(|shown| shown.text.clone())
                .collect()
        };
        let pages: Vec<_> = reader.shown.iter().skip(1).map(content).collect();
        let page = pages.iter().find(|page| page.iter().any(|words| words == "Followed")).unwrap();
        let after = page.iter().skip_while(|words| *words != "Followed").count() - 1;
        assert!(after >= 2, "after {before} lines the heading is followed by {after}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_again_and_in_threads() {
    let documents = [sample::of_everything(), sample::with_figure_and_attachments(), sample::long()];
    let first: Vec<_> = documents.iter().map(|document| render(document).unwrap()).collect();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| documents.iter().map(|document| render(document).unwrap()).collect::<Vec<_>>())
            })
            .collect();
        for thread in threads {
            assert!(thread.join().unwrap() == first);
        }
    });
}

#[test]
fn metadata_are_escaped() {
    let title = "Review <2021/22> & \"more\" (Tŷ)".to_owned();
    let document = Document { title: title.clone(), ..sample::of_everything() };
    let reader = read(&document);
    let catalog = reader.document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = &reader.document.get_object(metadata).unwrap().as_stream().unwrap().content;
    let packet = String::from_utf8(packet.clone()).unwrap();
    assert!(packet.contains(">Review &lt;2021/22&gt; &amp; &quot;more&quot; (Tŷ)<"), "{packet}");
    assert!(packet.contains("2022-05-31T00:00:00"), "{packet}");
}

#[test]
fn letters_that_share_a_glyph_are_read_as_they_were_written() {
    let words = "a\u{a0}b c non\u{2011}stop w\u{302}yl x\u{301}y \u{3a9}\u{2126}";
    let document = with_body(vec![Block::plain(words)]);
    assert!(read(&document).text().ends_with(words), "{:?}", read(&document).text());
}

#[test]
fn every_fault_of_the_document_is_reported_at_once() {
    let ragged = Table {
        caption: String::new(),
        columns: vec!["One".into(), "Two".into()],
        row_headers: false,
        rows: vec![vec![cell("x")]],
    };
    let document = Document {
        title: String::new(),
        language: String::new(),
        ..with_body(vec![heading(2, ""), Block::Table(ragged)])
    };
    let violations = violations_of(&document);
    let empty = violations
        .iter()
        .filter(|violation| matches!(violation, Violation::Document(DocumentViolation::Empty { .. })))
        .count();
    assert_eq!(empty, 4, "{violations:?}");
    assert!(violations.iter().any(|violation| matches!(
        violation,
        Violation::Document(DocumentViolation::HeadingLevel { level: 2, .. })
    )));
    assert!(violations.iter().any(|violation| matches!(
        violation,
        Violation::Document(DocumentViolation::RaggedRow { cells: 1, .. })
    )));
}

#[test]
fn a_character_that_cannot_be_drawn_is_reported_with_its_pointer() {
    let document =
        with_body(vec![Block::Bullets(vec![cell("fine"), vec![Block::plain("治\u{202e}\u{5d0}\0")]])]);
    let at = || "/body/0/bullets/1/0/paragraph/0/text".to_owned();
    assert_eq!(
        violations_of(&document),
        [
            Violation::MissingGlyph { at: at(), character: '治' },
            Violation::Control { at: at(), character: '\u{202e}' },
            Violation::RightToLeft { at: at(), character: '\u{5d0}' },
            Violation::Control { at: at(), character: '\0' },
        ]
    );
}

#[test]
fn sixteen_columns_are_drawn_and_seventeen_are_not() {
    let table = |columns: usize| {
        Block::Table(Table {
            caption: "Wide".into(),
            columns: vec![String::from("Wide"); columns],
            row_headers: false,
            rows: vec![vec![cell("word"); columns]],
        })
    };
    let document = with_body(vec![table(16)]);
    reads_back(&document, &read(&document));
    let violations = violations_of(&with_body(vec![Block::Together(vec![table(17)])]));
    assert_eq!(
        violations,
        [Violation::Columns { at: "/body/0/together/0/table".into(), columns: 17, most: 16 }]
    );
}

#[test]
fn a_year_that_a_file_cannot_record_is_rejected() {
    let document = Document { date: chrono::NaiveDate::MIN, ..sample::of_everything() };
    assert!(matches!(violations_of(&document)[..], [Violation::Year { .. }]));
}

#[test]
fn a_header_that_fills_the_page_is_rejected() {
    let mut document = sample::of_everything();
    document.furniture.header = "Anyshire ".repeat(400);
    assert_eq!(violations_of(&document), [Violation::HeaderFooter]);
}

#[test]
fn a_text_of_millions_of_characters_is_rejected_before_it_is_drawn() {
    let document = with_body(vec![Block::plain("word ".repeat(1_300_000))]);
    assert!(matches!(violations_of(&document)[..], [Violation::TooMuchText { .. }]));
}

#[test]
fn a_text_may_fill_a_string_and_not_overflow_it() {
    let with = |letters: usize| with_body(vec![heading(1, &"ŵ".repeat(letters))]);
    let longest = |value: &Object| value.as_str().map_or(0, <[u8]>::len);
    let reader = read(&with(16_000));
    let dictionaries = reader.document.objects.values().filter_map(|object| object.as_dict().ok());
    let longest = dictionaries.flat_map(Dictionary::iter).map(|(_, value)| longest(value)).max().unwrap();
    assert!((32_000..=32_767).contains(&longest), "{longest}");
    assert_eq!(
        violations_of(&with(16_001)),
        [Violation::TooLong { at: "/body/0/heading/text".into(), units: 16_001, most: 16_000 }]
    );
}

#[test]
fn an_address_may_fill_a_string_and_not_overflow_it() {
    let with = |letters: usize| {
        let address = format!("https://example.org/{}", "a".repeat(letters - 20));
        with_body(vec![Block::Paragraph(vec![link("far", &address)])])
    };
    assert!(render(&with(10_000)).is_ok());
    assert!(matches!(
        violations_of(&with(10_001))[..],
        [Violation::Document(DocumentViolation::LongTarget { bytes: 10_001, .. })]
    ));
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        any::<String>().prop_map(Inline::Text),
        "[a-zâ€“ŵ£ \u{a0}\u{301}-]{0,80}".prop_map(Inline::Text),
        "[A-Za-z ]{0,40}".prop_map(Inline::Strong),
        "[a-z ]{0,12}".prop_map(|text| link(&text, "https://example.org/a")),
        "[a-z]{0,300}".prop_map(Inline::Mark),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        prop::collection::vec(inline(), 0..4).prop_map(Block::Paragraph),
        (0..8_u8, "[A-Za-z ]{0,200}").prop_map(|(level, text)| heading(level, &text)),
        "[A-Za-z ]{0,300}".prop_map(|words| sample::signatures(&words)),
    ];
    leaf.prop_recursive(9, 40, 4, |inner| {
        let blocks = || prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            prop::collection::vec(blocks(), 0..4).prop_map(Block::Bullets),
            prop::collection::vec(blocks(), 0..4).prop_map(Block::Numbered),
            blocks().prop_map(Block::Together),
            blocks().prop_map(|blocks| Block::Note { label: "Note".into(), blocks }),
            prop::collection::vec(blocks(), 0..4).prop_map(|row| Block::Table(Table {
                caption: "Table".into(),
                columns: vec![String::from("Column"); row.len()],
                row_headers: true,
                rows: vec![row.clone(), row],
            })),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_drawn_whole_or_rejected(body in prop::collection::vec(block(), 0..6)) {
        let document = with_body(body);
        match render(&document) {
            Ok(bytes) => {
                let reader = PdfReader::new(&bytes);
                reads_back(&document, &reader);
                if document.words().iter().all(|(_, words)| !words.contains('\u{301}')) {
                    is_tidy(&reader); // a letter and its mark are meant to overlap
                }
            }
            Err(RenderError::Invalid(violations)) => prop_assert!(!violations.is_empty()),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

/// The validator named by `AGS_VERAPDF`, run as `AGS_VERAPDF ua1,3a FILE...`; prints a notice if there is none.
fn validator() -> Option<String> {
    let validator = std::env::var("AGS_VERAPDF").ok();
    if validator.is_none() {
        eprintln!("AGS_VERAPDF names no validator: veraPDF was not asked");
    }
    validator
}

#[test]
fn verapdf_finds_nothing_broken() {
    let Some(validator) = validator() else { return };
    let folder = tempfile::tempdir().unwrap();
    let odd = with_body(vec![
        Block::Paragraph(vec![text("w\u{302}yl a\u{a0}b "), link("tŷ", "https://example.org/tŷ")]),
        Block::Table(Table {
            caption: "Without row headers".into(),
            columns: vec!["One".into(), "Two".into()],
            row_headers: false,
            rows: vec![vec![vec![], cell("x")]],
        }),
    ]);
    let bare = Document { status: None, author: String::new(), subject: String::new(), ..sample::empty() };
    let signed =
        with_body(vec![heading(1, "Certification"), sample::signatures("Leader"), sample::qr_code()]);
    let documents =
        [sample::of_everything(), sample::with_figure_and_attachments(), sample::long(), odd, bare, signed];
    let files: Vec<_> =
        (0..documents.len()).map(|number| folder.path().join(format!("{number}.pdf"))).collect();
    for (document, file) in documents.iter().zip(&files) {
        std::fs::write(file, render(document).unwrap()).unwrap();
    }
    let found = Command::new(validator).arg("ua1,3a").args(&files).output().unwrap();
    let output = String::from_utf8_lossy(&found.stdout);
    assert!(found.status.success(), "{output}{}", String::from_utf8_lossy(&found.stderr));
}
