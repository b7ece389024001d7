//! Two files held side by side, part by part: which part of one is not as in the other.
//!
//! Objects are compared by what they hold and not by their numbers or their packing, so that a file that another
//! program saved again unchanged is the same.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use lopdf::{Dictionary, Object, ObjectId};

use crate::file::{File, entries};

/// The most pairs of objects that are compared, inclusive: no file of ours needs more.
const MOST_PAIRS: usize = 8_000_000;

/// What a page may have from the node above it.
const INHERITED: [&str; 4] = ["Resources", "MediaBox", "CropBox", "Rotate"];

/// What a part is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Part {
    /// What is drawn on a page, from 1, with its fonts and pictures.
    Drawing(usize),
    /// The links and notes over a page, from 1.
    Annotations(usize),
    /// The tags.
    Tags,
    /// The bookmarks.
    Bookmarks,
    /// What the file says of itself.
    Metadata,
    /// The list of attached files; what they hold is compared by itself.
    Attachments,
    /// Everything else.
    Other,
}

/// The parts that differ, each with the first place in it that does.
pub(crate) fn differing(ours: &File, read: &File) -> BTreeMap<Part, String> {
    let numbered = |file: &File| file.pages().iter().copied().zip(1..).collect();
    let mut sides = Sides {
        ours,
        read,
        pages: [numbered(ours), numbered(read)],
        met: HashSet::new(),
        found: BTreeMap::new(),
        due: VecDeque::new(),
    };
    for (number, (one, other)) in (1..).zip(ours.pages().iter().zip(read.pages())) {
        if let (Some(one), Some(other)) = (entries(ours.object(*one)), entries(read.object(*other))) {
            sides.page(number, one, other);
        }
    }
    if let (Some(one), Some(other)) = (ours.catalog(), read.catalog()) {
        sides.catalog(one, other);
    }
    sides.pair(Part::Metadata, "/Info".into(), under(ours.trailer(), "Info"), under(read.trailer(), "Info"));
    sides.compare();
    sides.found
}

/// How many objects of a file nothing leads to.
pub(crate) fn hidden(file: &File) -> usize {
    let mut reached = HashSet::new();
    let mut open: Vec<&Object> = file.trailer().iter().map(|(_, object)| object).collect();
    while let Some(object) = open.pop() {
        match object {
            Object::Reference(id) if reached.insert(*id) => open.push(file.object(*id)),
            Object::Array(items) => open.extend(items),
            other => open.extend(entries(other).into_iter().flatten().map(|(_, object)| object)),
        }
    }
    file.numbered().filter(|id| !reached.contains(id)).count()
}

/// What stands under a key, as it is written; null where nothing does.
fn under<'a>(dictionary: &'a Dictionary, key: &str) -> &'a Object {
    dictionary.get(key.as_bytes()).unwrap_or(&Object::Null)
}

/// The keys of both dictionaries, each once.
fn keys<'a>(one: &'a Dictionary, other: &'a Dictionary) -> impl Iterator<Item = &'a str> {
    let keys = one.iter().chain(other.iter()).filter_map(|(key, _)| std::str::from_utf8(key).ok());
    keys.collect::<BTreeSet<_>>().into_iter()
}

struct Sides<'a> {
    ours: &'a File,
    read: &'a File,
    /// The number of each page in either file, from 1.
    pages: [BTreeMap<ObjectId, usize>; 2],
    met: HashSet<(ObjectId, ObjectId)>,
    found: BTreeMap<Part, String>,
    due: VecDeque<(Part, String, &'a Object, &'a Object)>,
}

impl<'a> Sides<'a> {
    fn page(&mut self, number: usize, one: &'a Dictionary, other: &'a Dictionary) {
        for key in keys(one, other).filter(|key| !INHERITED.contains(key) && *key != "Parent") {
            let part = match key {
                "Annots" => Part::Annotations(number),
                "StructParents" | "Tabs" => Part::Tags,
                _ => Part::Drawing(number),
            };
            // What is drawn is one, however many streams it lies in.
            if key == "Contents" {
                if self.ours.drawn(one) != self.read.drawn(other) {
                    self.tell(part, "/Contents".into());
                }
            } else {
                self.pair(part, format!("/{key}"), under(one, key), under(other, key));
            }
        }
        for key in INHERITED {
            let (one, other) = (self.ours.inherited(one, key), self.read.inherited(other, key));
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
                    let names = |file: &'a File, catalog| file.dictionary(catalog, "Names");
                    if let (Some(one), Some(other)) = (names(self.ours, one), names(self.read, other)) {
                        self.names(one, other);
                        continue;
                    }
                    Part::Other
                }
                _ => Part::Other,
            };
            self.pair(part, format!("/{key}"), under(one, key), under(other, key));
        }
    }

    fn names(&mut self, one: &'a Dictionary, other: &'a Dictionary) {
        for key in keys(one, other) {
            let part = if key == "EmbeddedFiles" { Part::Attachments } else { Part::Other };
            self.pair(part, format!("/Names/{key}"), under(one, key), under(other, key));
        }
    }

    fn pair(&mut self, part: Part, at: String, one: &'a Object, other: &'a Object) {
        self.due.push_back((part, at, one, other));
    }

    fn tell(&mut self, part: Part, at: String) {
        self.found.entry(part).or_insert(at);
    }

    fn compare(&mut self) {
        let mut pairs = 0;
        while let Some((part, at, one, other)) = self.due.pop_front() {
            pairs += 1;
            if pairs > MOST_PAIRS {
                return self.tell(Part::Other, at);
            }
            if let (Object::Reference(one), Object::Reference(other)) = (one, other) {
                let numbers = [self.pages[0].get(one), self.pages[1].get(other)];
                if numbers != [None, None] {
                    if numbers[0] != numbers[1] {
                        self.tell(part, at);
                    }
                    continue;
                }
                if !self.met.insert((*one, *other)) {
                    continue;
                }
            }
            self.held(part, at, self.ours.get(one), self.read.get(other));
        }
    }

    /// Compares what two objects hold.
    fn held(&mut self, part: Part, at: String, one: &'a Object, other: &'a Object) {
        match (one, other) {
            (Object::Dictionary(one), Object::Dictionary(other)) => self.entries(part, &at, one, other, &[]),
            (Object::Array(one), Object::Array(other)) if one.len() == other.len() => {
                for (index, (one, other)) in one.iter().zip(other).enumerate() {
                    self.pair(part, format!("{at}/{index}"), one, other);
                }
            }
            (Object::Stream(one), Object::Stream(other)) => {
                self.entries(part, &at, &one.dict, &other.dict, &["Length", "Filter", "DecodeParms"]);
                let same = one.content == other.content
                    || self.ours.content(one).is_some_and(|ours| Some(ours) == self.read.content(other));
                if !same {
                    self.tell(part, at);
                }
            }
            (Object::String(one, _), Object::String(other, _)) if one == other => {}
            (one, other) if one == other || number(one).is_some_and(|ours| Some(ours) == number(other)) => {}
            _ => self.tell(part, at),
        }
    }

    fn entries(
        &mut self,
        part: Part,
        at: &str,
        one: &'a Dictionary,
        other: &'a Dictionary,
        packing: &[&str],
    ) {
        for key in keys(one, other).filter(|key| !packing.contains(key)) {
            self.pair(part, format!("{at}/{key}"), under(one, key), under(other, key));
        }
    }
}

/// A number, in hundred-thousandths: programs write a whole number with a point or without.
fn number(object: &Object) -> Option<i64> {
    let number = f64::from(object.as_float().ok()?) * 100_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a number of a page is far smaller, and a cast saturates"
    )]
    Some(number.round() as i64)
}
