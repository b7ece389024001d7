//! The Word document of a statement, read by independent parsers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::process::Command;

use ags::document::{Align, Block, Document, Drawing, Figure, Fill, Inline, Shape, Table};
use docx_rs::{DocumentChild, TableChild};
use proptest::prelude::*;
use quick_xml::events::Event;
use render_docx::{RenderError, Violation, render};
use tests::reading_order::{assert_in_order, without_spaces};
use tests::sample::{self, cell, heading, link, text, with_body};
use zip::ZipArchive;

/// An element of XML.
#[derive(Default, Debug)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    inside: Vec<Node>,
    words: String,
}

impl Node {
    fn read(part: &str) -> Self {
        let mut reader = quick_xml::Reader::from_str(part);
        reader.config_mut().enable_all_checks(true);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::begun(&start)),
                Event::Empty(start) => open.last_mut().unwrap().inside.push(Self::begun(&start)),
                Event::End(_) => {
                    let node = open.pop().unwrap();
                    open.last_mut().unwrap().inside.push(node);
                }
                Event::Text(words) => open.last_mut().unwrap().words += &words,
                Event::GeneralRef(reference) => {
                    let reference = format!("&{};", &*reference);
                    open.last_mut().unwrap().words += &quick_xml::escape::unescape(&reference).unwrap();
                }
                Event::Decl(_) => {}
                Event::Eof => break,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(open.len(), 1, "every element ends");
        open.pop().unwrap().inside.pop().unwrap()
    }

    fn begun(start: &quick_xml::events::BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        let name = start.name().as_ref().to_owned();
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    /// This element and all below it, in their order.
    fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        found.extend(self.inside.iter().flat_map(Self::all));
        found
    }

    fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.name == name).collect()
    }

    fn text(&self) -> String {
        self.named("w:t").iter().map(|node| node.words.as_str()).collect()
    }

    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The style of a paragraph.
    fn style(&self) -> &str {
        self.named("w:pStyle").first().map_or("", |style| style.attribute("w:val"))
    }
}

/// The parts of a file by their names.
struct File(BTreeMap<String, String>);

impl File {
    fn of(document: &Document) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(render(document).unwrap())).unwrap();
        let parts = (0..archive.len()).map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().to_owned(), text)
        });
        Self(parts.collect())
    }

    fn part(&self, name: &str) -> Node {
        Node::read(&self.0[name])
    }

    fn main_part(&self) -> Node {
        self.part("word/document.xml")
    }
}

fn violations_of(document: &Document) -> Vec<Violation> {
    match render(document) {
        Err(RenderError::Invalid(violations)) => violations,
        other => panic!("not rejected: {:?}", other.map(|bytes| bytes.len())),
    }
}

/// A document with every kind of block.
fn of_everything() -> Document {
    let words = |x, y, align, text: &str| Shape::Words { x, y, align, strong: false, text: text.into() };
    let shapes = vec![
        Shape::Rule { x: 100, y: 0, across: 0, down: 90 },
        Shape::Area { x: 100, y: 10, width: 200, height: 20, fill: Fill::Full },
        Shape::Area { x: 100, y: 35, width: 150, height: 20, fill: Fill::Light },
        Shape::Area { x: 100, y: 60, width: 90, height: 20, fill: Fill::Empty },
        words(95, 24, Align::End, "Principle A"),
        words(305, 24, Align::Start, "4 of 5"),
        words(200, 98, Align::Middle, "Score"),
    ];
    let drawing = Drawing { width: 450, height: 100, shapes };
    let lists = vec![
        Block::plain("Before."),
        Block::Bullets(vec![
            vec![Block::plain("one"), Block::Numbered(vec![cell("x"), cell("y")])],
            cell("two"),
        ]),
        Block::plain("After."),
    ];
    let mut document = sample::of_everything();
    document.crest = Some("The crest of Anyshire".into());
    document.body.extend([
        Block::Figure(Figure { caption: "Scores".into(), alt: "A has 4 & B <3>.".into(), drawing }),
        Block::Note { label: "Lists".into(), blocks: lists },
        Block::Numbered(vec![vec![Block::plain("first"), Block::plain("and on")], cell("second")]),
        Block::Numbered(vec![vec![Block::Numbered(vec![cell("deep")])]]),
    ]);
    document
}

#[test]
fn every_word_is_read_back_in_its_order() {
    for document in [of_everything(), sample::long()] {
        let file = File::of(&document);
        let text = file.main_part();
        let descriptions: String =
            text.named("wp:docPr").iter().map(|drawing| drawing.attribute("descr")).collect();
        let after_contents = text.inside[0].inside.iter().filter(|node| node.name != "w:sdt");
        assert_in_order(&document, &after_contents.map(Node::text).collect::<String>());
        let words = document.words().into_iter();
        for (at, alt) in words.filter(|(at, _)| at.ends_with("/alt")) {
            assert!(descriptions.contains(alt), "{at}");
        }
    }
}

#[test]
fn every_part_is_well_formed_and_every_reference_leads_somewhere() {
    for document in [of_everything(), sample::long(), with_body(vec![])] {
        let file = File::of(&document);
        let parts: BTreeMap<&str, Node> =
            file.0.keys().map(|name| (name.as_str(), file.part(name))).collect();
        for part in parts["[Content_Types].xml"].named("Override") {
            assert!(parts.contains_key(&part.attribute("PartName")[1..]), "{part:?}");
        }
        let text = &parts["word/document.xml"];
        let mut relationships = BTreeSet::new();
        for relationship in parts["word/_rels/document.xml.rels"].named("Relationship") {
            let target = relationship.attribute("Target");
            let is_outside = relationship.attribute("TargetMode") == "External";
            assert!(is_outside || parts.contains_key(format!("word/{target}").as_str()), "{target}");
            assert!(relationships.insert(relationship.attribute("Id")), "{relationship:?} is there twice");
        }
        let styles: BTreeSet<&str> = parts["word/styles.xml"]
            .named("w:style")
            .iter()
            .map(|style| style.attribute("w:styleId"))
            .collect();
        let numberings: BTreeSet<&str> = parts["word/numbering.xml"]
            .named("w:num")
            .iter()
            .map(|number| number.attribute("w:numId"))
            .collect();
        let bookmarks: BTreeSet<&str> =
            text.named("w:bookmarkStart").iter().map(|bookmark| bookmark.attribute("w:name")).collect();
        for node in text.all() {
            let (known, reference) = match node.name.as_str() {
                "w:pStyle" | "w:rStyle" | "w:tblStyle" => (&styles, node.attribute("w:val")),
                "w:numId" => (&numberings, node.attribute("w:val")),
                "w:hyperlink" if node.attributes.contains_key("w:anchor") => {
                    (&bookmarks, node.attribute("w:anchor"))
                }
                "w:hyperlink" | "w:headerReference" | "w:footerReference" => {
                    (&relationships, node.attribute("r:id"))
                }
                _ => continue,
            };
            assert!(known.contains(reference), "{reference:?} is not known: {node:?}");
        }
        let unique = |name: &str, attribute: &str| {
            let ids: Vec<&str> = text.named(name).iter().map(|node| node.attribute(attribute)).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}");
            ids.len()
        };
        assert_eq!(unique("w:bookmarkStart", "w:id"), unique("w:bookmarkEnd", "w:id"));
        unique("wp:docPr", "id");
        unique("wps:cNvPr", "id");
    }
}

/// The level of a heading by its style, from 1.
fn level(style: &str) -> Option<u8> {
    style.strip_prefix("Heading")?.parse().ok()
}

fn headings(blocks: &[Block]) -> Vec<(u8, String)> {
    let of = |block: &Block| match block {
        Block::Heading { level, text } => vec![(*level, text.clone())],
        Block::Together(inner) => headings(inner),
        _ => vec![],
    };
    blocks.iter().flat_map(of).collect()
}

fn shapes(blocks: &[Block]) -> Vec<(usize, usize)> {
    let of = |block: &Block| match block {
        Block::Table(table) => vec![(1 + table.rows.len(), table.columns.len())],
        Block::Together(inner) => shapes(inner),
        _ => vec![],
    };
    blocks.iter().flat_map(of).collect()
}

#[test]
fn another_reader_finds_headings_at_their_levels_and_tables_in_their_shape() {
    for document in [of_everything(), sample::long()] {
        let read = docx_rs::read_docx(&render(&document).unwrap()).unwrap();
        let (mut found, mut tables) = (vec![], vec![]);
        for child in &read.document.children {
            match child {
                DocumentChild::Paragraph(paragraph) => {
                    let style = paragraph.property.style.as_ref().map_or("", |style| style.val.as_str());
                    found.extend(level(style).map(|level| (level, paragraph.raw_text())));
                }
                DocumentChild::Table(table) => {
                    let TableChild::TableRow(first) = &table.rows[0];
                    tables.push((table.rows.len(), first.cells.len()));
                }
                _ => {}
            }
        }
        assert_eq!(found, headings(&document.body));
        assert_eq!(tables, shapes(&document.body));
    }
}

#[test]
fn contents_name_the_headings_of_two_levels_before_any_update() {
    let text = File::of(&of_everything()).main_part();
    let contents = text.named("w:sdtContent")[0];
    let entries: Vec<(&str, String)> =
        contents.named("w:p").iter().map(|entry| (entry.style(), entry.text())).collect();
    let wanted = [
        ("TOCHeading", "Contents"),
        ("TOC1", "Scope"),
        ("TOC2", "Roles"),
        ("TOC1", "Conclusion"),
        ("TOC2", "Sign-off"),
    ];
    assert_eq!(entries, wanted.map(|(style, text)| (style, text.to_owned())));
    let marks: Vec<&str> =
        contents.named("w:fldChar").iter().map(|mark| mark.attribute("w:fldCharType")).collect();
    assert_eq!(marks, ["begin", "separate", "end"]);
    assert!(
        File::of(&with_body(vec![Block::plain("x")])).main_part().named("w:sdt").is_empty(),
        "no headings, no contents"
    );
}

#[test]
fn the_status_is_in_the_header_of_every_page_and_the_footer_counts_pages() {
    let file = File::of(&of_everything());
    assert_eq!(file.part("word/header-first.xml").text(), "Draft: not yet approved");
    assert_eq!(
        file.part("word/header.xml").text(),
        "Draft: not yet approvedAnyshire Council: Annual Governance Statement"
    );
    for part in ["word/footer.xml", "word/footer-first.xml"] {
        let footer = file.part(part);
        assert_eq!(footer.text(), "Page 1 of 1");
        let fields: Vec<&str> =
            footer.named("w:fldSimple").iter().map(|field| field.attribute("w:instr")).collect();
        assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    }
    let sections = file.main_part().named("w:sectPr").len();
    assert_eq!(sections, 2);
}

#[test]
fn each_numbered_list_begins_at_1_and_an_item_has_one_label() {
    let body = vec![
        heading(1, "Lists"),
        Block::Numbered(vec![vec![Block::plain("a"), Block::plain("more of a")], cell("b")]),
        Block::Numbered(vec![cell("c")]),
    ];
    let file = File::of(&with_body(body));
    let text = file.main_part();
    let labels: Vec<(&str, String)> = text
        .named("w:p")
        .into_iter()
        .filter(|paragraph| paragraph.style() == "ListParagraph")
        .map(|item| (item.named("w:numId").first().map_or("", |id| id.attribute("w:val")), item.text()))
        .collect();
    let wanted = [("2", "a"), ("", "more of a"), ("2", "b"), ("3", "c")];
    assert_eq!(labels, wanted.map(|(numbering, text)| (numbering, text.to_owned())));
    let numbering = file.part("word/numbering.xml");
    let restarts = numbering.named("w:startOverride");
    assert_eq!(restarts.len(), 2);
    assert!(restarts.iter().all(|start| start.attribute("w:val") == "1"));
}

#[test]
fn a_table_repeats_its_header_row_and_names_its_rows() {
    let text = File::of(&sample::long()).main_part();
    let table = text.named("w:tbl")[0];
    let rows = table.named("w:tr");
    assert!(!rows[0].named("w:tblHeader").is_empty() && rows[1].named("w:tblHeader").is_empty());
    assert!(!rows[1].named("w:cantSplit").is_empty(), "a short row stays whole");
    assert!(rows[30].named("w:cantSplit").is_empty(), "a row longer than a page does not");
    assert_eq!(table.named("w:tblLook")[0].attribute("w:firstColumn"), "1");
    assert_eq!(table.named("w:tblCaption")[0].attribute("w:val"), "Action plan");
}

#[test]
fn what_stays_together_is_kept_with_the_next_but_for_its_end() {
    let body = vec![
        heading(1, "Approval"),
        Block::plain("before"),
        Block::Together(vec![Block::plain("one"), Block::Bullets(vec![cell("two"), cell("three")])]),
    ];
    let text = File::of(&with_body(body)).main_part();
    let kept: Vec<String> = text
        .named("w:p")
        .iter()
        .filter(|paragraph| !paragraph.named("w:keepNext").is_empty())
        .map(|paragraph| paragraph.text())
        .collect();
    assert_eq!(kept, ["one", "two"]);
}

#[test]
fn a_drawing_can_be_edited_and_has_its_alternative_text() {
    let text = File::of(&of_everything()).main_part();
    let drawing = text.named("wp:inline")[0];
    let named = drawing.named("wp:docPr")[0];
    assert_eq!((named.attribute("title"), named.attribute("descr")), ("Scores", "A has 4 & B <3>."));
    assert_eq!(drawing.named("wps:wsp").len(), 7);
    assert_eq!(drawing.text(), "Principle A4 of 5Score");
}

#[test]
fn language_and_properties_are_written() {
    let file = File::of(&of_everything());
    let styles = file.part("word/styles.xml");
    assert_eq!(styles.named("w:lang")[0].attribute("w:val"), "en-GB");
    assert_eq!(file.part("word/settings.xml").named("w:themeFontLang")[0].attribute("w:val"), "en-GB");
    assert_eq!(file.main_part().named("w:lang")[0].attribute("w:val"), "cy");
    let properties = file.part("docProps/core.xml");
    // The council is the author; no person and no machine is named, and there is no other part with properties.
    let names: Vec<&str> = properties.inside.iter().map(|property| property.name.as_str()).collect();
    assert_eq!(
        names,
        ["dc:title", "dc:creator", "dc:subject", "dc:language", "dcterms:created", "dcterms:modified"]
    );
    let text: Vec<&str> = properties.inside.iter().map(|property| property.words.as_str()).collect();
    assert_eq!(
        text,
        [
            "Annual Governance Statement 2021/22",
            "Anyshire Council",
            "How the council governed itself in 2021/22",
            "en-GB",
            "2022-05-31T00:00:00Z",
            "2022-05-31T00:00:00Z",
        ]
    );
}

#[test]
fn the_only_properties_are_the_core_properties() {
    let bytes = render(&of_everything()).unwrap();
    let archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let properties: Vec<&str> = archive.file_names().filter(|name| name.starts_with("docProps")).collect();
    assert_eq!(properties, ["docProps/core.xml"]);
}

#[test]
fn a_person_who_has_not_signed_has_a_line_and_room_to_sign() {
    let file = File::of(&with_body(vec![heading(1, "Certification"), sample::signatures("Leader")]));
    let text = file.main_part();
    let lines = |style: &str| -> Vec<(String, usize)> {
        let paragraphs = text.named("w:p").into_iter();
        let of_style = paragraphs.filter(|paragraph| {
            paragraph.named("w:pStyle").first().is_some_and(|found| found.attribute("w:val") == style)
        });
        of_style.map(|paragraph| (paragraph.text(), paragraph.named("w:tab").len())).collect()
    };
    assert_eq!(lines("SignatureRoom"), vec![("Signed".to_owned(), 2); 3]);
    let line = |words: &str, tabs| (words.to_owned(), tabs);
    assert_eq!(
        lines("SignatureLine")[..5],
        [
            line("SignedLeader", 1),
            line("NameLeader", 1),
            line("Date31 May 2022", 1),
            line("Name", 2),
            line("Date", 2)
        ]
    );
    let styles = file.part("word/styles.xml");
    let room = styles.named("w:style").into_iter().find(|it| it.attribute("w:styleId") == "SignatureRoom");
    assert_eq!(room.unwrap().named("w:spacing")[0].attribute("w:before"), "800");
}

#[test]
fn the_accent_colours_titles_and_headings() {
    let document = Document { accent: "#5C0E3A".parse().unwrap(), ..of_everything() };
    let styles = &File::of(&document).0["word/styles.xml"];
    assert!(styles.contains("5C0E3A") && !styles.contains("0E3A5C") && !styles.contains('{'));
}

#[test]
fn the_same_document_gives_the_same_bytes_and_begins_with_its_types() {
    let document = of_everything();
    let bytes = render(&document).unwrap();
    assert_eq!(bytes, render(&document).unwrap());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert_eq!(archive.by_index(0).unwrap().name(), "[Content_Types].xml");
    let years: Vec<_> = (0..archive.len())
        .map(|index| archive.by_index(index).unwrap().last_modified().unwrap().year())
        .collect();
    assert_eq!(years, vec![1980; archive.len()]);
}

#[test]
fn a_character_that_is_not_allowed_is_reported_with_its_pointer() {
    let body = vec![heading(1, "Sco\0pe"), Block::Paragraph(vec![text("a\u{202e}b"), text("c\u{ffff}")])];
    let messages: Vec<String> = violations_of(&with_body(body)).iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "/body/0/heading/text: U+0000 is not allowed in a Word document; remove it",
            "/body/1/paragraph/0/text: U+202E is not allowed in a Word document; remove it",
            "/body/1/paragraph/1/text: U+FFFF is not allowed in a Word document; remove it",
        ]
    );
    let violations = violations_of(&with_body(vec![heading(2, "Scope")]));
    assert!(matches!(violations[..], [Violation::Document(_)]), "{violations:?}");
}

#[test]
fn a_table_of_63_columns_is_written_and_one_of_64_is_rejected() {
    let with_columns = |columns: usize| {
        let table = Table {
            caption: "Wide".into(),
            columns: vec!["x".into(); columns],
            row_headers: false,
            rows: vec![vec![vec![]; columns]],
        };
        with_body(vec![heading(1, "Wide"), Block::Together(vec![Block::Table(table)])])
    };
    assert!(render(&with_columns(63)).is_ok());
    let violations = violations_of(&with_columns(64));
    assert!(
        matches!(&violations[..], [Violation::Columns { at, columns: 64, most: 63 }] if at == "/body/1/together/0/table")
    );
}

proptest! {
    #[test]
    fn any_words_are_read_back_or_rejected(words in "[ -~\t\n\u{a0}<>&\"'\\]\\[é治א\u{0}\u{2028}\u{202e}\u{fffe}]{1,40}x") {
        let target = "https://example.org/?a=<b>&c=\"d\"";
        let body = vec![
            heading(1, &words),
            Block::Paragraph(vec![Inline::Strong(words.clone()), link(&words, target)]),
        ];
        let document = Document { title: words.clone(), ..with_body(body) };
        let is_refused = words.chars().any(|letter| "\0\u{202e}\u{fffe}".contains(letter));
        match render(&document) {
            Err(RenderError::Invalid(_)) => prop_assert!(is_refused),
            Err(other) => panic!("{other}"),
            Ok(_) => {
                prop_assert!(!is_refused);
                let file = File::of(&document);
                let wanted = without_spaces(&words);
                prop_assert_eq!(without_spaces(&file.part("docProps/core.xml").named("dc:title")[0].words), wanted.clone());
                let text = file.main_part();
                let paragraphs: Vec<String> = text.named("w:p").iter().map(|paragraph| without_spaces(&paragraph.text())).collect();
                prop_assert_eq!(paragraphs.iter().filter(|text| **text == wanted).count(), 3, "title, contents, heading");
                prop_assert!(paragraphs.contains(&wanted.repeat(2)));
            }
        }
    }
}

/// Runs the readers that `AGS_WORD` names, as `AGS_WORD FILE...`, if it names them.
#[test]
fn word_repairs_nothing_and_libreoffice_draws_every_word() {
    let Ok(readers) = std::env::var("AGS_WORD") else {
        eprintln!("AGS_WORD names no readers: neither the Open XML SDK nor LibreOffice was asked");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let bare = Document { status: None, author: String::new(), subject: String::new(), ..sample::empty() };
    let odd = with_body(vec![
        Block::Table(Table {
            caption: "First of all".into(),
            columns: vec!["One".into(), "Two".into()],
            row_headers: false,
            rows: vec![vec![vec![], cell("x")]],
        }),
        Block::Paragraph(vec![link("tŷ", "https://example.org/tŷ?<a>{b}")]),
    ]);
    let documents = [of_everything(), sample::long(), odd, bare];
    let files: Vec<_> =
        (0..documents.len()).map(|number| folder.path().join(format!("{number}.docx"))).collect();
    for (document, file) in documents.iter().zip(&files) {
        std::fs::write(file, render(document).unwrap()).unwrap();
    }
    let found = Command::new(readers).args(&files).output().unwrap();
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
}
