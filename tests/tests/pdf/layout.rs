//! How the pages look: figures, tables, lines, headings, and documents of every length.

use ags::document::{Align, Block, Drawing, Figure, Fill, Shape};
use lopdf::Object;

use super::reader::{Mark, Shown};
use super::sample::{heading, with_body};
use super::{is_tidy, read, reads_back};

/// A bar of every fill with its words, as tall as asked.
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

fn content(page: &[Shown]) -> impl Iterator<Item = &Shown> {
    page.iter().filter(|shown| matches!(shown.mark, Mark::Content(_)))
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
    let drawn = content(&reader.shown[2]).filter(|shown| shown.text.contains("Principle"));
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
        body.extend((0..before).map(|number| Block::plain(format!("Line {number}."))));
        body.extend([Block::plain("It looks like this:"), Block::Figure(figure(500))]);
        let reader = read(&with_body(body));
        let page_of = |words: &str| {
            let holds = |page: &Vec<Shown>| content(page).any(|shown| shown.text == words);
            reader.shown.iter().position(holds).unwrap()
        };
        let page = page_of("It looks like this:");
        assert_eq!([page; 2], [page_of("Assurance"), page_of("last year")], "after {before} lines");
    }
}
