//! Layout: figures, tables, lines, headings, and documents of every length.

use std::collections::BTreeSet;
use std::process::Command;

use ags::document::{Accent, Align, Block, Cell, Document, Drawing, Figure, Fill, Shape, Table};
use lopdf::Object;
use lopdf::content::Content;
use render_pdf::render;

use super::{is_tidy, read, reads_back};
use tests::pdf_reader::{ContentMark, PdfReader, ShownText};
use tests::sample::{self, cell, heading, link, text, with_body};

/// A bar of every fill with its labels, of a given height.
fn figure(height: u16) -> Figure {
    let words = |x, y, align, text: &str| Shape::Words { x, y, align, strong: false, text: text.into() };
    let bar = |y, fill| Shape::Area { x: 120, y, width: 200, height: 14, fill };
    let shapes = vec![
        Shape::Rule { x: 120, y: 0, across: 0, down: height },
        bar(4, Fill::Full),
        words(114, 16, Align::End, "Principle A"),
        bar(24, Fill::Light),
        words(114, 36, Align::End, "Principle B"),
        bar(44, Fill::Empty),
        words(326, 56, Align::Start, "limited"),
        words(220, 72, Align::Middle, "last year"),
    ];
    let drawing = Drawing { width: 400, height, shapes };
    Figure { caption: "Assurance".into(), alt: "Three bars of one length".into(), drawing }
}

fn content(page: &[ShownText]) -> impl Iterator<Item = &ShownText> {
    page.iter().filter(|shown| matches!(shown.mark, ContentMark::Content(_)))
}

#[test]
fn a_figure_is_one_element_with_its_alternative_its_caption_its_words_and_its_box() {
    let document = with_body(vec![heading(1, "Scope"), Block::Figure(figure(80))]);
    let reader = read(&document);
    is_tidy(&reader);
    reads_back(&document, &reader);
    let wanted = "    \
    Figure Block alt=Three bars of one length: Principle APrinciple Blimitedlast year
      Caption: Assurance
";
    assert!(reader.tags().ends_with(wanted), "{}", reader.tags());
    let figure = reader.elements().into_iter().map(|id| reader.element(id));
    let figure = figure.into_iter().find(|element| element.get(b"Alt").is_ok()).unwrap();
    let sides = figure.get(b"A").unwrap().as_dict().unwrap().get(b"BBox").unwrap().as_array().unwrap();
    let sides: Vec<f32> = sides.iter().map(|side| Object::as_float(side).unwrap()).collect();
    let drawn = content(&reader.shown[1]).filter(|shown| shown.text.contains("Principle"));
    for shown in drawn {
        assert!(sides[0] <= shown.x && shown.right <= sides[2], "{shown:?} in {sides:?}");
        assert!(sides[1] <= shown.y && shown.y <= sides[3], "{shown:?} in {sides:?}");
    }
    assert!(sides[3] - sides[1] >= 80.0, "{sides:?}");
}

#[test]
fn a_figure_shares_its_page_with_its_caption_and_what_leads_up_to_it() {
    for before in [1, 10, 20, 30, 40] {
        let mut body = vec![heading(1, "Scope")];
        body.extend(lines(before));
        body.extend([Block::plain("It looks like this:"), Block::Figure(figure(480))]);
        let reader = read(&with_body(body));
        let pages = ["It looks like this:", "Assurance", "last year"].map(|words| page_of(&reader, words));
        assert_eq!([pages[0]; 3], pages, "after {before} lines");
    }
}

/// The last page, from 0, that has the text as content.
fn page_of(reader: &PdfReader, words: &str) -> usize {
    let holds = |page: &Vec<ShownText>| content(page).any(|shown| shown.text.contains(words));
    reader.shown.iter().rposition(holds).unwrap_or_else(|| panic!("{words:?} is nowhere"))
}

fn lines(count: usize) -> impl Iterator<Item = Block> {
    (1..=count).map(|number| Block::plain(format!("Line {number}.")))
}

fn table(columns: &[&str], rows: Vec<Vec<Cell>>) -> Block {
    let columns = columns.iter().map(ToString::to_string).collect();
    Block::Table(Table { caption: "Action plan".into(), columns, row_headers: true, rows })
}

/// The colours that a page is drawn in, each as red, green and blue from 0 to 255.
fn colours(reader: &PdfReader, page: usize) -> BTreeSet<[u8; 3]> {
    let content = Content::decode(&reader.document.get_page_content(reader.pages[page])).unwrap();
    let fills = content.operations.iter().filter(|operation| operation.operator == "rg");
    let part = |part: &Object| format!("{:.0}", part.as_float().unwrap() * 255.0).parse().unwrap();
    fills.map(|fill| [0, 1, 2].map(|index| part(&fill.operands[index]))).collect()
}

#[test]
fn titles_headings_and_figures_have_the_accent_of_the_council() {
    let plum: Accent = "#4A1040".parse().unwrap();
    let mut document = with_body(vec![heading(1, "Scope"), Block::Figure(figure(80))]);
    let ours = document.accent.rgb();
    for (accent, there, not_there) in [(document.accent, ours, plum.rgb()), (plum, plum.rgb(), ours)] {
        document.accent = accent;
        let reader = read(&document);
        for page in 0..reader.pages.len() {
            let colours = colours(&reader, page);
            assert!(colours.contains(&there) && !colours.contains(&not_there), "page {page}: {colours:?}");
        }
    }
}

#[test]
fn a_crest_placeholder_shows_its_description_and_has_it_as_alternative_text() {
    let crest = "Crest of Anyshire Council".to_owned();
    let reader = read(&Document { crest: Some(crest.clone()), ..sample::of_everything() });
    is_tidy(&reader);
    let first = reader.tags().lines().nth(2).unwrap().trim().to_owned();
    assert_eq!(first, format!("Figure Block alt={crest}: {crest}"));
}

#[test]
fn a_description_of_a_crest_that_does_not_fit_is_alternative_text_only() {
    for crest in ["Llanfairpwllgwyngyll", &"Crest of Anyshire Council ".repeat(8)] {
        let reader = read(&Document { crest: Some(crest.into()), ..sample::of_everything() });
        is_tidy(&reader);
        let first = reader.tags().lines().nth(2).unwrap().trim().to_owned();
        assert_eq!(first, format!("Figure Block alt={}", crest.trim()));
    }
}

#[test]
fn without_words_for_a_crest_no_place_is_kept() {
    for crest in [None, Some(" ".into())] {
        let reader = read(&Document { crest, ..sample::of_everything() });
        assert!(!reader.tags().contains("Figure"), "{}", reader.tags());
    }
}

#[test]
fn neither_the_first_nor_the_last_row_of_a_table_is_alone_on_a_page() {
    for before in 0..40 {
        let rows = (1..=30).map(|row| vec![cell(&format!("Row {row}.")), cell("x")]).collect();
        let mut body = vec![heading(1, "Scope")];
        body.extend(lines(before));
        body.push(table(&["Name", "Value"], rows));
        let reader = read(&with_body(body));
        assert_eq!(page_of(&reader, "Row 29."), page_of(&reader, "Row 30."), "after {before} lines");
        assert_eq!(page_of(&reader, "Row 1."), page_of(&reader, "Row 2."), "after {before} lines");
    }
}

#[test]
fn a_short_table_is_kept_on_one_page() {
    for before in 0..40 {
        let rows = (1..=5).map(|row| vec![cell(&format!("Row {row}.")), cell("x")]).collect();
        let mut body = vec![heading(1, "Scope")];
        body.extend(lines(before));
        body.push(table(&["Name", "Value"], rows));
        let reader = read(&with_body(body));
        assert_eq!(page_of(&reader, "Action plan"), page_of(&reader, "Row 5."), "after {before} lines");
    }
}

#[test]
fn neither_end_of_a_list_leaves_a_lone_line_on_a_page() {
    for before in 0..40 {
        let items = (1..=6).map(|item| cell(&format!("Item {item}."))).collect();
        let mut body = vec![heading(1, "Scope")];
        body.extend(lines(before));
        body.extend([heading(2, "Duties"), Block::Bullets(items)]);
        let reader = read(&with_body(body));
        let [heading, first, second] = ["Duties", "Item 1.", "Item 2."].map(|words| page_of(&reader, words));
        assert_eq!([heading; 2], [first, second], "after {before} lines");
        assert_eq!(page_of(&reader, "Item 5."), page_of(&reader, "Item 6."), "after {before} lines");
    }
}

#[test]
fn a_row_on_several_pages_repeats_a_short_header_as_an_artifact_and_not_a_long_one() {
    let going_on = |header: &str| {
        let rows = vec![vec![cell(header), cell(&"The council keeps its word. ".repeat(800))]];
        let reader = read(&with_body(vec![heading(1, "Scope"), table(&["Issue", "Action"], rows)]));
        reads_once(&reader, header);
        let pages = 2..reader.pages.len();
        assert!(pages.len() >= 2, "the row fills pages");
        pages.map(|page| reader.artifacts(page).contains(header)).collect::<BTreeSet<_>>()
    };
    assert_eq!(going_on("Issue 1"), BTreeSet::from([true]));
    assert_eq!(going_on(&"issue".repeat(60)), BTreeSet::from([false]));
}

/// Asserts that the text is in reading order once.
fn reads_once(reader: &PdfReader, words: &str) {
    assert_eq!(reader.text().matches(words).count(), 1, "{words}");
}

#[test]
fn a_date_stays_on_one_line_and_the_longest_column_is_the_widest() {
    let row = |number: usize| {
        vec![
            cell(&format!("Issue {number}")),
            cell(&"complete the improvements to risk management ".repeat(4)),
            cell("30\u{a0}September\u{a0}2022"),
        ]
    };
    let rows = (1..=4).map(row).collect();
    let reader = read(&with_body(vec![heading(1, "Scope"), table(&["Issue", "Action", "Due"], rows)]));
    let shown = |words: &str| content(&reader.shown[1]).filter(|shown| shown.text.trim() == words).count();
    assert_eq!([shown("30\u{a0}September\u{a0}2022"), shown("Issue 3")], [4, 1]);
    let left = |words: &str| content(&reader.shown[1]).find(|shown| shown.text == words).unwrap().x;
    assert!(left("Due") - left("Action") > 2.0 * (left("Action") - left("Issue")));
}

#[test]
fn the_contents_leave_no_page_almost_empty() {
    for headings in 1..=100 {
        let body = (0..headings).flat_map(|number| {
            let level = if number % 4 == 0 { 1 } else { 2 };
            [heading(level, &format!("Heading {number}")), Block::plain("Words.")]
        });
        let reader = read(&with_body(body.collect()));
        let of_the_body = |page: &Vec<ShownText>| content(page).any(|shown| shown.text == "Words.");
        let last = reader.shown.iter().position(of_the_body).unwrap() - 1;
        let lowest = content(&reader.shown[last]).map(|shown| shown.y).fold(f32::MAX, f32::min);
        assert!(last <= 1 || lowest < 600.0, "{headings} headings end at {lowest} on page {last}");
    }
}

/// A document of a title page and a body of so many pages.
fn of_pages(pages: usize) -> Document {
    let page = |number: usize| {
        let mut page: Vec<_> =
            (0..30).map(|_| Block::plain(format!("Page {number}: £1,000, ¾ a ŵyl."))).collect();
        if number.is_multiple_of(50) {
            page[0] = heading(1, &format!("Part {number}"));
        }
        page
    };
    with_body((0..pages).flat_map(page).collect())
}

#[test]
fn documents_of_one_page_and_of_a_hundred_are_drawn_whole() {
    let one = Document { status: None, ..with_body(vec![]) };
    assert_eq!(read(&one).pages.len(), 1);
    let document = of_pages(97);
    let reader = read(&document);
    assert!((90..=110).contains(&reader.pages.len()), "{} pages", reader.pages.len());
    is_tidy(&reader);
    reads_back(&document, &reader);
}

#[test]
fn a_document_of_a_thousand_pages_is_drawn_whole() {
    let document = of_pages(1_000);
    let reader = read(&document);
    assert!((950..=1_050).contains(&reader.pages.len()), "{} pages", reader.pages.len());
    assert!(reader.shown.iter().all(|page| content(page).count() > 0));
    assert_eq!(reader.text().matches("¾ a ŵyl").count(), 30 * 1_000 - 20);
}

/// A document whose every field is as long as any council might write, and longer.
fn longest() -> Document {
    const WORD: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch";
    let address =
        format!("https://www.example.gov.uk/{}", "governance/local_code.pdf?year=2021&part=".repeat(40));
    let words = |words: usize| format!("{WORD} ½ ¼ ¾ £€ Tŷ’r ŵyl – {}", "and the council ".repeat(words));
    let nested = (0..6).fold(vec![Block::plain(words(9))], |inner, _| vec![Block::Numbered(vec![inner])]);
    let wide = Table {
        caption: words(20),
        columns: (0..16).map(|column| format!("{column}{WORD}")).collect(),
        row_headers: true,
        rows: (0..3).map(|_| vec![cell(&words(2)); 16]).collect(),
    };
    let links = Table {
        caption: words(9),
        columns: vec![words(3), words(3)],
        row_headers: true,
        rows: vec![vec![cell(&words(30)), vec![Block::Paragraph(vec![link(&address, &address)])]]],
    };
    let headings = (1..=6).map(|level| heading(level, &words(12)));
    let rest = [
        Block::Paragraph(vec![link(&address, &address)]),
        nested[0].clone(),
        Block::Note { label: words(9), blocks: nested },
        Block::Table(wide),
        Block::Table(links),
        Block::Figure(Figure { caption: words(20), alt: words(90), ..figure(490) }),
        Block::plain(WORD.repeat(60)),
    ];
    let mut document = with_body(headings.chain(rest).collect());
    document.title = words(30);
    document.author = words(20);
    document.status = Some(words(6));
    document.crest = Some(words(9));
    document.furniture.header = words(12);
    document.furniture.footer = format!("{WORD} {{page}} / {{pages}}");
    document.furniture.contents = Some(words(9));
    document.furniture.continued = words(3);
    document
}

#[test]
fn a_document_whose_every_field_is_long_is_drawn_whole_and_within_its_margins() {
    let document = longest();
    let reader = read(&document);
    reads_back(&document, &reader);
    is_tidy(&reader);
}

#[test]
fn an_address_breaks_after_its_marks() {
    let address = "https://www.example.gov.uk/the-council/how-the-council-works/local-code-of-governance";
    let document = with_body(vec![Block::Paragraph(vec![text("See "), link(address, address)])]);
    let reader = read(&document);
    let mut parts = content(&reader.shown[1])
        .filter(|shown| shown.text.contains("council") || shown.text.contains("code"));
    let first = &parts.next().unwrap().text;
    assert!(first.starts_with("https://") && first.ends_with(['/', '-', '.']), "{first}");
}

#[test]
fn verapdf_finds_nothing_broken_in_figures_a_crest_and_what_is_longest() {
    let Ok(validator) = std::env::var("AGS_VERAPDF") else {
        eprintln!("AGS_VERAPDF names no validator: veraPDF was not asked");
        return;
    };
    let documents = [
        with_body(vec![heading(1, "Scope"), Block::Figure(figure(80))]),
        Document { crest: Some("Crest of Anyshire Council".into()), ..sample::of_everything() },
        longest(),
    ];
    let folder = tempfile::tempdir().unwrap();
    let files = ["figure.pdf", "crest.pdf", "longest.pdf"].map(|name| folder.path().join(name));
    for (document, file) in documents.iter().zip(&files) {
        std::fs::write(file, render(document).unwrap()).unwrap();
    }
    let found = Command::new(validator).arg("ua1").args(&files).output().unwrap();
    let output = String::from_utf8_lossy(&found.stdout);
    assert!(found.status.success(), "{output}{}", String::from_utf8_lossy(&found.stderr));
}
