//! Text extraction: the text on a page, in the order in which it is drawn.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::pdf::{Dictionary, Object, ObjectId, Operations, PdfFile, text_string};
use crate::to_unicode::ToUnicode;

/// How deep form XObjects may be nested.
const MAX_DEPTH: usize = 8;
/// How many graphics states may be saved at a time, inclusive.
const MAX_SAVED: usize = 512;

/// How many marked-content sequences may be open at a time, inclusive; those beyond are not read.
const MAX_OPEN: usize = 64;

/// How many values a text counts as.
const MARK_VALUES: usize = 4;

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

/// Reads the text of pages, and each font only once.
pub(crate) struct TextReader<'a> {
    file: &'a PdfFile<'a>,
    fonts: BTreeMap<ObjectId, Rc<ToUnicode>>,
}

impl<'a> TextReader<'a> {
    pub(crate) const fn new(file: &'a PdfFile<'a>) -> Self {
        Self { file, fonts: BTreeMap::new() }
    }

    /// Reads the text of a page, as far as its content can be parsed.
    pub(crate) fn page(&mut self, id: ObjectId) -> Vec<MarkedText> {
        let Some(page) = self.file.object(id).entries() else { return Vec::new() };
        let content = self.file.page_content(id, page);
        let resources = self.file.get(self.file.inherited(id, b"Resources")).entries();
        let mut extractor = TextExtractor {
            file: self.file,
            fonts: &mut self.fonts,
            marked: Vec::new(),
            open: Vec::new(),
            font: None,
            saved: Vec::new(),
        };
        extractor.run(&content, resources.unwrap_or(&Dictionary::EMPTY), 0);
        extractor.marked
    }
}

/// A marked-content sequence that is open.
struct OpenSequence {
    kind: Option<TextKind>,
    /// Whether `ActualText` replaces the text inside.
    replaced: bool,
}

struct TextExtractor<'a> {
    file: &'a PdfFile<'a>,
    fonts: &'a mut BTreeMap<ObjectId, Rc<ToUnicode>>,
    marked: Vec<MarkedText>,
    open: Vec<OpenSequence>,
    font: Option<Rc<ToUnicode>>,
    saved: Vec<Option<Rc<ToUnicode>>>,
}

impl TextExtractor<'_> {
    fn run(&mut self, content: &[u8], resources: &Dictionary, depth: usize) {
        let file = self.file;
        for (operator, operands) in Operations::new(content, file.budget()) {
            match (operator, operands.as_slice()) {
                (b"BMC", [tag]) => self.begin(tag, None),
                (b"BDC", [tag, properties]) => {
                    let named = properties.as_name().and_then(|name| {
                        let list = file.dictionary(resources, "Properties")?;
                        file.get(list.get(name)).entries()
                    });
                    self.begin(tag, named.or_else(|| properties.entries()));
                }
                (b"EMC", _) => {
                    self.open.pop();
                }
                (b"q", _) if self.saved.len() < MAX_SAVED => self.saved.push(self.font.clone()),
                (b"Q", _) => self.font = self.saved.pop().flatten(),
                (b"Tf", [Object::Name(name), _]) => self.font = self.load_font(name, resources),
                (b"Tj" | b"'", [Object::String(codes)]) | (b"\"", [_, _, Object::String(codes)]) => {
                    self.show(codes);
                }
                (b"TJ", [Object::Array(items)]) => {
                    items.iter().filter_map(Object::as_string).for_each(|codes| self.show(codes));
                }
                (b"Do", [Object::Name(name)]) if depth < MAX_DEPTH => self.run_form(name, resources, depth),
                _ => {}
            }
        }
    }

    /// A font named in the resources.
    fn load_font(&mut self, name: &[u8], resources: &Dictionary) -> Option<Rc<ToUnicode>> {
        let reference = self.file.dictionary(resources, "Font")?.get(name);
        let id = reference.as_reference();
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(Rc::clone(known));
        }
        let font = self.file.get(reference).entries()?;
        let loaded = Rc::new(ToUnicode::of(self.file, font));
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&loaded));
        }
        Some(loaded)
    }

    fn run_form(&mut self, name: &[u8], resources: &Dictionary, depth: usize) {
        let file = self.file;
        let form = || {
            let object = file.get(file.dictionary(resources, "XObject")?.get(name));
            object.as_stream().filter(|stream| file.at(&stream.dictionary, "Subtype").is_name("Form"))
        };
        let Some(stream) = form() else { return };
        let own = file.dictionary(&stream.dictionary, "Resources").unwrap_or(resources);
        if let Some(content) = file.content(stream) {
            let (font, saved) = (self.font.clone(), std::mem::take(&mut self.saved));
            self.run(&content, own, depth + 1);
            (self.font, self.saved) = (font, saved);
        }
    }

    fn begin(&mut self, tag: &Object, properties: Option<&Dictionary>) {
        if self.open.len() >= MAX_OPEN {
            return;
        }
        let number = properties.and_then(|known| known.get("MCID").as_integer());
        let kind =
            if tag.is_name("Artifact") { Some(TextKind::Artifact) } else { number.map(TextKind::Content) };
        if let Some(kind) = &kind {
            self.mark(kind.clone());
        }
        let actual = properties.and_then(|known| known.get("ActualText").as_string());
        self.open.push(OpenSequence { kind, replaced: false });
        if let Some(actual) = actual {
            self.push("", &text_string(actual));
            if let Some(sequence) = self.open.last_mut() {
                sequence.replaced = true;
            }
        }
    }

    /// Begins a text.
    fn mark(&mut self, kind: TextKind) {
        if self.file.budget().keep(MARK_VALUES) {
            self.marked.push(MarkedText { kind, glyph_text: String::new(), actual_text: String::new() });
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
        let budget = self.file.budget();
        if !budget.step(self.open.len()) || !budget.unpack(glyph_text.len() + actual_text.len()) {
            return;
        }
        let replaced = self.open.iter().any(|sequence| sequence.replaced);
        let kind =
            self.open.iter().rev().find_map(|sequence| sequence.kind.clone()).unwrap_or(TextKind::Unmarked);
        if self.marked.last().is_none_or(|text| text.kind != kind) {
            self.mark(kind);
        }
        if let Some(text) = self.marked.last_mut() {
            text.glyph_text.push_str(glyph_text);
            if !replaced {
                text.actual_text.push_str(actual_text);
            }
        }
    }
}
