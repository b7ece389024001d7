//! Documents whose formats must agree.

use std::fs;
use std::path::{Path, PathBuf};

use ags::document::{Align, Block, Document, Drawing, Figure, Fill, Inline, Shape, Table};
use ags::{Format, HouseStyle, Input, Statement};
use chrono::NaiveDate;
use governance_model::read;

use tests::sample::{self, cell, heading, link, text, with_body};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures");

/// Every file below a folder of the fixtures, in the order of names.
fn below(folder: PathBuf) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found.into_iter().flat_map(|path| if path.is_dir() { below(path) } else { vec![path] }).collect()
}

fn as_at() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 31).unwrap()
}

fn name(path: &Path) -> String {
    path.strip_prefix(FIXTURES).unwrap().display().to_string()
}

fn toml<T: governance_model::Versioned + serde::de::DeserializeOwned>(path: &Path) -> T {
    read::toml(&fs::read(path).unwrap(), &name(path)).unwrap()
}

/// The statement of every sign-off, with the local code and the review in its folder.
pub fn of_councils() -> Vec<(String, Document)> {
    let files = below(Path::new(FIXTURES).join("councils"));
    let sign_offs = files.iter().filter(|path| name(path).contains("/sign-off"));
    let composed = sign_offs.map(|path| {
        let folder = path.parent().unwrap();
        let code = toml(&folder.join("local-code.toml"));
        let review = toml(&folder.join("review.toml"));
        let statement = Statement::assemble(&code, &review).unwrap().sign_off(toml(path)).unwrap();
        (name(path), ags::compose(&statement, as_at()))
    });
    composed.collect()
}

/// Every statement and return that cases begin with.
pub fn of_cases() -> Vec<(String, Document)> {
    let files = below(Path::new(FIXTURES).join("cases/base")).into_iter();
    let composed = files.filter_map(|path| {
        let input = Input::read(&fs::read(&path).unwrap(), Format::Toml, &name(&path)).unwrap();
        let document = match input {
            Input::Statement(statement) => ags::compose(&statement, as_at()),
            Input::Agar(agar) => {
                ags::worksheet(&agar, &ags::check_agar(&agar, as_at()), &HouseStyle::default())
            }
            _ => return None,
        };
        Some((name(&path), document))
    });
    composed.collect()
}

/// Documents of every kind of block and inline: one by itself, one after another without room between, and with words that
/// mean something in HTML, XML and Markdown. `docx-rs` resolves references twice, so `&amp;` is not among them.
pub fn of_every_kind() -> Vec<(String, Document)> {
    let crest = Some("Place of the crest".to_owned());
    let together = Document { crest, ..with_body(every_kind("Scores")) };
    let odd = "<b>*1.* & `2` | 3 # [4](5) _6_ \\7 ![8] ~9~ &c; {page} 10) + - =</b>";
    vec![
        ("every kind".into(), together),
        ("everything".into(), sample::of_everything()),
        ("hostile".into(), Document { author: odd.into(), ..with_body(every_kind(odd)) }),
        ("no headings".into(), with_body(vec![Block::plain("No gaps.")])),
    ]
}

/// Every kind of block, with the given text wherever text is possible.
fn every_kind(words: &str) -> Vec<Block> {
    let paragraph = vec![
        text("Under "),
        link(words, "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
        text(", which "),
        Inline::Strong(words.into()),
        text("\u{a0}says, "),
        Inline::Foreign { language: "cy".into(), text: "Tŷ’r Cyngor".into() },
        text(" must: "),
        Inline::Mark("[illustrative]".into()),
        text(words),
    ];
    let list = Block::Bullets(vec![
        vec![
            Block::plain(words),
            Block::Numbered(vec![cell("decides"), cell(words)]),
            Block::plain("and then"),
        ],
        vec![Block::plain("Council")],
    ]);
    let table = Table {
        caption: words.into(),
        columns: vec!["Office".into(), words.into(), "Acts".into()],
        row_headers: true,
        rows: vec![
            vec![cell("Leader"), vec![], vec![Block::Paragraph(paragraph.clone()), list.clone()]],
            vec![cell(words), vec![Block::plain("one"), Block::plain("two")], vec![list.clone()]],
        ],
    };
    vec![
        heading(1, words),
        Block::Paragraph(paragraph.clone()),
        Block::Paragraph(paragraph),
        heading(2, "Roles"),
        list.clone(),
        list,
        Block::Note { label: words.into(), blocks: vec![Block::plain("Adequate."), Block::plain(words)] },
        heading(3, words),
        Block::Table(Table { row_headers: false, ..table.clone() }),
        Block::Table(table.clone()),
        Block::Figure(figure(words)),
        heading(1, "Sign-off"),
        Block::Together(vec![heading(2, words), Block::Table(table), Block::plain("Signed.")]),
        sample::signatures(words),
        sample::qr_code(),
    ]
}

/// A bar with its words on either side.
fn figure(words: &str) -> Figure {
    let label = |x, align, text: &str| Shape::Words { x, y: 19, align, strong: false, text: text.into() };
    let shapes = vec![
        label(0, Align::Start, "Principle A"),
        Shape::Area { x: 100, y: 5, width: 100, height: 20, fill: Fill::Full },
        Shape::Rule { x: 99, y: 0, across: 0, down: 30 },
        label(210, Align::Start, "full & limited < 3"),
    ];
    let drawing = Drawing { width: 440, height: 30, shapes };
    Figure { caption: words.into(), alt: format!("One bar: {words}"), drawing }
}
