//! The HTML page, read by an independent parser.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ags::document::{Accent, Align, Block, Document, Drawing, Figure, Fill, Furniture, Inline, Shape, Table};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use tests::sample::{self, cell, heading, link, text, with_body};

fn page(document: &Document) -> Html {
    Html::parse_document(&render_html::render(document).unwrap())
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn only<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(page, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

fn words(element: ElementRef) -> String {
    element.text().collect()
}

fn attribute<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    element.attr(name).unwrap_or_else(|| panic!("{} has no {name}", element.html()))
}

/// The characters without white space, which may differ between blocks.
fn letters(words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    words
        .into_iter()
        .flat_map(|words| words.as_ref().split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The words of the document under a pointer, in reading order; alternative text is not among what is shown.
fn written<'a>(document: &'a Document, under: &str) -> Vec<&'a str> {
    let words = document.words();
    words
        .into_iter()
        .filter(|(at, _)| at.starts_with(under) && !at.ends_with("/figure/alt"))
        .map(|(_, words)| words)
        .collect()
}

fn bars() -> Block {
    let shapes = vec![
        Shape::Area { x: 60, y: 10, width: 300, height: 20, fill: Fill::Full },
        Shape::Area { x: 60, y: 34, width: 200, height: 20, fill: Fill::Light },
        Shape::Area { x: 60, y: 58, width: 100, height: 20, fill: Fill::Empty },
        Shape::Rule { x: 60, y: 0, across: 0, down: 90 },
        Shape::Words { x: 54, y: 24, align: Align::End, strong: true, text: "A & B".into() },
        Shape::Words { x: 366, y: 24, align: Align::Start, strong: false, text: "3 <of> 3".into() },
        Shape::Words { x: 210, y: 110, align: Align::Middle, strong: false, text: "score".into() },
    ];
    Block::Figure(Figure {
        caption: "Scores by principle".into(),
        alt: "A \"high\" bar, a middling one & a low one".into(),
        drawing: Drawing { width: 450, height: 120, shapes },
    })
}

/// One of everything, a figure, a crest and a cover that fills.
fn full() -> Document {
    let mut document =
        Document { crest: Some("Crest of Anyshire Council".into()), ..sample::of_everything() };
    document.body.push(bars());
    document
}

/// Text that tries to break out wherever text is possible.
const HOSTILE: [&str; 8] = [
    "</title></style></script><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)\" x='",
    "' autofocus onfocus='alert(1)",
    "<img src=https://example.org/x onerror=alert(1)>",
    "]]> <!-- --> <![CDATA[ &lt;b&gt; &amp; &#x41; &notit;",
    "} body{background:url(https://example.org/x)} @import 'https://example.org/y'; \\3c",
    "<svg><style><!--</style><p>--></svg></svg></table></main></body></html>after",
    "\u{202e}turned\u{2066}about\u{feff} \u{200b}",
];

/// As much of the text as a drawing allows.
fn shortened(content: &str) -> String {
    let start: String = content.chars().take(Drawing::LONGEST_WORDS).collect();
    if start.trim().is_empty() { "-".into() } else { start }
}

/// A document with the text wherever text is possible; in the drawing, only its beginning.
fn containing(content: &str) -> Document {
    let of = || content.to_owned();
    let inlines = || {
        vec![
            text(content),
            Inline::Strong(of()),
            Inline::Mark(of()),
            link(content, "https://example.org/?a=1&b=\"'<>"),
            Inline::Foreign { language: "cy".into(), text: of() },
        ]
    };
    let paragraph = || Block::Paragraph(inlines());
    let body = vec![
        Block::Heading { level: 1, text: of() },
        paragraph(),
        Block::Heading { level: 2, text: of() },
        Block::Bullets(vec![vec![paragraph(), Block::Numbered(vec![vec![paragraph()]])]]),
        Block::Note { label: of(), blocks: vec![paragraph()] },
        Block::Together(vec![Block::Table(Table {
            caption: of(),
            columns: vec![of(), of()],
            row_headers: true,
            rows: vec![
                vec![vec![paragraph()], vec![]],
                vec![vec![paragraph(), paragraph()], vec![paragraph()]],
            ],
        })]),
        Block::Figure(Figure {
            caption: of(),
            alt: of(),
            drawing: Drawing {
                width: 100,
                height: 20,
                shapes: vec![Shape::Words {
                    x: 0,
                    y: 15,
                    align: Align::Start,
                    strong: false,
                    text: shortened(content),
                }],
            },
        }),
    ];
    Document {
        title: of(),
        author: of(),
        subject: of(),
        status: Some(of()),
        crest: Some(of()),
        furniture: Furniture {
            header: of(),
            footer: of(),
            contents: Some(of()),
            skip: of(),
            continued: of(),
        },
        cover: vec![paragraph()],
        ..with_body(body)
    }
}

/// The elements of a page with the names of their attributes, in reading order.
fn shape(page: &Html) -> Vec<String> {
    let element = |element: ElementRef| {
        let attributes: BTreeSet<_> = element.value().attrs().map(|(name, _)| name).collect();
        format!("{} {attributes:?}", element.value().name())
    };
    all(page, "*").into_iter().map(element).collect()
}

/// Asserts that a document with this text everywhere gives a page of the same elements as any other, with the text in its
/// places.
fn keeps_its_words_in_place(content: &str) {
    let document = containing(content);
    let page = page(&document);
    assert_eq!(shape(&page), shape(&self::page(&containing("plain"))), "{content:?}");
    let main = written(&document, "/body").into_iter().map(shown);
    assert_eq!(letters([words(only(&page, "main"))]), letters(main));
    let cover = written(&document, "/cover").into_iter().map(shown);
    assert_eq!(letters([words(only(&page, "header .cover"))]), letters(cover));
    let shown = shown(content);
    for place in
        [".skip", ".status", ".crest", ".title", ".author", "#contents", "nav > ul > li > a", "footer a"]
    {
        assert_eq!(words(only(&page, place)), shown, "{place}");
    }
    assert_eq!(attribute(only(&page, "meta[name=description]"), "content"), shown);
    assert_eq!(attribute(only(&page, "svg"), "aria-label"), shown);
}

/// The words as a parser gives them back, which makes a line feed of a carriage return.
fn shown(content: &str) -> String {
    let instead = |letter: char| match u32::from(letter) {
        0x0B | 0x85 => ' ',
        0x00..=0x08 | 0x0E..=0x1F | 0x7F..=0x9F | 0xFDD0..=0xFDEF => '\u{fffd}',
        code if code & 0xFFFF >= 0xFFFE => '\u{fffd}',
        _ => letter,
    };
    content.replace("\r\n", "\n").replace('\r', "\n").chars().map(instead).collect()
}

#[test]
fn every_word_is_on_the_page_once_and_in_order() {
    for document in [full(), sample::long()] {
        let page = page(&document);
        assert_eq!(letters([words(only(&page, "main"))]), letters(written(&document, "/body")));
        assert_eq!(words(only(&page, ".title")), document.title);
        assert_eq!(words(only(&page, ".status")), document.status.unwrap());
        assert_eq!(words(only(&page, ".skip")), document.furniture.skip);
        assert_eq!(words(only(&page, "footer p:first-child")), document.furniture.header);
    }
    let page = page(&full());
    assert_eq!(words(only(&page, ".crest")), "Crest of Anyshire Council");
    assert_eq!(words(only(&page, ".cover")), "For approval");
}

#[test]
fn what_a_document_lacks_has_no_element() {
    let quiet = Document { status: None, author: " ".into(), ..sample::empty() };
    let quiet =
        Document { furniture: Furniture { header: String::new(), ..quiet.furniture.clone() }, ..quiet };
    let page = page(&quiet);
    for place in [".status", ".crest", ".author", ".cover", "nav", "footer"] {
        assert_eq!(all(&page, place).len(), 0, "{place}");
    }
    assert_eq!(words(only(&page, "title")), "Annual Governance Statement 2021/22");
}

#[test]
fn a_heading_has_its_level_and_a_unique_id() {
    let levels: Vec<_> = (1..=6).map(|level| heading(level, "Risk")).collect();
    let page = page(&with_body(levels));
    for level in 1..=6 {
        let found = only(&page, &format!("main h{level}"));
        assert_eq!(attribute(found, "id"), if level == 1 { "risk".into() } else { format!("risk-{level}") });
    }
}

#[test]
fn the_contents_list_headings_of_levels_1_and_2_as_they_nest() {
    let together = Block::Together(vec![heading(2, "Two"), heading(3, "Deep")]);
    let page = page(&with_body(vec![heading(1, "One"), together, heading(2, "Three"), heading(1, "Four")]));
    let listed = |selector| all(&page, selector).into_iter().map(words).collect::<Vec<_>>();
    assert_eq!(listed("nav > ul > li > a"), ["One", "Four"]);
    assert_eq!(listed("nav > ul > li:first-child > ul > li > a"), ["Two", "Three"]);
    assert_eq!(listed("nav h1, nav a"), ["Contents", "One", "Two", "Three", "Four"]);
}

#[test]
fn every_id_is_unique_and_every_reference_resolves() {
    for document in [full(), sample::long(), containing("Main")] {
        let page = page(&document);
        let named: Vec<_> = all(&page, "[id]").into_iter().map(|element| attribute(element, "id")).collect();
        let known: BTreeSet<_> = named.iter().copied().collect();
        assert_eq!(named.len(), known.len());
        for place in all(&page, "a[href^='#']") {
            assert!(known.contains(&attribute(place, "href")[1..]), "{}", place.html());
        }
        for place in all(&page, "[aria-labelledby]") {
            assert!(known.contains(attribute(place, "aria-labelledby")), "{}", place.html());
        }
    }
}

#[test]
fn a_table_keeps_its_shape_and_its_headers_have_a_scope() {
    let table = |row_headers| {
        let rows = vec![vec![cell("Risk"), cell("2023")], vec![cell("Audit"), vec![]]];
        let columns = vec!["Action".into(), "Due".into()];
        with_body(vec![Block::Table(Table { caption: "Plan".into(), columns, row_headers, rows })])
    };
    for row_headers in [true, false] {
        let page = page(&table(row_headers));
        assert_eq!(words(only(&page, "table > caption:first-child")), "Plan");
        assert_eq!(all(&page, "thead > tr > th[scope=col]").len(), 2);
        assert_eq!(all(&page, "tbody > tr").len(), 2);
        assert_eq!(all(&page, "tbody th[scope=row]").len(), if row_headers { 2 } else { 0 });
        assert_eq!(all(&page, "tbody > tr > *").len(), 4);
        let frame = only(&page, "div[role=group][tabindex='0']:has(table)");
        assert_eq!(attribute(frame, "aria-labelledby"), attribute(only(&page, "caption"), "id"));
    }
}

#[test]
fn the_header_of_a_row_has_weight_while_all_of_them_are_names() {
    let table = |length: usize| {
        let rows = vec![vec![cell("Risk")], vec![cell(&"a".repeat(length))]];
        Table { caption: "Plan".into(), columns: vec!["Action".into()], row_headers: true, rows }
    };
    assert_eq!(all(&page(&with_body(vec![Block::Table(table(110))])), "table.names").len(), 1);
    assert_eq!(all(&page(&with_body(vec![Block::Table(table(111))])), "table.names").len(), 0);
}

#[test]
fn a_drawing_is_an_image_with_a_name_and_its_words_are_text() {
    let page = page(&with_body(vec![bars()]));
    let drawing = only(&page, "figure svg[role=img]");
    assert_eq!(attribute(drawing, "aria-label"), "A \"high\" bar, a middling one & a low one");
    assert_eq!(attribute(drawing, "viewBox"), "0 0 450 120");
    assert_eq!(all(&page, "svg > rect").len(), 3);
    let content: Vec<_> = all(&page, "svg > text").into_iter().map(words).collect();
    assert_eq!(content, ["A & B", "3 <of> 3", "score"]);
    assert_eq!(words(only(&page, "figure > figcaption:first-child")), "Scores by principle");
}

#[test]
fn languages_are_declared_for_the_page_and_for_foreign_text() {
    let page = page(&full());
    assert_eq!(attribute(only(&page, "html"), "lang"), "en-GB");
    assert_eq!(words(only(&page, "span[lang=cy]")), "llywodraethu");
}

#[test]
fn the_page_has_metadata() {
    let page = page(&full());
    assert_eq!(attribute(only(&page, "html[itemscope]"), "itemtype"), "https://schema.org/Report");
    assert_eq!(words(only(&page, "[itemprop=name].title")), "Annual Governance Statement 2021/22");
    let author = only(&page, "[itemprop=author][itemscope]");
    assert_eq!(attribute(author, "itemtype"), "https://schema.org/GovernmentOrganization");
    assert_eq!(words(only(&page, "[itemprop=author] [itemprop=name]")), "Anyshire Council");
    for (name, content) in [("inLanguage", "en-GB"), ("dateCreated", "2022-05-31")] {
        assert_eq!(attribute(only(&page, &format!("meta[itemprop={name}]")), "content"), content);
    }
    assert_eq!(words(only(&page, "title")), "Annual Governance Statement 2021/22 – Anyshire Council");
    assert_eq!(attribute(only(&page, "meta[name=author]"), "content"), "Anyshire Council");
}

#[test]
fn the_page_runs_nothing_and_loads_nothing() {
    for document in [full(), sample::long()] {
        let html = render_html::render(&document).unwrap();
        let page = Html::parse_document(&html);
        assert_eq!(all(&page, "script, link, img, iframe, object, embed, form, [src], [srcset]").len(), 0);
        let style = words(only(&page, "style"));
        assert!(!style.contains("url(") && !style.contains("@import"), "{style}");
        let policy = attribute(only(&page, "meta[http-equiv=Content-Security-Policy]"), "content");
        assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline';"), "{policy}");
    }
}

#[test]
fn the_accent_and_the_words_of_printed_pages_are_in_the_style() {
    let document = Document { accent: "#5C0E2E".parse::<Accent>().unwrap(), ..full() };
    let style = words(only(&page(&document), "style"));
    assert!(style.contains(":root{--own:#5C0E2E;"), "{style}");
    assert!(style.contains(r#"{content:"Page " counter(page) " of " counter(pages) ""}"#), "{style}");
}

#[test]
fn hostile_words_stay_words() {
    for content in HOSTILE {
        keeps_its_words_in_place(content);
    }
}

#[test]
fn characters_that_html_does_not_allow_are_replaced() {
    keeps_its_words_in_place("nul \0 bell \u{7} next line \u{85} none \u{fffe} \u{10ffff} \u{fdd0} end");
}

#[test]
fn a_script_is_not_an_address() {
    for target in ["javascript:alert(1)", "data:text/html,x", "JavaScript:alert(1)", " https://example.org"] {
        let document = with_body(vec![heading(1, "Scope"), Block::Paragraph(vec![link("code", target)])]);
        let error = render_html::render(&document).unwrap_err().to_string();
        assert!(error.contains("/body/1/paragraph/0/link/target: a link cannot lead to"), "{error}");
    }
}

#[test]
fn an_invalid_document_is_rejected_with_every_violation() {
    let document = Document { title: String::new(), ..with_body(vec![heading(2, "Scope")]) };
    assert_eq!(render_html::render(&document).unwrap_err().0, document.violations());
    assert_eq!(document.violations().len(), 2);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(render_html::render(&sample::long()), render_html::render(&sample::long()));
}

#[test]
fn a_status_of_80_letters_stays_in_sight_and_a_longer_one_does_not_hide_the_text() {
    let with = |letters| Document { status: Some("a".repeat(letters)), ..sample::empty() };
    assert_eq!(all(&page(&with(80)), "header .status.in-sight").len(), 1);
    assert_eq!(all(&page(&with(81)), "header .status:not(.in-sight)").len(), 1);
}

/// `.ci/axe` opens these in a browser.
#[test]
fn the_pages_for_a_browser_can_be_written() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("html");
    fs::create_dir_all(&folder).unwrap();
    let hostile = Document { status: Some(HOSTILE[0].into()), ..containing(&HOSTILE.concat()) };
    for (name, document) in [("full", full()), ("long", sample::long()), ("hostile", hostile)] {
        let html = render_html::render(&document).unwrap();
        fs::write(folder.join(name).with_extension("html"), &html).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_stay_words(content in r#"[a-z<>&"'/!\[\]{}\\;=\-#:() \PC\x00-\x1f\x7f-\u{9f}]{0,40}[a-z]"#) {
        keeps_its_words_in_place(&content);
    }
}

#[test]
fn a_person_who_has_not_signed_has_lines_and_no_words_of_ours() {
    let page = page(&with_body(vec![heading(1, "Certification"), sample::signatures("Leader")]));
    let places: Vec<_> = all(&page, ".signature").into_iter().map(words).collect();
    assert_eq!(
        places,
        [
            "LeaderLeaderSigned LeaderName LeaderDate 31 May 2022",
            "LeaderSignedNameDate",
            "LeaderSignedNameDate",
            "LeaderSignedName LeaderDate"
        ]
    );
    assert_eq!(all(&page, ".line.room").len(), 3);
    assert_eq!(all(&page, ".line.blank").len(), 5);
    assert_eq!(all(&page, "input, button, form").len(), 0);
}

#[test]
fn a_qr_code_is_an_image_with_its_address_as_its_name() {
    let page = page(&with_body(vec![heading(1, "Verify"), sample::qr_code()]));
    let image = only(&page, "svg");
    assert_eq!(image.value().attr("aria-label"), Some("QR code for https://www.example.gov.uk/verify"));
    assert_eq!(all(&page, "svg path.black").len(), 1, "black in every colour scheme");
}
