//! What an HTML page tells, by its elements.

use scraper::{ElementRef, Html, Node, Selector};

use crate::told::{Telling, Told};

/// Elements that part no words.
const INLINE: [&str; 8] = ["a", "abbr", "b", "em", "i", "span", "strong", "wbr"];

pub fn told(page: &str) -> Told {
    let page = Html::parse_document(page);
    let mut telling = Telling::default();
    let parts = Selector::parse("body > header, nav, main").unwrap();
    for part in page.select(&parts) {
        if part.value().name() == "nav" {
            contents(part, &mut telling);
        } else {
            hear(part, &mut telling);
        }
    }
    telling.end()
}

fn hear(element: ElementRef<'_>, telling: &mut Telling) {
    match element.value().name() {
        "svg" => drawing(element, telling),
        name if INLINE.contains(&name) => kids(element, telling),
        heading @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
            telling.heading(heading[1..].parse().unwrap(), &element.text().collect::<String>());
        }
        "table" => {
            part(element, telling);
            telling.table(rows(element));
        }
        _ => part(element, telling),
    }
}

/// An element that parts its words from those around it.
fn part(element: ElementRef<'_>, telling: &mut Telling) {
    telling.pause();
    kids(element, telling);
    telling.pause();
}

fn kids(element: ElementRef<'_>, telling: &mut Telling) {
    for kid in element.children() {
        match kid.value() {
            Node::Text(words) => telling.say(words),
            Node::Element(_) => hear(ElementRef::wrap(kid).unwrap(), telling),
            _ => {}
        }
    }
}

/// The words that stand for a drawing, and those inside it.
fn drawing(element: ElementRef<'_>, telling: &mut Telling) {
    telling.alone(element.attr("aria-label").unwrap());
    for words in element.select(&Selector::parse("text").unwrap()) {
        telling.drawn(&words.text().collect::<String>());
    }
}

/// The number of cells of every row.
fn rows(table: ElementRef<'_>) -> Vec<usize> {
    let (row, cell) = (Selector::parse("tr").unwrap(), Selector::parse("th, td").unwrap());
    table.select(&row).map(|row| row.select(&cell).count()).collect()
}

/// The words over the list of contents, and each link in it.
fn contents(nav: ElementRef<'_>, telling: &mut Telling) {
    for line in nav.select(&Selector::parse("h1, h2, li > a").unwrap()) {
        telling.contents(&line.text().collect::<String>());
    }
}
