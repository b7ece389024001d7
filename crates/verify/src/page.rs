//! The words on a page, in the order in which they are drawn.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, Stream};

use crate::file::{File, entries, words};
use crate::letters::Letters;

/// How deep drawings may be used in drawings.
const DEEPEST: usize = 8;
/// The most operations that are looked at on one page, inclusive, those of drawings in drawings counted.
const MOST_OPERATIONS: usize = 2_000_000;

/// What words on a page are to a reader who hears the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Words of the document, with their number on the page.
    Text(i64),
    /// Words that are passed over, such as a running header.
    Beside,
    /// Words outside everything that is marked.
    Unmarked,
}

/// Words that are drawn under one mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    /// The letters of the glyphs.
    pub(crate) seen: String,
    /// The letters that the file says are there.
    pub(crate) heard: String,
}

/// Reads the words of a page; `None` where its drawing cannot be understood.
pub(crate) fn read(file: &File, page: &Dictionary) -> Option<Vec<Piece>> {
    let content = Content::decode(&file.drawn(page)).ok()?;
    let mut pen = Pen::new(file);
    let none = Dictionary::new();
    let resources = entries(file.get(file.inherited(page, "Resources"))).unwrap_or(&none);
    pen.draw(&content.operations, resources, 0);
    Some(pen.pieces)
}

/// Marked content that is open.
struct Mark {
    kind: Option<Kind>,
    /// Whether what is drawn inside is not heard, since the mark says what is.
    silent: bool,
}

struct Pen<'a> {
    file: &'a File,
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
    font: Option<Rc<Letters>>,
    saved: Vec<Option<Rc<Letters>>>,
    fonts: BTreeMap<Vec<u8>, Rc<Letters>>,
    operations: usize,
}

impl<'a> Pen<'a> {
    fn new(file: &'a File) -> Self {
        Self {
            file,
            pieces: Vec::new(),
            marks: Vec::new(),
            font: None,
            saved: Vec::new(),
            fonts: BTreeMap::new(),
            operations: 0,
        }
    }

    fn draw(&mut self, operations: &[Operation], resources: &Dictionary, depth: usize) {
        for Operation { operator, operands } in operations {
            self.operations += 1;
            if self.operations > MOST_OPERATIONS {
                return;
            }
            match (operator.as_str(), operands.as_slice()) {
                ("BMC", [tag]) => self.begin(tag, None),
                ("BDC", [tag, properties]) => {
                    let named = properties.as_name().ok().and_then(|name| {
                        let list = self.file.dictionary(resources, "Properties")?;
                        entries(self.file.get(list.get(name).ok()?))
                    });
                    self.begin(tag, named.or_else(|| entries(properties)));
                }
                ("EMC", _) => {
                    self.marks.pop();
                }
                ("q", _) => self.saved.push(self.font.clone()),
                ("Q", _) => self.font = self.saved.pop().flatten(),
                ("Tf", [Object::Name(name), _]) => self.font = self.letters(name, resources, depth),
                ("Tj" | "'", [Object::String(codes, _)]) | ("\"", [_, _, Object::String(codes, _)]) => {
                    self.show(codes);
                }
                ("TJ", [Object::Array(items)]) => {
                    items.iter().filter_map(|item| item.as_str().ok()).for_each(|codes| self.show(codes));
                }
                ("Do", [Object::Name(name)]) if depth < DEEPEST => self.draw_inside(name, resources, depth),
                _ => {}
            }
        }
    }

    /// The letters of a font that resources name.
    fn letters(&mut self, name: &[u8], resources: &Dictionary, depth: usize) -> Option<Rc<Letters>> {
        if let Some(known) = self.fonts.get(name).filter(|_| depth == 0) {
            return Some(Rc::clone(known));
        }
        let font = entries(self.file.get(self.file.dictionary(resources, "Font")?.get(name).ok()?))?;
        let letters = Rc::new(Letters::of(self.file, font));
        if depth == 0 {
            self.fonts.insert(name.to_owned(), Rc::clone(&letters));
        }
        Some(letters)
    }

    fn draw_inside(&mut self, name: &[u8], resources: &Dictionary, depth: usize) {
        let inside = || -> Option<&Stream> {
            let drawing = self.file.get(self.file.dictionary(resources, "XObject")?.get(name).ok()?);
            drawing.as_stream().ok().filter(|stream| {
                self.file.at(&stream.dict, "Subtype").as_name().is_ok_and(|name| name == b"Form")
            })
        };
        let Some(stream) = inside() else { return };
        let content = self.file.content(stream).and_then(|content| Content::decode(&content).ok());
        let own = self.file.dictionary(&stream.dict, "Resources").unwrap_or(resources);
        if let Some(content) = content {
            let (font, saved) = (self.font.clone(), std::mem::take(&mut self.saved));
            self.draw(&content.operations, own, depth + 1);
            (self.font, self.saved) = (font, saved);
        }
    }

    fn begin(&mut self, tag: &Object, properties: Option<&Dictionary>) {
        let number = properties.and_then(|known| known.get(b"MCID").and_then(Object::as_i64).ok());
        let kind = if tag.as_name().is_ok_and(|name| name == b"Artifact") {
            Some(Kind::Beside)
        } else {
            number.map(Kind::Text)
        };
        if let Some(kind) = &kind {
            self.pieces.push(Piece { kind: kind.clone(), seen: String::new(), heard: String::new() });
        }
        let actual = properties.and_then(|known| known.get(b"ActualText").and_then(Object::as_str).ok());
        self.marks.push(Mark { kind, silent: false });
        if let Some(actual) = actual {
            let actual = words(actual);
            self.put("", &actual);
            if let Some(mark) = self.marks.last_mut() {
                mark.silent = true;
            }
        }
    }

    fn show(&mut self, codes: &[u8]) {
        let letters = match &self.font {
            Some(font) => font.spell(codes),
            None => words(codes),
        };
        self.put(&letters, &letters);
    }

    fn put(&mut self, seen: &str, heard: &str) {
        let silent = self.marks.iter().any(|mark| mark.silent);
        let kind = self.marks.iter().rev().find_map(|mark| mark.kind.clone()).unwrap_or(Kind::Unmarked);
        if self.pieces.last().is_none_or(|piece| piece.kind != kind) {
            self.pieces.push(Piece { kind, seen: String::new(), heard: String::new() });
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.seen.push_str(seen);
            if !silent {
                piece.heard.push_str(heard);
            }
        }
    }
}
