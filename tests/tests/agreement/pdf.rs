//! What a PDF tells, by its tags.

use lopdf::{Object, ObjectId};

use crate::reader::{Kid, Reader};
use crate::told::{Telling, Told, line};

pub fn told(bytes: &[u8]) -> Told {
    let reader = Reader::new(bytes);
    let mut telling = Telling::default();
    let top = reader.structure().get(b"K").unwrap().as_reference().unwrap();
    Tags { reader: &reader, telling: &mut telling }.hear(top);
    telling.end()
}

struct Tags<'a> {
    reader: &'a Reader,
    telling: &'a mut Telling,
}

impl Tags<'_> {
    fn hear(&mut self, element: ObjectId) {
        match self.name(element).as_str() {
            "Sect" if self.below(element).iter().any(|kid| self.name(*kid) == "TOC") => {
                self.contents(element);
            }
            "Lbl" => {}
            "Span" | "Link" => self.kids(element),
            "Figure" => self.figure(element),
            heading @ ("H1" | "H2" | "H3" | "H4" | "H5" | "H6") => {
                let level = heading[1..].parse().unwrap();
                self.telling.heading(level, &self.words(element));
            }
            "Table" => {
                self.part(element);
                let rows = self.all_below(element).into_iter().filter(|row| self.name(*row) == "TR");
                let rows = rows.map(|row| self.below(row).len()).collect();
                self.telling.table(rows);
            }
            _ => self.part(element),
        }
    }

    /// An element that parts its words from those around it.
    fn part(&mut self, element: ObjectId) {
        self.telling.pause();
        self.kids(element);
        self.telling.pause();
    }

    fn kids(&mut self, element: ObjectId) {
        for kid in self.reader.kids(element) {
            match kid {
                Kid::Element(kid) => self.hear(kid),
                Kid::Content(place) => self.telling.say(self.reader.said(place)),
                Kid::Annotation(_) => {}
            }
        }
    }

    /// The caption, the words that stand for the drawing, and those inside it where they are not the same.
    fn figure(&mut self, element: ObjectId) {
        let (mut inside, alt) = (String::new(), self.alternative(element));
        for kid in self.reader.kids(element) {
            match kid {
                Kid::Element(kid) => self.hear(kid),
                Kid::Content(place) => inside.push_str(self.reader.said(place)),
                Kid::Annotation(_) => {}
            }
        }
        self.telling.alone(&alt);
        if line(&inside) != line(&alt) {
            self.telling.drawn(&inside);
        }
    }

    fn alternative(&self, element: ObjectId) -> String {
        text(self.reader.element(element).get(b"Alt").and_then(Object::as_str).unwrap())
    }

    /// The heading, and every entry without the number of the page it leads to.
    fn contents(&mut self, element: ObjectId) {
        for part in self.all_below(element) {
            match self.name(part).as_str() {
                "H1" => self.telling.contents(&self.words(part)),
                "Link" => {
                    let words = self.words(part);
                    let leads_to = self.reader.kids(part).into_iter().find_map(|kid| match kid {
                        Kid::Annotation(link) => Some(self.reader.destination(self.reader.element(link))),
                        _ => None,
                    });
                    let number = leads_to.unwrap().to_string();
                    self.telling.contents(words.trim_end().strip_suffix(&number).unwrap());
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
        let kids = self.reader.kids(element).into_iter();
        kids.filter_map(|kid| if let Kid::Element(kid) = kid { Some(kid) } else { None }).collect()
    }

    /// The elements anywhere below one, in reading order.
    fn all_below(&self, element: ObjectId) -> Vec<ObjectId> {
        let with_its_own = |kid| [vec![kid], self.all_below(kid)].concat();
        self.below(element).into_iter().flat_map(with_its_own).collect()
    }

    /// The words of an element that holds words and what marks words.
    fn words(&self, element: ObjectId) -> String {
        let words = |kid| match kid {
            Kid::Element(kid) => self.words(kid),
            Kid::Content(place) => self.reader.said(place).to_owned(),
            Kid::Annotation(_) => String::new(),
        };
        self.reader.kids(element).into_iter().map(words).collect()
    }
}

/// A string that people read: UTF-16 behind its mark, else in the letters that all encodings share.
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units = units.chunks(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            char::decode_utf16(units).collect::<Result<_, _>>().unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}
