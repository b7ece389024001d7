//! Compares the objects of two files, and reports the parts of the file that differ.
//!
//! Objects are compared by their values, not by their numbers or their compression, so that a file saved unchanged by
//! another program is equal.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use crate::pdf::{Dictionary, INHERITED, Object, ObjectId, Operations, PdfFile, Stream, same_value};
use crate::xmp;

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
pub(crate) fn differing(expected: &PdfFile<'_>, found: &PdfFile<'_>) -> BTreeMap<Part, String> {
    let page_numbers = |file: &PdfFile<'_>| file.pages().iter().copied().zip(1..).collect();
    let mut comparison = ObjectComparison {
        expected,
        found,
        pages: [page_numbers(expected), page_numbers(found)],
        visited: HashSet::new(),
        differing: BTreeMap::new(),
        queue: VecDeque::new(),
    };
    for (number, (one, other)) in (1..).zip(expected.pages().iter().zip(found.pages())) {
        comparison.page(number, *one, *other);
    }
    match (expected.catalog(), found.catalog()) {
        (Some(one), Some(other)) => comparison.catalog(one, other),
        _ => comparison.differs(Part::Other, String::new()),
    }
    comparison.pair(Part::Metadata, "", b"Info", expected.trailer().get("Info"), found.trailer().get("Info"));
    comparison.compare();
    comparison.differing
}

/// The keys of both dictionaries, each once.
fn keys<'a>(one: &'a Dictionary, other: &'a Dictionary) -> impl Iterator<Item = &'a [u8]> {
    one.iter().chain(other.iter()).map(|(key, _)| key).collect::<BTreeSet<_>>().into_iter()
}

/// A path with a key at its end, written as in a file.
fn with_key(path: &str, key: &[u8]) -> String {
    format!("{path}/{}", key.escape_ascii())
}

struct ObjectComparison<'a> {
    expected: &'a PdfFile<'a>,
    found: &'a PdfFile<'a>,
    /// The number of each page in each file, from 1.
    pages: [BTreeMap<ObjectId, usize>; 2],
    visited: HashSet<(ObjectId, ObjectId)>,
    differing: BTreeMap<Part, String>,
    queue: VecDeque<(Part, String, &'a Object, &'a Object)>,
}

impl<'a> ObjectComparison<'a> {
    fn page(&mut self, number: usize, one: ObjectId, other: ObjectId) {
        let (expected, found) = (self.expected, self.found);
        let (one_page, other_page) = (expected.object(one).entries(), found.object(other).entries());
        let (Some(one_page), Some(other_page)) = (one_page, other_page) else {
            return self.differs(Part::Drawing(number), String::new());
        };
        for key in keys(one_page, other_page).filter(|key| !INHERITED.contains(key) && *key != b"Parent") {
            let part = match key {
                b"Annots" => Part::Annotations(number),
                b"StructParents" | b"Tabs" => Part::Tags,
                _ => Part::Drawing(number),
            };
            // The content of a page is the same however many streams it is divided into.
            if key == b"Contents" {
                if !self.same_content((one, one_page), (other, other_page)) {
                    self.differs(part, "/Contents".into());
                }
            } else {
                self.entry(part, "", key, one_page, other_page);
            }
        }
        for key in INHERITED {
            let (one, other) = (expected.inherited(one, key), found.inherited(other, key));
            self.pair(Part::Drawing(number), "", key, one, other);
        }
    }

    /// Whether the content of two pages is the same: the same operations, wherever the lines end.
    fn same_content(&self, one: (ObjectId, &Dictionary), other: (ObjectId, &Dictionary)) -> bool {
        let one = self.expected.page_content(one.0, one.1);
        let other = self.found.page_content(other.0, other.1);
        if one == other {
            return true;
        }
        let mut ours = Operations::new(&one, self.expected.budget());
        let mut theirs = Operations::new(&other, self.found.budget());
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return ours.is_whole() && theirs.is_whole(),
                (Some((operator, operands)), Some((other, others)))
                    if operator == other
                        && operands.len() == others.len()
                        && operands.iter().zip(&others).all(|(one, other)| same_value(one, other)) => {}
                _ => return false,
            }
        }
    }

    fn catalog(&mut self, one: &'a Dictionary, other: &'a Dictionary) {
        for key in keys(one, other).filter(|key| *key != b"Pages") {
            let part = match key {
                b"StructTreeRoot" | b"MarkInfo" => Part::Tags,
                b"Outlines" => Part::Bookmarks,
                b"Metadata" | b"Lang" => Part::Metadata,
                b"AF" => Part::Attachments,
                b"Names" => {
                    let names = |file: &'a PdfFile<'a>, catalog| file.dictionary(catalog, "Names");
                    if let (Some(one), Some(other)) = (names(self.expected, one), names(self.found, other)) {
                        self.names(one, other);
                        continue;
                    }
                    Part::Other
                }
                _ => Part::Other,
            };
            self.entry(part, "", key, one, other);
        }
    }

    fn names(&mut self, one: &'a Dictionary, other: &'a Dictionary) {
        for key in keys(one, other) {
            let part = if key == b"EmbeddedFiles" { Part::Attachments } else { Part::Other };
            self.entry(part, "/Names", key, one, other);
        }
    }

    /// Compares the values of a key, which both dictionaries must have.
    fn entry(&mut self, part: Part, path: &str, key: &[u8], one: &'a Dictionary, other: &'a Dictionary) {
        if one.contains(key) == other.contains(key) {
            self.pair(part, path, key, one.get(key), other.get(key));
        } else {
            self.differs(part, with_key(path, key));
        }
    }

    /// Compares two values at once where neither leads to others, or else later.
    fn pair(&mut self, part: Part, path: &str, key: &[u8], one: &'a Object, other: &'a Object) {
        if self.differing.contains_key(&part) || !self.found.budget().step(1) {
            return;
        }
        let simple = |object: &Object| {
            !matches!(
                object,
                Object::Reference(_) | Object::Array(_) | Object::Dictionary(_) | Object::Stream(_)
            )
        };
        if !simple(one) || !simple(other) {
            self.queue.push_back((part, with_key(path, key), one, other));
        } else if !same_value(one, other) {
            self.differs(part, with_key(path, key));
        }
    }

    fn differs(&mut self, part: Part, path: String) {
        self.differing.entry(part).or_insert(path);
    }

    fn compare(&mut self) {
        while let Some((part, path, one, other)) = self.queue.pop_front() {
            if self.differing.contains_key(&part) {
                continue;
            }
            let page = |pages: &BTreeMap<ObjectId, usize>, object: &Object| {
                object.as_reference().and_then(|id| pages.get(&id).copied())
            };
            let numbers = [page(&self.pages[0], one), page(&self.pages[1], other)];
            if numbers != [None, None] {
                if numbers[0] != numbers[1] {
                    self.differs(part, path);
                }
                continue;
            }
            if let (Object::Reference(one), Object::Reference(other)) = (one, other) {
                if self.visited.contains(&(*one, *other)) || !self.found.budget().keep(1) {
                    continue;
                }
                self.visited.insert((*one, *other));
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
                    self.pair(part, &path, index.to_string().as_bytes(), one, other);
                }
            }
            (Object::Stream(one), Object::Stream(other)) => {
                self.entries(
                    part,
                    &path,
                    &one.dictionary,
                    &other.dictionary,
                    &[b"Length", b"Filter", b"DecodeParms"],
                );
                if !self.same_stream(one, other) {
                    self.differs(part, path);
                }
            }
            (one, other) if same_value(one, other) => {}
            _ => self.differs(part, path),
        }
    }

    /// Whether the content of two streams is the same, however it is packed.
    fn same_stream(&self, one: &Stream, other: &Stream) -> bool {
        let packed_alike = ["Filter", "DecodeParms"].into_iter().all(|key| {
            let (one, other) = (one.dictionary.get(key), other.dictionary.get(key));
            one == other && one.as_reference().is_none() && one.as_array().is_none()
        });
        if packed_alike && self.expected.raw(one) == self.found.raw(other) {
            return true;
        }
        match (self.expected.content(one), self.found.content(other)) {
            (Some(ours), Some(theirs)) => {
                ours == theirs || one.dictionary.has_type("Metadata") && xmp::same(&ours, &theirs, &[])
            }
            _ => false,
        }
    }

    fn entries(
        &mut self,
        part: Part,
        path: &str,
        one: &'a Dictionary,
        other: &'a Dictionary,
        ignored: &[&[u8]],
    ) {
        for key in keys(one, other).filter(|key| !ignored.contains(key)) {
            self.entry(part, path, key, one, other);
        }
    }
}
