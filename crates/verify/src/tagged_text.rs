//! The text of a file in reading order, from its structure tree.

use std::collections::{BTreeMap, BTreeSet};

use crate::page_text::{MarkedText, TextKind};
use crate::pdf::{Dictionary, Object, ObjectId, PdfFile};

/// How deep structure elements may be nested.
const MAX_DEPTH: usize = 64;

/// Consecutive text of one structure element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct TaggedText {
    /// The page on which it begins, from 1.
    pub(crate) page: usize,
    /// Whether it is in the list of contents, whose page numbers depend on the layout.
    pub(crate) in_contents: bool,
    /// The text that the glyphs map to.
    pub(crate) glyph_text: String,
    /// The same, or the `ActualText` or `Alt` that replaces it.
    pub(crate) actual_text: String,
}

/// The tagged text of a file, given the marked text of its pages.
pub(crate) fn tagged_texts(file: &PdfFile<'_>, pages: &[Vec<MarkedText>]) -> Vec<TaggedText> {
    let mut walk = StructureWalk {
        file,
        numbers: BTreeMap::new(),
        marked: BTreeMap::new(),
        visited: BTreeSet::new(),
        found: Vec::new(),
    };
    for (number, (page, marked)) in file.pages().iter().zip(pages).enumerate() {
        walk.numbers.insert(*page, number);
        for text in marked {
            if let TextKind::Content(mcid) = text.kind {
                walk.marked.entry((number, mcid)).or_default().push(text);
            }
        }
    }
    let tree = file.catalog().and_then(|catalog| file.dictionary(catalog, "StructTreeRoot"));
    if let Some(tree) = tree {
        walk.children(tree, Inherited { page: None, in_contents: false, replaced: false, depth: 0 });
    }
    walk.found
}

/// What a structure element inherits from those above it.
#[derive(Clone, Copy)]
struct Inherited {
    page: Option<usize>,
    in_contents: bool,
    /// Whether an element above has replacement text.
    replaced: bool,
    depth: usize,
}

struct StructureWalk<'a> {
    file: &'a PdfFile<'a>,
    /// The number of each page, from 0.
    numbers: BTreeMap<ObjectId, usize>,
    /// The marked text of each page, by its number.
    marked: BTreeMap<(usize, i64), Vec<&'a MarkedText>>,
    visited: BTreeSet<ObjectId>,
    found: Vec<TaggedText>,
}

impl<'a> StructureWalk<'a> {
    fn children(&mut self, element: &'a Dictionary, under: Inherited) {
        let mut open: Option<TaggedText> = None;
        let children = match self.file.at(element, "K") {
            Object::Array(_) => self.file.items(element, "K"),
            Object::Null => &[],
            _ => std::slice::from_ref(element.get("K")),
        };
        for child in children {
            if !self.file.budget().step(1) {
                return;
            }
            let marked = match self.file.get(child) {
                Object::Integer(number) => Some((under.page, *number)),
                other => other.entries().filter(|child| child.has_type("MCR")).and_then(|child| {
                    let page = self.page(child).or(under.page);
                    Some((page, child.get("MCID").as_integer()?))
                }),
            };
            match marked {
                Some((Some(page), number)) => {
                    let tagged = open.get_or_insert_with(|| TaggedText {
                        page: page + 1,
                        in_contents: under.in_contents,
                        glyph_text: String::new(),
                        actual_text: String::new(),
                    });
                    for text in self.marked.get(&(page, number)).into_iter().flatten() {
                        if !self.file.budget().unpack(text.glyph_text.len() + text.actual_text.len()) {
                            return;
                        }
                        tagged.glyph_text.push_str(&text.glyph_text);
                        if !under.replaced {
                            tagged.actual_text.push_str(&text.actual_text);
                        }
                    }
                }
                Some((None, _)) => {}
                None => {
                    self.found.extend(open.take());
                    self.element(child, under);
                }
            }
        }
        self.found.extend(open);
    }

    fn element(&mut self, child: &'a Object, under: Inherited) {
        if let Object::Reference(id) = child
            && !self.visited.insert(*id)
        {
            return;
        }
        let Some(element) = self.file.get(child).entries().filter(|_| under.depth < MAX_DEPTH) else {
            return;
        };
        let contents = self.file.at(element, "S").is_name("TOC");
        let replacement = ["ActualText", "Alt"].into_iter().find_map(|key| self.file.text(element, key));
        let page = self.page(element).or(under.page);
        let within = Inherited {
            page,
            in_contents: under.in_contents || contents,
            replaced: under.replaced || replacement.is_some(),
            depth: under.depth + 1,
        };
        if let Some(actual_text) = replacement.filter(|_| !under.replaced) {
            let page = page.map_or(1, |page| page + 1);
            self.found.push(TaggedText {
                page,
                in_contents: within.in_contents,
                glyph_text: String::new(),
                actual_text,
            });
        }
        self.children(element, within);
    }

    fn page(&self, element: &Dictionary) -> Option<usize> {
        self.numbers.get(&element.get("Pg").as_reference()?).copied()
    }
}
