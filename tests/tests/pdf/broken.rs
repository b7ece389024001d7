//! A valid file with one thing broken, which veraPDF reports with its clause; and documents that are rejected before they
//! are drawn.

use std::collections::BTreeMap;
use std::process::Command;

use ags::document::{Block, Document as Source, DocumentViolation, Table};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use render_pdf::{Violation, render};

use crate::{validator, violations_of};
use tests::sample::{self, cell, heading, link, with_body};

/// What is broken in a file, how, and the rules that veraPDF must report: flavour, clause and number of the test.
type Break = (&'static str, fn(&mut Document), &'static [&'static str]);

const BREAKS: &[Break] = &[
    ("the scope of a header", |file| each(file, "TH", |header| drop(header.remove(b"A"))), &["ua1 7.5-1"]),
    ("the language", |file| drop(catalog(file).remove(b"Lang")), &["ua1 7.2-2", "ua1 7.2-34"]),
    ("the order of headings", |file| each(file, "H2", |heading| heading.set("S", "H4")), &["ua1 7.4.2-1"]),
    ("the way from page to tag", |file| drop(tree(file).remove(b"ParentTree")), &["ua1 7.1-3"]),
    ("the words of a link", |file| each_link(file, |link| drop(link.remove(b"Contents"))), &["ua1 7.18.5-2"]),
    ("the length of a row", shorten, &["ua1 7.2-43"]),
    ("the marks around content", unmark, &["ua1 7.1-3"]),
    (
        "the words for a figure",
        |file| each(file, "Figure", |figure| drop(figure.remove(b"Alt"))),
        &["ua1 7.3-1"],
    ),
    (
        "the mark of a tagged file",
        |file| drop(catalog(file).remove(b"MarkInfo")),
        &["ua1 6.2-1", "3a 6.7.2.2-1"],
    ),
    ("the tags", |file| drop(catalog(file).remove(b"StructTreeRoot")), &["ua1 7.1-11", "3a 6.7.3.3-1"]),
    ("the title in the window", |file| drop(catalog(file).remove(b"ViewerPreferences")), &["ua1 7.1-10"]),
    ("the order of tabs", |file| each_page(file, |page| drop(page.remove(b"Tabs"))), &["ua1 7.18.3-1"]),
    ("the colours", |file| drop(catalog(file).remove(b"OutputIntents")), &["3a 6.2.4.3-2"]),
    (
        "the program of a font",
        |file| each_of(file, "FontDescriptor", |font| drop(font.remove(b"FontFile2"))),
        &["ua1 7.21.4.1-1", "3a 6.2.11.4.1-1"],
    ),
    (
        "the letters of a font",
        |file| each_of(file, "Font", |font| drop(font.remove(b"ToUnicode"))),
        &["ua1 7.21.7-1"],
    ),
    ("the part of PDF/A", |file| packet(file, "<pdfaid:part>3<", "<pdfaid:part>2<"), &["3a 6.6.4-2"]),
    ("the part of PDF/UA", |file| packet(file, "<pdfuaid:part>1<", "<pdfuaid:part>2<"), &["ua1 5-2"]),
    (
        "what a file is to the document",
        |file| each_file(file, |it| drop(it.remove(b"AFRelationship"))),
        &["3a 6.8-3"],
    ),
    ("the name of a file", |file| each_file(file, |it| drop(it.remove(b"UF"))), &["ua1 7.11-1", "3a 6.8-2"]),
    ("the tie between file and document", |file| drop(catalog(file).remove(b"AF")), &["3a 6.8-4"]),
    ("the type of a file", |file| each_embedded(file, |it| drop(it.remove(b"Subtype"))), &["3a 6.8-1"]),
];

#[test]
fn verapdf_names_the_clause_of_each_thing_that_is_broken() {
    let Some(validator) = validator() else { return };
    let folder = tempfile::tempdir().unwrap();
    let whole = render(&sample::with_figure_and_attachments()).unwrap();
    let name = |number: usize| folder.path().join(format!("{number:02}.pdf"));
    for (number, (what, break_it, _)) in BREAKS.iter().enumerate() {
        let mut file = Document::load_mem(&whole).unwrap();
        let before = file.objects.clone();
        break_it(&mut file);
        assert!(file.objects != before, "nothing was changed in {what}");
        file.save(name(number)).unwrap();
    }
    let files = (0..BREAKS.len()).map(name);
    let found = Command::new(validator).arg("ua1,3a").args(files).output().unwrap();
    let found = rules(&String::from_utf8(found.stdout).unwrap());
    let mut overlooked = vec![];
    for (number, (what, _, wanted)) in BREAKS.iter().enumerate() {
        let found = &found[&name(number).display().to_string()];
        let lacking = wanted.iter().filter(|rule| !found.iter().any(|broken| broken == *rule));
        overlooked.extend(lacking.map(|rule| format!("{what}: {rule} is not among {found:?}")));
    }
    assert!(overlooked.is_empty(), "{overlooked:#?}");
}

/// The rules that are broken in each file, from what the validator printed.
fn rules(printed: &str) -> BTreeMap<String, Vec<String>> {
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut file, mut flavour) = (String::new(), String::new());
    for line in printed.lines() {
        if let Some(rule) = line.strip_prefix("  ") {
            let (rule, _) = rule.split_once(':').unwrap();
            rules.get_mut(&file).unwrap().push(format!("{flavour} {rule}"));
        } else {
            let mut parts = line.split(": ").map(String::from);
            (file, flavour) = (parts.next().unwrap(), parts.next().unwrap());
            rules.entry(file.clone()).or_default();
        }
    }
    rules
}

fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

fn tree(file: &mut Document) -> &mut Dictionary {
    let tree = catalog(file).get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    file.get_dictionary_mut(tree).unwrap()
}

fn each_where(file: &mut Document, wanted: impl Fn(&Dictionary) -> bool, change: impl Fn(&mut Dictionary)) {
    let dictionaries = file.objects.values_mut().filter_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&mut stream.dict),
        _ => None,
    });
    dictionaries.filter(|dictionary| wanted(dictionary)).for_each(change);
}

fn each_of(file: &mut Document, kind: &str, change: impl Fn(&mut Dictionary)) {
    each_where(file, |dictionary| dictionary.has_type(kind.as_bytes()), change);
}

fn each_page(file: &mut Document, change: impl Fn(&mut Dictionary)) {
    each_of(file, "Page", change);
}

fn each_file(file: &mut Document, change: impl Fn(&mut Dictionary)) {
    each_of(file, "Filespec", change);
}

fn each_embedded(file: &mut Document, change: impl Fn(&mut Dictionary)) {
    each_of(file, "EmbeddedFile", change);
}

fn each_link(file: &mut Document, change: impl Fn(&mut Dictionary)) {
    each_of(file, "Annot", change);
}

/// Every element of the tree of tags of one type.
fn each(file: &mut Document, role: &str, change: impl Fn(&mut Dictionary)) {
    each_where(file, |dictionary| is(dictionary, role), change);
}

fn is(element: &Dictionary, role: &str) -> bool {
    element.has_type(b"StructElem") && element.get(b"S").unwrap().as_name().unwrap() == role.as_bytes()
}

/// Takes the last cell from one row of a table.
fn shorten(file: &mut Document) {
    let rows = file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let row = rows.filter(|element| is(element, "TR")).last().unwrap();
    row.get_mut(b"K").unwrap().as_array_mut().unwrap().pop();
}

/// Takes the marks of content from the last page, and leaves those of artifacts.
fn unmark(file: &mut Document) {
    let page = file.page_iter().last().unwrap();
    let mut content = Content::decode(&file.get_page_content(page)).unwrap();
    let mut open = Vec::new();
    content.operations.retain(|Operation { operator, operands }| match operator.as_str() {
        "BDC" => {
            let keep = operands[0].as_name().unwrap() == b"Artifact";
            open.push(keep);
            keep
        }
        "EMC" => open.pop().unwrap(),
        _ => true,
    });
    file.change_page_content(page, content.encode().unwrap()).unwrap();
}

/// Writes something else in the XMP packet.
fn packet(file: &mut Document, old: &str, new: &str) {
    let packet: ObjectId = catalog(file).get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = file.get_object_mut(packet).unwrap().as_stream_mut().unwrap();
    let words = String::from_utf8(packet.content.clone()).unwrap();
    packet.set_content(words.replace(old, new).into_bytes());
}

type Refuses = Box<dyn Fn(&Violation) -> bool>;

#[test]
fn an_inaccessible_document_is_rejected_before_it_is_drawn() {
    let table = |headers: &str, cells: usize| {
        let rows = vec![vec![cell("x"); cells]];
        let columns = vec![headers.to_owned(); 2];
        with_body(vec![Block::Table(Table { caption: "Table".into(), columns, row_headers: false, rows })])
    };
    let figure = |alt: &str| {
        let Block::Figure(mut figure) = sample::figure() else { unreachable!() };
        figure.alt = alt.into();
        with_body(vec![Block::Figure(figure)])
    };
    let empty = |at: &str| {
        let at = at.to_owned();
        move |violation: &Violation| matches!(violation, Violation::Document(DocumentViolation::Empty { at: found, .. }) if *found == at)
    };
    let refused: Vec<(Source, Refuses)> = vec![
        (Source { language: String::new(), ..sample::empty() }, Box::new(empty("/language"))),
        (Source { title: String::new(), ..sample::empty() }, Box::new(empty("/title"))),
        (table("", 2), Box::new(empty("/body/0/table/columns/0"))),
        (figure(""), Box::new(empty("/body/0/figure/alt"))),
        (
            with_body(vec![Block::Paragraph(vec![link(" ", "https://example.org")])]),
            Box::new(empty("/body/0/paragraph/0/link/text")),
        ),
        (
            with_body(vec![heading(1, "One"), heading(3, "Three")]),
            Box::new(|violation| {
                matches!(
                    violation,
                    Violation::Document(DocumentViolation::HeadingLevel { level: 3, most: 2, .. })
                )
            }),
        ),
        (
            table("Column", 1),
            Box::new(|violation| {
                matches!(
                    violation,
                    Violation::Document(DocumentViolation::RaggedRow { cells: 1, columns: 2, .. })
                )
            }),
        ),
    ];
    for (document, refuses) in refused {
        let violations = violations_of(&document);
        assert!(violations.iter().any(refuses), "{violations:?}");
    }
}
