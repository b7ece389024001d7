//! Compares the objects of two files, and reports the parts of the file that differ.
//!
//! Objects are compared by their values, not by their numbers or their compression, so that a file saved unchanged by
//! another program is equal.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use lopdf::{Dictionary, Object, ObjectId};

use crate::pdf_file::{PdfFile, entries};

/// The most pairs of objects that are compared, inclusive: no file rendered here needs more.
const MAX_PAIRS: usize = 8_000_000;

/// The keys that a page may inherit.
const INHERITED: [&str; 4] = ["Resources", "MediaBox", "CropBox", "Rotate"];

/// A part of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Part {
    /// The content of a page, from 1, with its resources.
    Drawing(usize),
    /// The annotations of a page, from 1.
    Annotations(usize),
    /// The tags.
    Tags,
    /// The bookmarks.
    Bookmarks,
    /// The metadata.
    Metadata,
    /// The list of embedded files; their content is compared elsewhere.
    Attachments,
    /// Everything else.
    Other,
}

/// The parts that differ, each with the path of the first value that does.
pub(crate) fn differing(expected: &PdfFile, found: &PdfFile) -> BTreeMap<Part, String> {
    let page_numbers = |file: &PdfFile| file.pages().iter().copied().zip(1..).collect();
    let mut comparison = ObjectComparison {
        expected,
        found,
        pages: [page_numbers(expected), page_numbers(found)],
        visited: HashSet::new(),
        differing: BTreeMap::new(),
        queue: VecDeque::new(),
    };
    for (number, (one, other)) in (1..).zip(expected.pages().iter().zip(found.pages())) {
        if let (Some(one), Some(other)) = (entries(expected.object(*one)), entries(found.object(*other))) {
            comparison.page(number, one, other);
        }
    }
    if let (Some(one), Some(other)) = (expected.catalog(), found.catalog()) {
        comparison.catalog(one, other);
    }
    comparison.pair(
        Part::Metadata,
        "/Info".into(),
        value(expected.trailer(), "Info"),
        value(found.trailer(), "Info"),
    );
    comparison.compare();
    comparison.differing
}

/// How many objects of a file nothing refers to.
pub(crate) fn unreferenced(file: &PdfFile) -> usize {
    let mut reached = HashSet::new();
    let mut open: Vec<&Object> = file.trailer().iter().map(|(_, object)| object).collect();
    while let Some(object) = open.pop() {
        match object {
            Object::Reference(id) if reached.insert(*id) => open.push(file.object(*id)),
            Object::Array(items) => open.extend(items),
            other => open.extend(entries(other).into_iter().flatten().map(|(_, object)| object)),
        }
    }
    file.object_ids().filter(|id| !reached.contains(id)).count()
}

/// The value of a key, unresolved; null if there is none.
fn value<'a>(dictionary: &'a Dictionary, key: &str) -> &'a Object {
    dictionary.get(key.as_bytes()).unwrap_or(&Object::Null)
}

/// The keys of both dictionaries, each once.
fn keys<'a>(one: &'a Dictionary, other: &'a Dictionary) -> impl Iterator<Item = &'a str> {
    let keys = one.iter().chain(other.iter()).filter_map(|(key, _)| std::str::from_utf8(key).ok());
    keys.collect::<BTreeSet<_>>().into_iter()
}

struct ObjectComparison<'a> {
    expected: &'a PdfFile,
    found: &'a PdfFile,
    /// The number of each page in each file, from 1.
    pages: [BTreeMap<ObjectId, usize>; 2],
    visited: HashSet<(ObjectId, ObjectId)>,
    differing: BTreeMap<Part, String>,
    queue: VecDeque<(Part, String, &'a Object, &'a Object)>,
}

impl<'a> ObjectComparison<'a> {
    fn page(&mut self, number: usize, one: &'a Dictionary, other: &'a Dictionary) {
        for key in keys(one, other).filter(|key| !INHERITED.contains(key) && *key != "Parent") {
            let part = match key {
                "Annots" => Part::Annotations(number),
                "StructParents" | "Tabs" => Part::Tags,
                _ => Part::Drawing(number),
            };
            // The content of a page is the same however many streams it is divided into.
            if key == "Contents" {
                if self.expected.page_content(one) != self.found.page_content(other) {
                    self.differs(part, "/Contents".into());
                }
            } else {
                self.pair(part, format!("/{key}"), value(one, key), value(other, key));
            }
        }
        for key in INHERITED {
            let (one, other) = (self.expected.inherited(one, key), self.found.inherited(other, key));
            self.pair(Part::Drawing(number), format!("/{key}"), one, other);
        }
    }

    fn catalog(&mut self, one: &'a Dictionary, other: &'a Dictionary) {
        for key in keys(one, other).filter(|key| *key != "Pages") {
            let part = match key {
                "StructTreeRoot" | "MarkInfo" => Part::Tags,
                "Outlines" => Part::Bookmarks,
                "Metadata" | "Lang" => Part::Metadata,
                "AF" => Part::Attachments,
                "Names" => {
                    let names = |file: &'a PdfFile, catalog| file.dictionary(catalog, "Names");
                    if let (Some(one), Some(other)) = (names(self.expected, one), names(self.found, other)) {
                        self.names(one, other);
                        continue;
                    }
                    Part::Other
                }
                _ => Part::Other,
            };
            self.pair(part, format!("/{key}"), value(one, key), value(other, key));
        }
    }

    fn names(&mut self, one: &'a Dictionary, other: &'a Dictionary) {
        for key in keys(one, other) {
            let part = if key == "EmbeddedFiles" { Part::Attachments } else { Part::Other };
            self.pair(part, format!("/Names/{key}"), value(one, key), value(other, key));
        }
    }

    fn pair(&mut self, part: Part, path: String, one: &'a Object, other: &'a Object) {
        self.queue.push_back((part, path, one, other));
    }

    fn differs(&mut self, part: Part, path: String) {
        self.differing.entry(part).or_insert(path);
    }

    fn compare(&mut self) {
        let mut pairs = 0;
        while let Some((part, path, one, other)) = self.queue.pop_front() {
            pairs += 1;
            if pairs > MAX_PAIRS {
                return self.differs(Part::Other, path);
            }
            if let (Object::Reference(one), Object::Reference(other)) = (one, other) {
                let numbers = [self.pages[0].get(one), self.pages[1].get(other)];
                if numbers != [None, None] {
                    if numbers[0] != numbers[1] {
                        self.differs(part, path);
                    }
                    continue;
                }
                if !self.visited.insert((*one, *other)) {
                    continue;
                }
            }
            self.compare_values(part, path, self.expected.get(one), self.found.get(other));
        }
    }

    /// Compares the values of two objects.
    fn compare_values(&mut self, part: Part, path: String, one: &'a Object, other: &'a Object) {
        match (one, other) {
            (Object::Dictionary(one), Object::Dictionary(other)) => {
                self.entries(part, &path, one, other, &[]);
            }
            (Object::Array(one), Object::Array(other)) if one.len() == other.len() => {
                for (index, (one, other)) in one.iter().zip(other).enumerate() {
                    self.pair(part, format!("{path}/{index}"), one, other);
                }
            }
            (Object::Stream(one), Object::Stream(other)) => {
                self.entries(part, &path, &one.dict, &other.dict, &["Length", "Filter", "DecodeParms"]);
                let same = one.content == other.content
                    || self
                        .expected
                        .content(one)
                        .is_some_and(|expected| Some(expected) == self.found.content(other));
                if !same {
                    self.differs(part, path);
                }
            }
            (Object::String(one, _), Object::String(other, _)) if one == other => {}
            (one, other)
                if one == other || number(one).is_some_and(|expected| Some(expected) == number(other)) => {}
            _ => self.differs(part, path),
        }
    }

    fn entries(
        &mut self,
        part: Part,
        path: &str,
        one: &'a Dictionary,
        other: &'a Dictionary,
        ignored: &[&str],
    ) {
        for key in keys(one, other).filter(|key| !ignored.contains(key)) {
            self.pair(part, format!("{path}/{key}"), value(one, key), value(other, key));
        }
    }
}

/// A number, in hundred-thousandths: programs write a whole number with a decimal point or without.
fn number(object: &Object) -> Option<i64> {
    let number = f64::from(object.as_float().ok()?) * 100_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "numbers in a PDF are far smaller, and a cast saturates"
    )]
    Some(number.round() as i64)
}
