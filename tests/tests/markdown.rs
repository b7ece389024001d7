//! The Markdown of a document, read by an independent parser: the same text in the same structure, and no markup from
//! text.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use ags::document::{Align, Block, Cell, Document, Drawing, Figure, Inline, Shape, Table};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use render_markdown::render;
use tests::sample::{self, cell, heading, link, text, with_body};

/// An event in a document.
#[derive(Clone, PartialEq, Debug)]
enum DocumentEvent {
    Open(String),
    Close,
    /// A new paragraph in a cell.
    Break,
    /// Text of one inline style, without white space.
    Words(InlineStyle, String),
}

#[derive(Clone, PartialEq, Debug)]
enum InlineStyle {
    Plain,
    Strong,
    Link(String),
    Foreign(String),
}

/// The events, in their order.
#[derive(Default)]
struct EventLog(Vec<DocumentEvent>);

impl EventLog {
    fn open(&mut self, name: &str) {
        self.0.push(DocumentEvent::Open(name.into()));
    }

    fn close(&mut self) {
        self.0.push(DocumentEvent::Close);
    }

    fn words(&mut self, style: &InlineStyle, words: &str) {
        let letters: String = words.chars().filter(|letter| !letter.is_whitespace()).collect();
        match self.0.last_mut() {
            _ if letters.is_empty() => {}
            Some(DocumentEvent::Words(last, text)) if last == style => text.push_str(&letters),
            _ => self.0.push(DocumentEvent::Words(style.clone(), letters)),
        }
    }

    fn paragraph(&mut self, style: &InlineStyle, words: &str) {
        if !words.trim().is_empty() {
            self.open("P");
            self.words(style, words);
            self.close();
        }
    }
}

/// The events of Markdown. Panics on markup that no document needs.
fn read(markdown: &str) -> Vec<DocumentEvent> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut log = EventLog::default();
    let mut style = vec![InlineStyle::Plain];
    let mut in_words = vec![];
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(tag) => start(&tag, &mut log, &mut style, &mut in_words),
            Event::End(_) => match in_words.pop().unwrap() {
                Inside::InlineStyle => drop(style.pop()),
                Inside::Block => log.close(),
                Inside::Item(implied) => {
                    if implied {
                        log.close();
                    }
                    log.close();
                }
                Inside::Comment => {}
            },
            Event::Text(words) => {
                imply(&mut log, &mut in_words);
                log.words(style.last().unwrap(), &words);
            }
            Event::InlineHtml(tag) => {
                imply(&mut log, &mut in_words);
                html(&tag, &mut log, &mut style);
            }
            Event::Html(comment) => assert_eq!(comment.trim(), "<!-- -->", "{markdown}"),
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    log.0
}

enum Inside {
    InlineStyle,
    Block,
    /// An item, and whether a paragraph is open in it that a tight list does not show.
    Item(bool),
    Comment,
}

/// Opens the paragraph that a tight list does not show.
fn imply(log: &mut EventLog, inside: &mut [Inside]) {
    let nearest = inside.iter_mut().rev().find(|inside| !matches!(inside, Inside::InlineStyle));
    if let Some(Inside::Item(implied @ false)) = nearest {
        *implied = true;
        log.open("P");
    }
}

fn start(tag: &Tag<'_>, log: &mut EventLog, style: &mut Vec<InlineStyle>, inside: &mut Vec<Inside>) {
    match tag {
        Tag::Strong | Tag::Link { .. } => imply(log, inside),
        _ => {
            if let Some(Inside::Item(implied @ true)) = inside.last_mut() {
                *implied = false;
                log.close();
            }
        }
    }
    let name = match tag {
        Tag::Strong => {
            style.push(InlineStyle::Strong);
            return inside.push(Inside::InlineStyle);
        }
        Tag::Link { dest_url, .. } => {
            let target = if dest_url.starts_with('#') { "#" } else { dest_url };
            style.push(InlineStyle::Link(target.into()));
            return inside.push(Inside::InlineStyle);
        }
        Tag::HtmlBlock => return inside.push(Inside::Comment),
        Tag::Item => {
            log.open("LI");
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
    log.open(&name);
    inside.push(Inside::Block);
}

fn html(tag: &str, log: &mut EventLog, style: &mut Vec<InlineStyle>) {
    match tag {
        "<br>" => log.0.push(DocumentEvent::Break),
        "<ul>" | "<ol>" | "<li>" => log.open(&tag[1..3].to_uppercase()),
        "</ul>" | "</ol>" | "</li>" => log.close(),
        "<strong>" => style.push(InlineStyle::Strong),
        "</strong>" | "</span>" => drop(style.pop()),
        _ => {
            let language = tag.strip_prefix("<span lang=\"").and_then(|tag| tag.strip_suffix("\">"));
            style.push(InlineStyle::Foreign(language.unwrap_or_else(|| panic!("{tag}")).into()));
        }
    }
}

/// The events expected of a document.
fn wanted(document: &Document) -> Vec<DocumentEvent> {
    let mut log = EventLog::default();
    log.paragraph(&InlineStyle::Plain, document.crest.as_deref().unwrap_or_default());
    for bold in [&document.title, &document.author, document.status.as_ref().unwrap_or(&String::new())] {
        log.paragraph(&InlineStyle::Strong, bold);
    }
    blocks(&document.cover, &mut log);
    let mut headings = Vec::new();
    listed(&document.body, &mut headings);
    if let Some(contents) = document.furniture.contents.as_ref().filter(|_| !headings.is_empty()) {
        log.paragraph(&InlineStyle::Strong, contents);
        log.open("UL");
        let mut rest = headings.iter().peekable();
        while let Some((_, text)) = rest.next() {
            log.open("LI");
            log.paragraph(&InlineStyle::Link("#".into()), text);
            let mut is_open = false;
            while let Some((_, text)) = rest.next_if(|(level, _)| *level == 2) {
                if !is_open {
                    log.open("UL");
                }
                is_open = true;
                log.open("LI");
                log.paragraph(&InlineStyle::Link("#".into()), text);
                log.close();
            }
            if is_open {
                log.close();
            }
            log.close();
        }
        log.close();
    }
    blocks(&document.body, &mut log);
    log.0
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

fn blocks(blocks: &[Block], log: &mut EventLog) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => {
                log.open(&format!("H{level}"));
                log.words(&InlineStyle::Plain, text);
                log.close();
            }
            Block::Paragraph(words) if can_be_seen(words) => {
                log.open("P");
                inlines(words, log);
                log.close();
            }
            Block::Bullets(items) => list("UL", items, log, self::blocks),
            Block::Numbered(items) => list("OL", items, log, self::blocks),
            Block::Table(table) => self::table(table, log),
            Block::Figure(Figure { caption, alt, .. }) => {
                log.paragraph(&InlineStyle::Strong, caption);
                log.paragraph(&InlineStyle::Plain, alt);
            }
            Block::Note { label, blocks } => {
                log.open("QUOTE");
                log.paragraph(&InlineStyle::Strong, label);
                self::blocks(blocks, log);
                log.close();
            }
            Block::Together(inner) => self::blocks(inner, log),
            _ => {}
        }
    }
}

fn list(name: &str, items: &[Vec<Block>], log: &mut EventLog, inside: impl Fn(&[Block], &mut EventLog)) {
    log.open(name);
    for item in items {
        log.open("LI");
        inside(item, log);
        log.close();
    }
    log.close();
}

fn table(table: &Table, log: &mut EventLog) {
    log.paragraph(&InlineStyle::Strong, &table.caption);
    log.open("TABLE");
    log.open("HEAD");
    for column in &table.columns {
        log.open("CELL");
        log.words(&InlineStyle::Plain, column);
        log.close();
    }
    log.close();
    for row in &table.rows {
        log.open("ROW");
        for cell in row {
            log.open("CELL");
            cell_content(cell, log);
            log.close();
        }
        log.close();
    }
    log.close();
}

/// The blocks of a cell, which are on one line.
fn cell_content(cell: &[Block], log: &mut EventLog) {
    let mut after_paragraph = false;
    for block in cell {
        match block {
            Block::Paragraph(words) if can_be_seen(words) => {
                if after_paragraph {
                    log.0.push(DocumentEvent::Break);
                }
                inlines(words, log);
                after_paragraph = true;
            }
            Block::Bullets(items) => list("UL", items, log, cell_content),
            Block::Numbered(items) => list("OL", items, log, cell_content),
            _ => {}
        }
        after_paragraph &= matches!(block, Block::Paragraph(_));
    }
}

fn can_be_seen(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| !inline.words().trim().is_empty())
}

fn inlines(inlines: &[Inline], log: &mut EventLog) {
    for inline in inlines {
        let style = match inline {
            Inline::Strong(_) => InlineStyle::Strong,
            Inline::Link { target, .. } => InlineStyle::Link(target.clone()),
            Inline::Foreign { language, .. } => InlineStyle::Foreign(language.clone()),
            _ => InlineStyle::Plain,
        };
        log.words(&style, inline.words());
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
        vec![Shape::Words { x: 0, y: 20, align: Align::Start, strong: false, text: "not shown".into() }];
    let drawing = Drawing { width: 100, height: 40, shapes };
    let figure = Block::Figure(Figure { caption: "Scores".into(), alt: "One *bar*".into(), drawing });
    let mut document = sample::of_everything();
    document.crest = Some("The crest".into());
    document.body.push(figure);
    agrees(&document);
    agrees(&sample::long());
    assert!(!render(&document).unwrap().contains("not shown"));
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
fn an_invalid_document_is_rejected_with_a_pointer() {
    let error = render(&with_body(vec![heading(2, "Scope")])).unwrap_err();
    assert!(error.to_string().contains("/body/0"), "{error}");
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

/// Paragraphs and lists, as in cells, notes and lists.
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

#[test]
fn a_person_who_has_not_signed_has_lines_to_write_on() {
    let markdown =
        render(&with_body(vec![heading(1, "Certification"), sample::signatures("Leader")])).unwrap();
    let line = "_".repeat(30);
    let room = format!("**Leader**\n\nSigned {line}\n\nName {line}\n\nDate {line}\n");
    assert_eq!(markdown.matches(&room).count(), 2, "{markdown}");
    assert!(
        markdown.contains("**Leader**\n\nSigned Leader\n\nName Leader\n\nDate 31 May 2022\n"),
        "{markdown}"
    );
    assert!(!markdown.contains("Signature: Leader"), "the name of a field is for a PDF");
}
