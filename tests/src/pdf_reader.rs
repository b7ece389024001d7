//! Reads a PDF: its tags, the text of each, and the positions of text on the pages. Panics on anything that is not as
//! expected.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A parsed file.
pub struct PdfReader {
    /// Its objects.
    pub document: Document,
    /// Its pages, in order.
    pub pages: Vec<ObjectId>,
    /// The text of every marked-content sequence, by the index of its page and its number.
    words: BTreeMap<(usize, i64), String>,
    /// The text shown on every page, in order.
    pub shown: Vec<Vec<ShownText>>,
}

/// Text shown by one operation.
#[derive(Debug, Clone)]
pub struct ShownText {
    /// The text that its glyphs map to.
    pub text: String,
    /// The marked content it is in.
    pub mark: ContentMark,
    /// The font size, in points.
    pub size: f32,
    /// From the left of the page.
    pub x: f32,
    /// From the bottom of the page.
    pub y: f32,
    /// The right end, without trailing space.
    pub right: f32,
}

/// The marked content around an operation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ContentMark {
    /// None: an error in a tagged file.
    #[default]
    None,
    /// An artifact, with its subtype.
    Artifact(String),
    /// Content of the document, by its number on the page.
    Content(i64),
}

struct Font {
    letters: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f32>,
}

impl PdfReader {
    /// Parses a file.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let mut reader = Self { document, pages, words: BTreeMap::new(), shown: vec![] };
        for page in 0..reader.pages.len() {
            let shown = reader.read_page(page);
            reader.shown.push(shown);
        }
        reader
    }

    fn fonts(&self, page: ObjectId) -> BTreeMap<Vec<u8>, Font> {
        let fonts = self.document.get_page_fonts(page).unwrap();
        fonts.into_iter().map(|(name, font)| (name, self.font(font))).collect()
    }

    fn font(&self, font: &Dictionary) -> Font {
        let stream =
            self.document.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap();
        let map = stream.as_stream().unwrap().decompressed_content().unwrap();
        let map = String::from_utf8(map).unwrap();
        let mut letters = BTreeMap::new();
        for line in map.lines().filter(|line| line.starts_with('<') && line.matches('<').count() == 2) {
            let mut parts = line.split(['<', '>']).filter(|part| !part.trim().is_empty());
            let (code, text) = (parts.next().unwrap(), parts.next().unwrap());
            if (code, text) == ("0000", "FFFF") {
                continue; // the range of all codes
            }
            letters.insert(u16::from_str_radix(code, 16).unwrap(), utf16(&hex(text)));
        }
        let descendants = self.resolve(font.get(b"DescendantFonts").unwrap()).as_array().unwrap();
        let descendant = self.resolve(&descendants[0]).as_dict().unwrap();
        let mut widths = BTreeMap::new();
        for pair in self.resolve(descendant.get(b"W").unwrap()).as_array().unwrap().chunks(2) {
            let first = u16::try_from(pair[0].as_i64().unwrap()).unwrap();
            for (code, width) in (first..).zip(pair[1].as_array().unwrap()) {
                widths.insert(code, width.as_float().unwrap());
            }
        }
        Font { letters, widths }
    }

    fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    fn read_page(&mut self, number: usize) -> Vec<ShownText> {
        let page = self.pages[number];
        let fonts = self.fonts(page);
        let content = Content::decode(&self.document.get_page_content(page)).unwrap();
        let (mut shown, mut marks) = (vec![], vec![]);
        let (mut font, mut size, mut at) = (None, 0.0, (0.0, 0.0));
        // What is shown inside `ActualText` is replaced by it.
        let mut silent: Option<usize> = None;
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" => {
                    let properties = operands[1].as_dict().unwrap();
                    let mark = mark(operands[0].as_name().unwrap(), properties);
                    if let ContentMark::Content(own) = mark {
                        self.words.entry((number, own)).or_default();
                    }
                    if let Ok(text) = properties.get(b"ActualText") {
                        silent = Some(marks.len());
                        self.add_text(number, &marks, &utf16(text.as_str().unwrap()));
                    }
                    marks.push(mark);
                }
                "EMC" => {
                    marks.pop().unwrap();
                    silent = silent.filter(|depth| *depth < marks.len());
                }
                "Tf" => {
                    font = fonts.get(operands[0].as_name().unwrap());
                    size = operands[1].as_float().unwrap();
                }
                "Td" => at = (operands[0].as_float().unwrap(), operands[1].as_float().unwrap()),
                "Tj" | "TJ" => {
                    let items = operands[0].as_array().unwrap_or(operands);
                    let (text, width, space) = decode(items, font.unwrap());
                    if silent.is_none() {
                        self.add_text(number, &marks, &text);
                    }
                    let mark =
                        marks.iter().find(|mark| **mark != ContentMark::None).cloned().unwrap_or_default();
                    let right = at.0 + (width - space) * size / 1000.0;
                    shown.push(ShownText { text, mark, size, x: at.0, y: at.1, right });
                }
                "f" | "S" | "B" => {
                    assert!(marks.iter().any(|mark| *mark != ContentMark::None), "painted outside a mark");
                }
                _ => {}
            }
        }
        assert!(marks.is_empty(), "a mark of page {number} is left open");
        shown
    }

    fn add_text(&mut self, page: usize, marks: &[ContentMark], text: &str) {
        for mark in marks {
            if let ContentMark::Content(number) = mark {
                self.words.entry((page, *number)).or_default().push_str(text);
            }
        }
    }

    fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// The root of the structure tree.
    #[must_use]
    pub fn structure(&self) -> &Dictionary {
        self.resolve(self.catalog().get(b"StructTreeRoot").unwrap()).as_dict().unwrap()
    }

    /// The tags, one on a line with its words, indented by their depth.
    #[must_use]
    pub fn tags(&self) -> String {
        let mut out = String::new();
        self.walk(&mut |depth, element, words| {
            let name = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap());
            let mut line = format!("{}{name}", "  ".repeat(depth));
            if let Ok(attributes) = element.get(b"A") {
                let attributes = attributes.as_dict().unwrap().iter().filter(|(key, _)| *key != b"O");
                for (_, name) in attributes.filter(|(_, value)| value.as_name().is_ok()) {
                    write!(line, " {}", attribute(name)).unwrap();
                }
            }
            if let Ok(language) = element.get(b"Lang") {
                write!(line, " lang={}", String::from_utf8_lossy(language.as_str().unwrap())).unwrap();
            }
            if let Ok(alt) = element.get(b"Alt") {
                write!(line, " alt={}", text(alt)).unwrap();
            }
            if !words.is_empty() {
                write!(line, ": {words}").unwrap();
            }
            writeln!(out, "{}", line.trim_end()).unwrap();
        });
        out
    }

    /// All text in the order of the tags.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.read(self.top(), &mut out);
        out
    }

    fn top(&self) -> ObjectId {
        self.structure().get(b"K").unwrap().as_reference().unwrap()
    }

    /// The dictionary with an id, as of a structure element or an annotation.
    #[must_use]
    pub fn element(&self, id: ObjectId) -> &Dictionary {
        self.document.get_dictionary(id).unwrap()
    }

    fn read(&self, element: ObjectId, out: &mut String) {
        for child in self.children(element) {
            match child {
                Child::Element(child) => self.read(child, out),
                Child::Content(place) => out.push_str(self.text_of(place)),
                Child::Annotation(_) => {}
            }
        }
    }

    /// Calls `see` with the depth of every element, the element, and its own text; `@` is a link annotation.
    fn walk(&self, see: &mut dyn FnMut(usize, &Dictionary, &str)) {
        let mut open = vec![(0, self.top())];
        while let Some((depth, element)) = open.pop() {
            let children = self.children(element);
            let mut words = String::new();
            for child in &children {
                match child {
                    Child::Content(place) => words.push_str(self.text_of(*place)),
                    Child::Annotation(_) => words.push_str(" @"),
                    Child::Element(_) => {}
                }
            }
            see(depth, self.element(element), &words);
            open.extend(children.iter().rev().filter_map(|child| match child {
                Child::Element(child) => Some((depth + 1, *child)),
                _ => None,
            }));
        }
    }

    /// The children of an element.
    #[must_use]
    pub fn children(&self, id: ObjectId) -> Vec<Child> {
        let element = self.element(id);
        let page = |dictionary: &Dictionary| {
            let page = dictionary.get(b"Pg").unwrap().as_reference().unwrap();
            self.pages.iter().position(|known| *known == page).unwrap()
        };
        let child = |child: &Object| match child {
            Object::Reference(child) => Child::Element(*child),
            Object::Integer(number) => Child::Content((page(element), *number)),
            Object::Dictionary(child) if child.has_type(b"MCR") => {
                Child::Content((page(child), child.get(b"MCID").unwrap().as_i64().unwrap()))
            }
            Object::Dictionary(child) => {
                Child::Annotation(child.get(b"Obj").unwrap().as_reference().unwrap())
            }
            other => panic!("{other:?} is not a child"),
        };
        element.get(b"K").unwrap().as_array().unwrap().iter().map(child).collect()
    }

    /// Every element below the top, parents first.
    #[must_use]
    pub fn elements(&self) -> Vec<ObjectId> {
        let mut found = vec![self.top()];
        let mut next = 0;
        while let Some(element) = found.get(next).copied() {
            next += 1;
            found.extend(self.children(element).into_iter().filter_map(|child| match child {
                Child::Element(child) => Some(child),
                _ => None,
            }));
        }
        found
    }

    /// The values of the parent tree, in the order of their keys.
    #[must_use]
    pub fn parents(&self) -> Vec<&Object> {
        let tree = self.resolve(self.structure().get(b"ParentTree").unwrap()).as_dict().unwrap();
        let numbers = tree.get(b"Nums").unwrap().as_array().unwrap();
        let numbered = numbers.chunks(2).zip(0..);
        numbered
            .map(|(pair, key)| {
                assert_eq!(pair[0].as_i64().unwrap(), key, "the numbers are in order, from 0");
                &pair[1]
            })
            .collect()
    }

    /// The dictionary of a page, counted from 0.
    #[must_use]
    pub fn page(&self, number: usize) -> &Dictionary {
        self.element(self.pages[number])
    }

    /// The annotations of a page, counted from 0.
    #[must_use]
    pub fn annotations(&self, number: usize) -> Vec<ObjectId> {
        let Ok(annotations) = self.page(number).get(b"Annots") else { return vec![] };
        annotations.as_array().unwrap().iter().map(|annotation| annotation.as_reference().unwrap()).collect()
    }

    /// The text of a marked-content sequence, by the index of its page and its number.
    #[must_use]
    pub fn text_of(&self, place: (usize, i64)) -> &str {
        &self.words[&place]
    }

    /// The numbers of the marked-content sequences of a page, counted from 0.
    #[must_use]
    pub fn marked(&self, number: usize) -> Vec<i64> {
        self.words.keys().filter(|(page, _)| *page == number).map(|(_, own)| *own).collect()
    }

    /// The text of artifacts on a page, counted from 0.
    #[must_use]
    pub fn artifacts(&self, number: usize) -> String {
        let artifacts =
            self.shown[number].iter().filter(|shown| matches!(shown.mark, ContentMark::Artifact(_)));
        artifacts.map(|shown| shown.text.as_str()).collect::<Vec<_>>().join("|")
    }

    /// The bookmarks with their page numbers, indented by their depth.
    #[must_use]
    pub fn bookmarks(&self) -> String {
        let mut out = String::new();
        let Ok(outline) = self.catalog().get(b"Outlines") else { return out };
        self.bookmarks_of(self.resolve(outline).as_dict().unwrap(), 0, &mut out);
        out
    }

    /// The language of the document.
    #[must_use]
    pub fn language(&self) -> String {
        text(self.catalog().get(b"Lang").unwrap())
    }

    /// The embedded files, in the order of the catalogue.
    #[must_use]
    pub fn attachments(&self) -> Vec<EmbeddedFile> {
        let Ok(files) = self.catalog().get(b"AF") else { return vec![] };
        files.as_array().unwrap().iter().map(|file| self.attached(file)).collect()
    }

    fn attached(&self, file: &Object) -> EmbeddedFile {
        let file = self.resolve(file).as_dict().unwrap();
        let embedded = self.resolve(file.get(b"EF").unwrap()).as_dict().unwrap().get(b"UF").unwrap();
        let embedded = self.resolve(embedded).as_stream().unwrap();
        EmbeddedFile {
            name: text(file.get(b"UF").unwrap()),
            description: text(file.get(b"Desc").unwrap()),
            relationship: attribute(file.get(b"AFRelationship").unwrap()),
            media_type: attribute(embedded.dict.get(b"Subtype").unwrap()),
            parameters: embedded.dict.get(b"Params").unwrap().as_dict().unwrap().clone(),
            content: embedded.get_plain_content().unwrap(),
        }
    }

    /// The names of the embedded files, in the order of the name tree.
    #[must_use]
    pub fn attachment_names(&self) -> Vec<String> {
        let names = self.resolve(self.catalog().get(b"Names").unwrap()).as_dict().unwrap();
        let files = self.resolve(names.get(b"EmbeddedFiles").unwrap()).as_dict().unwrap();
        files.get(b"Names").unwrap().as_array().unwrap().iter().step_by(2).map(text).collect()
    }

    fn bookmarks_of(&self, parent: &Dictionary, depth: usize, out: &mut String) {
        let mut next = parent.get(b"First").ok();
        while let Some(item) = next {
            let item = self.resolve(item).as_dict().unwrap();
            let title = text(item.get(b"Title").unwrap());
            writeln!(out, "{}{title} {}", "  ".repeat(depth), self.destination(item)).unwrap();
            self.bookmarks_of(item, depth + 1, out);
            next = item.get(b"Next").ok();
        }
    }

    /// The page that a bookmark or a link leads to, from 1.
    #[must_use]
    pub fn destination(&self, item: &Dictionary) -> usize {
        let page = item.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        1 + self.pages.iter().position(|known| *known == page).unwrap()
    }
}

/// An embedded file.
pub struct EmbeddedFile {
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Its relationship to the document, as in `Source`.
    pub relationship: String,
    /// Its media type.
    pub media_type: String,
    /// Its parameter dictionary.
    pub parameters: Dictionary,
    /// Its content, decompressed.
    pub content: Vec<u8>,
}

/// A child of a structure element.
pub enum Child {
    /// Another structure element.
    Element(ObjectId),
    /// A marked-content sequence, by the index of its page and its number.
    Content((usize, i64)),
    /// An annotation.
    Annotation(ObjectId),
}

fn mark(tag: &[u8], properties: &Dictionary) -> ContentMark {
    if tag == b"Artifact" {
        let subtype = properties.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        return ContentMark::Artifact(String::from_utf8_lossy(subtype).into());
    }
    properties.get(b"MCID").and_then(Object::as_i64).map_or(ContentMark::None, ContentMark::Content)
}

/// The text of a show operation, its width, and the width of its trailing space.
fn decode(items: &[Object], font: &Font) -> (String, f32, f32) {
    let (mut text, mut width, mut space) = (String::new(), 0.0, 0.0);
    for item in items {
        if let Object::String(codes, _) = item {
            for code in codes.chunks(2).map(|code| u16::from_be_bytes([code[0], code[1]])) {
                let letters = &font.letters[&code];
                text.push_str(letters);
                width += font.widths[&code];
                space = if letters == " " { font.widths[&code] } else { 0.0 };
            }
        } else {
            width -= item.as_float().unwrap();
        }
    }
    (text, width, space)
}

/// A text string.
fn text(string: &Object) -> String {
    let bytes = string.as_str().unwrap();
    if bytes.starts_with(&[0xFE, 0xFF]) { utf16(bytes) } else { String::from_utf8(bytes.into()).unwrap() }
}

fn attribute(name: &Object) -> String {
    String::from_utf8(name.as_name().unwrap().into()).unwrap()
}

fn hex(digits: &str) -> Vec<u8> {
    (0..digits.len() / 2).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(units.strip_prefix(&[0xFEFF]).unwrap_or(&units)).unwrap()
}
