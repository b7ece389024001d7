//! The Markdown of a document, read back by a parser that is not ours: the same words in the same structure, and
//! no markup from words.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "pdf/sample.rs"]
#[allow(dead_code, reason = "shared with the tests of the PDF")]
mod sample;

use ags::document::{Align, Block, Cell, Document, Drawing, Figure, Inline, Shape, Table};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use render_markdown::render;
use sample::{cell, heading, link, text, with_body};

/// A part of a document as a reader meets it.
#[derive(Clone, PartialEq, Debug)]
enum Met {
    Open(String),
    Close,
    /// A new paragraph in a cell.
    Break,
    /// Letters in one manner, without white space.
    Words(Manner, String),
}

#[derive(Clone, PartialEq, Debug)]
enum Manner {
    Plain,
    Strong,
    Link(String),
    Foreign(String),
}

/// What is met, in its order.
#[derive(Default)]
struct Account(Vec<Met>);

impl Account {
    fn open(&mut self, name: &str) {
        self.0.push(Met::Open(name.into()));
    }

    fn close(&mut self) {
        self.0.push(Met::Close);
    }

    fn words(&mut self, manner: &Manner, words: &str) {
        let letters: String = words.chars().filter(|letter| !letter.is_whitespace()).collect();
        match self.0.last_mut() {
            _ if letters.is_empty() => {}
            Some(Met::Words(last, said)) if last == manner => said.push_str(&letters),
            _ => self.0.push(Met::Words(manner.clone(), letters)),
        }
    }

    fn paragraph(&mut self, manner: &Manner, words: &str) {
        if !words.trim().is_empty() {
            self.open("P");
            self.words(manner, words);
            self.close();
        }
    }
}

/// What a reader of the Markdown meets. Panics on markup that no document asks for.
fn read(markdown: &str) -> Vec<Met> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut account = Account::default();
    let mut manner = vec![Manner::Plain];
    let mut in_words = vec![];
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(tag) => start(&tag, &mut account, &mut manner, &mut in_words),
            Event::End(_) => match in_words.pop().unwrap() {
                Inside::Manner => drop(manner.pop()),
                Inside::Block => account.close(),
                Inside::Item(implied) => {
                    if implied {
                        account.close();
                    }
                    account.close();
                }
                Inside::Comment => {}
            },
            Event::Text(words) => {
                imply(&mut account, &mut in_words);
                account.words(manner.last().unwrap(), &words);
            }
            Event::InlineHtml(tag) => {
                imply(&mut account, &mut in_words);
                html(&tag, &mut account, &mut manner);
            }
            Event::Html(comment) => assert_eq!(comment.trim(), "<!-- -->", "{markdown}"),
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    account.0
}

enum Inside {
    Manner,
    Block,
    /// An item, and whether a paragraph is open in it that a tight list does not show.
    Item(bool),
    Comment,
}

/// Opens the paragraph that a tight list does not show.
fn imply(account: &mut Account, inside: &mut [Inside]) {
    let nearest = inside.iter_mut().rev().find(|inside| !matches!(inside, Inside::Manner));
    if let Some(Inside::Item(implied @ false)) = nearest {
        *implied = true;
        account.open("P");
    }
}

fn start(tag: &Tag<'_>, account: &mut Account, manner: &mut Vec<Manner>, inside: &mut Vec<Inside>) {
    match tag {
        Tag::Strong | Tag::Link { .. } => imply(account, inside),
        _ => {
            if let Some(Inside::Item(implied @ true)) = inside.last_mut() {
                *implied = false;
                account.close();
            }
        }
    }
    let name = match tag {
        Tag::Strong => {
            manner.push(Manner::Strong);
            return inside.push(Inside::Manner);
        }
        Tag::Link { dest_url, .. } => {
            let target = if dest_url.starts_with('#') { "#" } else { dest_url };
            manner.push(Manner::Link(target.into()));
            return inside.push(Inside::Manner);
        }
        Tag::HtmlBlock => return inside.push(Inside::Comment),
        Tag::Item => {
            account.open("LI");
            return inside.push(Inside::Item(false));
        }
        Tag::Paragraph => "P".into(),
        Tag::Heading { level, .. } => format!("H{}", *level as usize),
        Tag::BlockQuote(None) => "QUOTE".into(),
        Tag::List(None) => "UL".into(),
        Tag::List(Some(1)) => "OL".into(),
        Tag::Table(_) => "TABLE".into(),
        Tag::TableHead => "HEAD".into(),
        Tag::TableRow => "ROW".into(),
        Tag::TableCell => "CELL".into(),
        other => panic!("{other:?}"),
    };
    account.open(&name);
    inside.push(Inside::Block);
}

fn html(tag: &str, account: &mut Account, manner: &mut Vec<Manner>) {
    match tag {
        "<br>" => account.0.push(Met::Break),
        "<ul>" | "<ol>" | "<li>" => account.open(&tag[1..3].to_uppercase()),
        "</ul>" | "</ol>" | "</li>" => account.close(),
        "<strong>" => manner.push(Manner::Strong),
        "</strong>" | "</span>" => drop(manner.pop()),
        _ => {
            let language = tag.strip_prefix("<span lang=\"").and_then(|tag| tag.strip_suffix("\">"));
            manner.push(Manner::Foreign(language.unwrap_or_else(|| panic!("{tag}")).into()));
        }
    }
}

/// What a reader must meet.
fn wanted(document: &Document) -> Vec<Met> {
    let mut account = Account::default();
    account.paragraph(&Manner::Plain, document.crest.as_deref().unwrap_or_default());
    for bold in [&document.title, &document.author, document.status.as_ref().unwrap_or(&String::new())] {
        account.paragraph(&Manner::Strong, bold);
    }
    blocks(&document.cover, &mut account);
    let mut headings = Vec::new();
    listed(&document.body, &mut headings);
    if !headings.is_empty() {
        account.paragraph(&Manner::Strong, &document.furniture.contents);
        account.open("UL");
        let mut rest = headings.iter().peekable();
        while let Some((_, text)) = rest.next() {
            account.open("LI");
            account.paragraph(&Manner::Link("#".into()), text);
            let mut is_open = false;
            while let Some((_, text)) = rest.next_if(|(level, _)| *level == 2) {
                if !is_open {
                    account.open("UL");
                }
                is_open = true;
                account.open("LI");
                account.paragraph(&Manner::Link("#".into()), text);
                account.close();
            }
            if is_open {
                account.close();
            }
            account.close();
        }
        account.close();
    }
    blocks(&document.body, &mut account);
    account.0
}

fn listed<'a>(blocks: &'a [Block], found: &mut Vec<(u8, &'a str)>) {
    for block in blocks {
        match block {
            Block::Heading { level: level @ 1..=2, text } => found.push((*level, text)),
            Block::Together(inner) => listed(inner, found),
            _ => {}
        }
    }
}

fn blocks(blocks: &[Block], account: &mut Account) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => {
                account.open(&format!("H{level}"));
                account.words(&Manner::Plain, text);
                account.close();
            }
            Block::Paragraph(words) if can_be_seen(words) => {
                account.open("P");
                inlines(words, account);
                account.close();
            }
            Block::Bullets(items) => list("UL", items, account, self::blocks),
            Block::Numbered(items) => list("OL", items, account, self::blocks),
            Block::Table(table) => self::table(table, account),
            Block::Figure(Figure { caption, alt, .. }) => {
                account.paragraph(&Manner::Strong, caption);
                account.paragraph(&Manner::Plain, alt);
            }
            Block::Note { label, blocks } => {
                account.open("QUOTE");
                account.paragraph(&Manner::Strong, label);
                self::blocks(blocks, account);
                account.close();
            }
            Block::Together(inner) => self::blocks(inner, account),
            _ => {}
        }
    }
}

fn list(name: &str, items: &[Vec<Block>], account: &mut Account, inside: impl Fn(&[Block], &mut Account)) {
    account.open(name);
    for item in items {
        account.open("LI");
        inside(item, account);
        account.close();
    }
    account.close();
}

fn table(table: &Table, account: &mut Account) {
    account.paragraph(&Manner::Strong, &table.caption);
    account.open("TABLE");
    account.open("HEAD");
    for column in &table.columns {
        account.open("CELL");
        account.words(&Manner::Plain, column);
        account.close();
    }
    account.close();
    for row in &table.rows {
        account.open("ROW");
        for cell in row {
            account.open("CELL");
            held(cell, account);
            account.close();
        }
        account.close();
    }
    account.close();
}

/// The blocks of a cell, which stand on one line.
fn held(cell: &[Block], account: &mut Account) {
    let mut after_paragraph = false;
    for block in cell {
        match block {
            Block::Paragraph(words) if can_be_seen(words) => {
                if after_paragraph {
                    account.0.push(Met::Break);
                }
                inlines(words, account);
                after_paragraph = true;
            }
            Block::Bullets(items) => list("UL", items, account, held),
            Block::Numbered(items) => list("OL", items, account, held),
            _ => {}
        }
        after_paragraph &= matches!(block, Block::Paragraph(_));
    }
}

fn can_be_seen(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| !inline.words().trim().is_empty())
}

fn inlines(inlines: &[Inline], account: &mut Account) {
    for inline in inlines {
        let manner = match inline {
            Inline::Strong(_) => Manner::Strong,
            Inline::Link { target, .. } => Manner::Link(target.clone()),
            Inline::Foreign { language, .. } => Manner::Foreign(language.clone()),
            _ => Manner::Plain,
        };
        account.words(&manner, inline.words());
    }
}

fn agrees(document: &Document) {
    let markdown = render(document).unwrap();
    let (read, wanted) = (read(&markdown), wanted(document));
    let at = read.iter().zip(&wanted).position(|(read, wanted)| read != wanted).unwrap_or(usize::MAX);
    assert_eq!(read.get(at.saturating_sub(1)..), wanted.get(at.saturating_sub(1)..), "\n{markdown}");
    assert_eq!(read.len(), wanted.len(), "\n{markdown}");
}

#[test]
fn every_kind_of_block_is_read_back() {
    let shapes =
        vec![Shape::Words { x: 0, y: 20, align: Align::Start, strong: false, text: "not told".into() }];
    let drawing = Drawing { width: 100, height: 40, shapes };
    let figure = Block::Figure(Figure { caption: "Scores".into(), alt: "One *bar*".into(), drawing });
    let mut document = sample::of_everything();
    document.crest = Some("The crest".into());
    document.body.push(figure);
    agrees(&document);
    agrees(&sample::long());
    assert!(!render(&document).unwrap().contains("not told"));
}

#[test]
fn lists_of_one_kind_that_follow_one_another_stay_apart() {
    let numbered = || Block::Numbered(vec![cell("one"), cell("two")]);
    let bullets =
        || Block::Bullets(vec![vec![numbered(), numbered(), Block::plain(" ")], vec![Block::plain("")]]);
    let body =
        vec![heading(1, "Lists"), bullets(), Block::plain(" "), bullets(), bullets(), numbered(), numbered()];
    agrees(&with_body(body));
}

#[test]
fn what_does_not_fit_is_refused_with_its_place() {
    let faults = render(&with_body(vec![heading(2, "Scope")])).unwrap_err();
    assert!(faults.to_string().contains("/body/0"), "{faults}");
}

/// Words full of what would be markup.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("#"),
        Just("# "),
        Just(" #"),
        Just("1."),
        Just("2)"),
        Just("10. "),
        Just("- "),
        Just("-"),
        Just("---"),
        Just("+ "),
        Just("* "),
        Just("*"),
        Just("**"),
        Just("_"),
        Just("__"),
        Just("`"),
        Just("```"),
        Just("~~~"),
        Just("~~"),
        Just("==="),
        Just("= "),
        Just("|"),
        Just("| --- |"),
        Just("\\"),
        Just("<b>"),
        Just("</b>"),
        Just("<!--"),
        Just("<br>"),
        Just("&amp;"),
        Just("&#35;"),
        Just("&"),
        Just("["),
        Just("]"),
        Just("[x]"),
        Just("(y)"),
        Just("](<z>)"),
        Just("!"),
        Just("![x](y)"),
        Just("[^1]"),
        Just("> "),
        Just(">"),
        Just("$"),
        Just("$$x$$"),
        Just("<https://a.org>"),
        Just("https://a.org"),
        Just("www.a.org"),
        Just("a@b.org"),
        Just("\t"),
        Just("    "),
        Just("  "),
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just("\u{a0}"),
        Just("\u{2028}"),
        Just(":"),
        Just("é"),
        Just("“"),
        Just("’"),
        Just("a"),
        Just("word "),
        Just("£5"),
        Just("7"),
        Just("."),
        Just(","),
    ];
    prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

/// Hostile words with something to see in them.
fn seen() -> impl Strategy<Value = String> {
    (hostile(), prop_oneof![Just("x"), Just("#"), Just("\\"), Just("|"), Just("*"), Just("1.")])
        .prop_map(|(words, end)| words + end)
}

fn inline() -> impl Strategy<Value = Inline> {
    let target = prop_oneof![
        Just("https://a.org/<b>?c|d&amp;e\\*f_(g)[h]"),
        Just("mailto:a@b.org"),
        Just("http://a.org/)`#\"'")
    ];
    prop_oneof![
        3 => hostile().prop_map(Inline::Text),
        2 => hostile().prop_map(Inline::Strong),
        1 => hostile().prop_map(Inline::Mark),
        1 => (seen(), target).prop_map(|(words, target)| link(&words, target)),
        1 => hostile().prop_map(|words| Inline::Foreign { language: "cy".into(), text: words }),
    ]
}

fn paragraph() -> impl Strategy<Value = Block> {
    prop::collection::vec(inline(), 0..5).prop_map(Block::Paragraph)
}

/// Paragraphs and lists, as stand in cells, notes and lists.
fn plain() -> impl Strategy<Value = Block> {
    paragraph().prop_recursive(3, 16, 4, |inner| {
        let items = prop::collection::vec(prop::collection::vec(inner, 1..3), 1..4);
        prop_oneof![items.clone().prop_map(Block::Bullets), items.prop_map(Block::Numbered)]
    })
}

fn any_table() -> impl Strategy<Value = Block> {
    (1..4_usize).prop_flat_map(|columns| {
        let cell = prop::collection::vec(plain(), 0..3).prop_map(|cell: Cell| cell);
        let row = prop::collection::vec(cell, columns);
        (seen(), prop::collection::vec(seen(), columns), prop::collection::vec(row, 1..3)).prop_map(
            |(caption, columns, rows)| Block::Table(Table { caption, columns, row_headers: false, rows }),
        )
    })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        2 => (1..=2_u8, seen()).prop_map(|(level, text)| Block::Heading { level, text }),
        3 => plain(),
        1 => any_table(),
        1 => (seen(), prop::collection::vec(plain(), 1..3)).prop_map(|(label, blocks)| Block::Note { label, blocks }),
    ]
}

proptest! {
    #[test]
    fn hostile_words_are_read_back_as_words(title in seen(), crest in hostile(), blocks in prop::collection::vec(block(), 0..5)) {
        let mut body = vec![heading(1, "Scope"), Block::Paragraph(vec![text("first")])];
        body.extend(blocks);
        agrees(&Document { title, crest: Some(crest), ..with_body(body) });
    }
}
