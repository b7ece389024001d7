//! The content of an HTML page, from its elements.

use scraper::{ElementRef, Html, Node, Selector};

use crate::content::{ContentCollector, DocumentContent};

/// Elements that do not separate words.
const INLINE: [&str; 8] = ["a", "abbr", "b", "em", "i", "span", "strong", "wbr"];

pub fn read(page: &str) -> DocumentContent {
    let page = Html::parse_document(page);
    let mut collector = ContentCollector::default();
    let parts = Selector::parse("body > header, nav, main").unwrap();
    for part in page.select(&parts) {
        if part.value().name() == "nav" {
            contents(part, &mut collector);
        } else {
            visit(part, &mut collector);
        }
    }
    collector.end()
}

fn visit(element: ElementRef<'_>, collector: &mut ContentCollector) {
    match element.value().name() {
        "svg" => drawing(element, collector),
        name if INLINE.contains(&name) => children(element, collector),
        heading @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
            collector.heading(heading[1..].parse().unwrap(), &element.text().collect::<String>());
        }
        "table" => {
            part(element, collector);
            collector.table(rows(element));
        }
        _ => part(element, collector),
    }
}

/// An element that separates its words from those around it.
fn part(element: ElementRef<'_>, collector: &mut ContentCollector) {
    collector.break_words();
    children(element, collector);
    collector.break_words();
}

fn children(element: ElementRef<'_>, collector: &mut ContentCollector) {
    for child in element.children() {
        match child.value() {
            Node::Text(words) => collector.text(words),
            Node::Element(_) => visit(ElementRef::wrap(child).unwrap(), collector),
            _ => {}
        }
    }
}

/// The alternative text of a drawing, and the text inside it.
fn drawing(element: ElementRef<'_>, collector: &mut ContentCollector) {
    collector.alone(element.attr("aria-label").unwrap());
    for words in element.select(&Selector::parse("text").unwrap()) {
        collector.drawing_text(&words.text().collect::<String>());
    }
}

/// The number of cells of every row.
fn rows(table: ElementRef<'_>) -> Vec<usize> {
    let (row, cell) = (Selector::parse("tr").unwrap(), Selector::parse("th, td").unwrap());
    table.select(&row).map(|row| row.select(&cell).count()).collect()
}

/// The words over the list of contents, and each link in it.
fn contents(nav: ElementRef<'_>, collector: &mut ContentCollector) {
    for line in nav.select(&Selector::parse("h1, h2, li > a").unwrap()) {
        collector.contents(&line.text().collect::<String>());
    }
}
