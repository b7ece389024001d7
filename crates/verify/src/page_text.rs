//! Text extraction: the text on a page, in the order in which it is drawn.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, Stream};

use crate::pdf_file::{PdfFile, entries, text_string};
use crate::to_unicode::ToUnicode;

/// How deep form XObjects may be nested.
const MAX_DEPTH: usize = 8;
/// The most operations read on one page, inclusive, form XObjects included.
const MAX_OPERATIONS: usize = 2_000_000;

/// What text on a page is to assistive technology.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum TextKind {
    /// Text of the document, with its number on the page.
    Content(i64),
    /// Text that is skipped, such as a running header.
    Artifact,
    /// Text outside all marked content.
    Unmarked,
}

/// Text in one marked-content sequence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct MarkedText {
    pub(crate) kind: TextKind,
    /// The text that the glyphs map to.
    pub(crate) glyph_text: String,
    /// The same, or the `ActualText` that replaces it.
    pub(crate) actual_text: String,
}

/// Reads the text of a page; `None` where its content stream cannot be parsed.
pub(crate) fn read(file: &PdfFile, page: &Dictionary) -> Option<Vec<MarkedText>> {
    let content = Content::decode(&file.page_content(page)).ok()?;
    let mut extractor = TextExtractor::new(file);
    let none = Dictionary::new();
    let resources = entries(file.get(file.inherited(page, "Resources"))).unwrap_or(&none);
    extractor.run(&content.operations, resources, 0);
    Some(extractor.marked)
}

/// A marked-content sequence that is open.
struct OpenSequence {
    kind: Option<TextKind>,
    /// Whether `ActualText` replaces the text inside.
    replaced: bool,
}

struct TextExtractor<'a> {
    file: &'a PdfFile,
    marked: Vec<MarkedText>,
    open: Vec<OpenSequence>,
    font: Option<Rc<ToUnicode>>,
    saved: Vec<Option<Rc<ToUnicode>>>,
    fonts: BTreeMap<Vec<u8>, Rc<ToUnicode>>,
    operations: usize,
}

impl<'a> TextExtractor<'a> {
    fn new(file: &'a PdfFile) -> Self {
        Self {
            file,
            marked: Vec::new(),
            open: Vec::new(),
            font: None,
            saved: Vec::new(),
            fonts: BTreeMap::new(),
            operations: 0,
        }
    }

    fn run(&mut self, operations: &[Operation], resources: &Dictionary, depth: usize) {
        for Operation { operator, operands } in operations {
            self.operations += 1;
            if self.operations > MAX_OPERATIONS {
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
                    self.open.pop();
                }
                ("q", _) => self.saved.push(self.font.clone()),
                ("Q", _) => self.font = self.saved.pop().flatten(),
                ("Tf", [Object::Name(name), _]) => self.font = self.load_font(name, resources, depth),
                ("Tj" | "'", [Object::String(codes, _)]) | ("\"", [_, _, Object::String(codes, _)]) => {
                    self.show(codes);
                }
                ("TJ", [Object::Array(items)]) => {
                    items.iter().filter_map(|item| item.as_str().ok()).for_each(|codes| self.show(codes));
                }
                ("Do", [Object::Name(name)]) if depth < MAX_DEPTH => self.run_form(name, resources, depth),
                _ => {}
            }
        }
    }

    /// A font named in the resources.
    fn load_font(&mut self, name: &[u8], resources: &Dictionary, depth: usize) -> Option<Rc<ToUnicode>> {
        if let Some(known) = self.fonts.get(name).filter(|_| depth == 0) {
            return Some(Rc::clone(known));
        }
        let font = entries(self.file.get(self.file.dictionary(resources, "Font")?.get(name).ok()?))?;
        let loaded = Rc::new(ToUnicode::of(self.file, font));
        if depth == 0 {
            self.fonts.insert(name.to_owned(), Rc::clone(&loaded));
        }
        Some(loaded)
    }

    fn run_form(&mut self, name: &[u8], resources: &Dictionary, depth: usize) {
        let form = || -> Option<&Stream> {
            let object = self.file.get(self.file.dictionary(resources, "XObject")?.get(name).ok()?);
            object.as_stream().ok().filter(|stream| {
                self.file.at(&stream.dict, "Subtype").as_name().is_ok_and(|name| name == b"Form")
            })
        };
        let Some(stream) = form() else { return };
        let content = self.file.content(stream).and_then(|content| Content::decode(&content).ok());
        let own = self.file.dictionary(&stream.dict, "Resources").unwrap_or(resources);
        if let Some(content) = content {
            let (font, saved) = (self.font.clone(), std::mem::take(&mut self.saved));
            self.run(&content.operations, own, depth + 1);
            (self.font, self.saved) = (font, saved);
        }
    }

    fn begin(&mut self, tag: &Object, properties: Option<&Dictionary>) {
        let number = properties.and_then(|known| known.get(b"MCID").and_then(Object::as_i64).ok());
        let kind = if tag.as_name().is_ok_and(|name| name == b"Artifact") {
            Some(TextKind::Artifact)
        } else {
            number.map(TextKind::Content)
        };
        if let Some(kind) = &kind {
            self.marked.push(MarkedText {
                kind: kind.clone(),
                glyph_text: String::new(),
                actual_text: String::new(),
            });
        }
        let actual = properties.and_then(|known| known.get(b"ActualText").and_then(Object::as_str).ok());
        self.open.push(OpenSequence { kind, replaced: false });
        if let Some(actual) = actual {
            self.push("", &text_string(actual));
            if let Some(sequence) = self.open.last_mut() {
                sequence.replaced = true;
            }
        }
    }

    fn show(&mut self, codes: &[u8]) {
        let text = match &self.font {
            Some(font) => font.decode(codes),
            None => text_string(codes),
        };
        self.push(&text, &text);
    }

    fn push(&mut self, glyph_text: &str, actual_text: &str) {
        let replaced = self.open.iter().any(|sequence| sequence.replaced);
        let kind =
            self.open.iter().rev().find_map(|sequence| sequence.kind.clone()).unwrap_or(TextKind::Unmarked);
        if self.marked.last().is_none_or(|text| text.kind != kind) {
            self.marked.push(MarkedText { kind, glyph_text: String::new(), actual_text: String::new() });
        }
        if let Some(text) = self.marked.last_mut() {
            text.glyph_text.push_str(glyph_text);
            if !replaced {
                text.actual_text.push_str(actual_text);
            }
        }
    }
}
