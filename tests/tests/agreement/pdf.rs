//! The content of a PDF, from its tags.

use lopdf::{Object, ObjectId};

use crate::content::{ContentCollector, DocumentContent, line};
use tests::pdf_reader::{Child, PdfReader};

pub fn read(bytes: &[u8]) -> DocumentContent {
    let reader = PdfReader::new(bytes);
    let mut collector = ContentCollector::default();
    let top = reader.structure().get(b"K").unwrap().as_reference().unwrap();
    TagVisitor { reader: &reader, collector: &mut collector }.visit(top);
    collector.end()
}

struct TagVisitor<'a> {
    reader: &'a PdfReader,
    collector: &'a mut ContentCollector,
}

impl TagVisitor<'_> {
    fn visit(&mut self, element: ObjectId) {
        match self.name(element).as_str() {
            "Sect" if self.below(element).iter().any(|child| self.name(*child) == "TOC") => {
                self.contents(element);
            }
            "Lbl" => {}
            "Span" | "Link" => self.children(element),
            "Figure" => self.figure(element),
            heading @ ("H1" | "H2" | "H3" | "H4" | "H5" | "H6") => {
                let level = heading[1..].parse().unwrap();
                self.collector.heading(level, &self.words(element));
            }
            "Table" => {
                self.part(element);
                let rows = self.all_below(element).into_iter().filter(|row| self.name(*row) == "TR");
                let rows = rows.map(|row| self.below(row).len()).collect();
                self.collector.table(rows);
            }
            _ => self.part(element),
        }
    }

    /// An element that separates its words from those around it.
    fn part(&mut self, element: ObjectId) {
        self.collector.break_words();
        self.children(element);
        self.collector.break_words();
    }

    fn children(&mut self, element: ObjectId) {
        for child in self.reader.children(element) {
            match child {
                Child::Element(child) => self.visit(child),
                Child::Content(place) => self.collector.text(self.reader.text_of(place)),
                Child::Annotation(_) => {}
            }
        }
    }

    /// The caption, the alternative text, and the text inside the drawing if it differs.
    fn figure(&mut self, element: ObjectId) {
        let (mut inside, alt) = (String::new(), self.alternative(element));
        for child in self.reader.children(element) {
            match child {
                Child::Element(child) => self.visit(child),
                Child::Content(place) => inside.push_str(self.reader.text_of(place)),
                Child::Annotation(_) => {}
            }
        }
        self.collector.alone(&alt);
        if line(&inside) != line(&alt) {
            self.collector.drawing_text(&inside);
        }
    }

    fn alternative(&self, element: ObjectId) -> String {
        text(self.reader.element(element).get(b"Alt").and_then(Object::as_str).unwrap())
    }

    /// The heading, and every entry without the number of the page it leads to.
    fn contents(&mut self, element: ObjectId) {
        for part in self.all_below(element) {
            match self.name(part).as_str() {
                "H1" => self.collector.contents(&self.words(part)),
                "Link" => {
                    let words = self.words(part);
                    let leads_to = self.reader.children(part).into_iter().find_map(|child| match child {
                        Child::Annotation(link) => Some(self.reader.destination(self.reader.element(link))),
                        _ => None,
                    });
                    let number = leads_to.unwrap().to_string();
                    self.collector.contents(words.trim_end().strip_suffix(&number).unwrap());
                }
                _ => {}
            }
        }
    }

    fn name(&self, element: ObjectId) -> String {
        let name = self.reader.element(element).get(b"S").unwrap().as_name().unwrap();
        String::from_utf8(name.to_vec()).unwrap()
    }

    /// The elements right below one.
    fn below(&self, element: ObjectId) -> Vec<ObjectId> {
        let children = self.reader.children(element).into_iter();
        children
            .filter_map(|child| if let Child::Element(child) = child { Some(child) } else { None })
            .collect()
    }

    /// The elements anywhere below one, in reading order.
    fn all_below(&self, element: ObjectId) -> Vec<ObjectId> {
        let with_its_own = |child| [vec![child], self.all_below(child)].concat();
        self.below(element).into_iter().flat_map(with_its_own).collect()
    }

    /// The text of an element and of the elements inside it.
    fn words(&self, element: ObjectId) -> String {
        let words = |child| match child {
            Child::Element(child) => self.words(child),
            Child::Content(place) => self.reader.text_of(place).to_owned(),
            Child::Annotation(_) => String::new(),
        };
        self.reader.children(element).into_iter().map(words).collect()
    }
}

/// A text string: UTF-16 after a byte order mark, else ASCII.
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units = units.chunks(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            char::decode_utf16(units).collect::<Result<_, _>>().unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}
