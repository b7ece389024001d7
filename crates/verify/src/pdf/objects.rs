//! The objects of a file, parsed when they are asked for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use memchr::memmem;

use super::budget::Budget;
use super::cross_reference::Location;
use super::fault::{Fault, Faults, Place};
use super::filter;
use super::indirect::indirect;
use super::object::{Dictionary, Object, ObjectId, Stream, text_string};
use super::object_stream;
use super::revision::{Revision, Tail, revisions, tails};
use crate::error::PdfError;
use crate::limits::MAX_BYTES;

/// The longest chain of references to an object, or of parents of a page.
const MAX_CHAIN: usize = 32;
/// How far into a file its header may stand.
const HEADER_WITHIN: usize = 1024;

/// The objects of a file, and where its bytes belong.
pub(crate) struct Objects<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) faults: Faults,
    pub(super) revisions: Vec<Revision>,
    tails: Rc<Vec<Tail>>,
    budget: Rc<Budget>,
    slots: BTreeMap<u32, Slot>,
    containers: BTreeMap<u32, OnceCell<Vec<(u32, Object)>>>,
}

/// Where an object is, and the object with its bytes once it has been parsed.
struct Slot {
    generation: u16,
    location: Location,
    /// The bytes of its revision.
    region: Range<usize>,
    parsed: OnceCell<(Object, Range<usize>)>,
}

impl<'a> Objects<'a> {
    /// Finds the objects of a file.
    ///
    /// # Errors
    /// - [`PdfError::TooLarge`] for more than [`MAX_BYTES`];
    /// - [`PdfError::Malformed`] if there is no header, no end or no cross-reference section;
    /// - [`PdfError::Encrypted`] for an encrypted file;
    /// - [`PdfError::LimitExceeded`] for a file beyond its budget.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, PdfError> {
        Self::open_within(bytes, Rc::new(tails(bytes)), Rc::new(Budget::new()))
    }

    /// The file as it was when it had so many bytes. Both have the same budget.
    ///
    /// # Errors
    /// - as [`PdfFile::open`].
    pub(crate) fn prefix(&self, length: usize) -> Result<Self, PdfError> {
        let bytes = self.bytes.get(..length).unwrap_or(self.bytes);
        Self::open_within(bytes, Rc::clone(&self.tails), Rc::clone(&self.budget))
    }

    fn open_within(bytes: &'a [u8], tails: Rc<Vec<Tail>>, budget: Rc<Budget>) -> Result<Self, PdfError> {
        if bytes.len() > MAX_BYTES {
            return Err(PdfError::TooLarge { bytes: bytes.len() });
        }
        let header = memmem::find(bytes.get(..HEADER_WITHIN).unwrap_or(bytes), b"%PDF-");
        let header = header.ok_or_else(|| PdfError::Malformed { message: "it has no header".into() })?;
        let faults = Faults::default();
        if header > 0 {
            faults.push(Place::Byte(0), format!("{header} bytes stand before the header of the file"));
        }
        let revisions = revisions(bytes, &tails, &faults, &budget);
        budget.check()?;
        let mut file = Self {
            bytes,
            faults,
            revisions: revisions?,
            tails,
            budget,
            slots: BTreeMap::new(),
            containers: BTreeMap::new(),
        };
        file.find_objects();
        if file.trailer().has("Encrypt") {
            return Err(PdfError::Encrypted);
        }
        Ok(file)
    }

    /// Notes where every object is; a later revision takes the place of an earlier one.
    fn find_objects(&mut self) {
        for revision in &self.revisions {
            let mut numbers = BTreeSet::new();
            for section in revision.sections.iter().rev() {
                let size = section.trailer.get("Size").as_count().unwrap_or_default();
                for ((number, generation), location) in &section.entries {
                    let place = Place::Object((*number, *generation));
                    if usize::try_from(*number).is_ok_and(|number| number >= size) {
                        self.faults.push(place, "its number is above the size of the file");
                    }
                    if !numbers.insert(*number) {
                        self.faults.push(place, "its number is in the cross-reference sections twice");
                    }
                    if let Location::Compressed { container, .. } = location {
                        self.containers.entry(*container).or_default();
                    }
                    let region = revision.region.clone();
                    let slot = Slot {
                        generation: *generation,
                        location: *location,
                        region,
                        parsed: OnceCell::new(),
                    };
                    self.slots.insert(*number, slot);
                }
            }
        }
    }

    pub(crate) fn budget(&self) -> &Budget {
        &self.budget
    }

    pub(crate) const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The ends of the revisions, the first in front; at least one.
    pub(crate) fn revision_ends(&self) -> impl Iterator<Item = usize> {
        self.revisions.iter().map(|revision| revision.region.end)
    }

    /// The end of the first revision; `None` if there is no other.
    pub(crate) fn end_before_updates(&self) -> Option<usize> {
        self.revisions.split_last().and_then(|(_, earlier)| Some(earlier.first()?.region.end))
    }

    /// The numbers of the objects that the last revision adds to those of an earlier file, or replaces. Streams that hold
    /// its objects and its cross-reference section are left out, unless they take the number of an object.
    pub(crate) fn last_changes<'f>(&'f self, before: &'f Objects<'_>) -> impl Iterator<Item = ObjectId> + 'f {
        let sections = self.revisions.last().into_iter().flat_map(|revision| &revision.sections);
        let entries = sections.clone().flat_map(|section| &section.entries);
        let own: BTreeSet<ObjectId> = sections.filter_map(|section| section.id).collect();
        let changed = entries
            .map(|(id, location)| (*id, *location))
            .chain(own.clone().into_iter().map(|id| (id, Location::Offset(0))));
        let changed: BTreeSet<ObjectId> = changed
            .filter(|(id, location)| {
                let holds = own.contains(id) || self.containers.contains_key(&id.0);
                !matches!(location, Location::Free { .. }) && (!holds || before.exists((id.0, 0)))
            })
            .map(|(id, _)| id)
            .collect();
        changed.into_iter()
    }

    /// The numbers that the last revision takes from objects of an earlier file, or gives a generation above 0.
    pub(crate) fn last_removals<'f>(
        &'f self,
        before: &'f Objects<'_>,
    ) -> impl Iterator<Item = ObjectId> + 'f {
        let sections = self.revisions.last().into_iter().flat_map(|revision| &revision.sections);
        let entries = sections.flat_map(|section| &section.entries);
        let removed = entries.filter(|((number, generation), location)| match location {
            Location::Free { .. } => before.exists((*number, 0)),
            _ => *generation > 0,
        });
        removed.map(|(id, _)| *id)
    }

    /// Whether there is an object with a number.
    pub(crate) fn exists(&self, (number, generation): ObjectId) -> bool {
        let slot = self.slots.get(&number).filter(|slot| slot.generation == generation);
        slot.is_some_and(|slot| !matches!(slot.location, Location::Free { .. }))
    }

    /// What is wrong with the structure of the file, as far as it has been read; and how much more there is.
    pub(crate) fn faults(&self) -> (Vec<Fault>, usize) {
        self.faults.list()
    }

    pub(crate) fn fault(&self, id: ObjectId, message: &str) {
        self.faults.push(Place::Object(id), message);
    }

    /// The trailer that is read first.
    pub(crate) fn trailer(&self) -> &Dictionary {
        static NONE: Dictionary = Dictionary::EMPTY;
        let revision = self.revisions.last();
        revision.and_then(|revision| revision.sections.first()).map_or(&NONE, |section| &section.trailer)
    }

    pub(crate) fn catalog(&self) -> Option<&Dictionary> {
        self.dictionary(self.trailer(), "Root")
    }

    /// The object itself, with references resolved; null if there is none.
    pub(crate) fn get<'f>(&'f self, mut object: &'f Object) -> &'f Object {
        for _ in 0..MAX_CHAIN {
            let Object::Reference(id) = object else { return object };
            object = self.indirect(*id);
        }
        &Object::Null
    }

    /// The object with a number, with references resolved; null if there is none.
    pub(crate) fn object(&self, id: ObjectId) -> &Object {
        self.get(self.indirect(id))
    }

    /// The value of a key, with references resolved; null if there is none.
    pub(crate) fn at<'f>(&'f self, dictionary: &'f Dictionary, key: &str) -> &'f Object {
        self.get(dictionary.get(key))
    }

    /// The dictionary under a key, which may be that of a stream; `None` if there is none.
    pub(crate) fn dictionary<'f>(&'f self, dictionary: &'f Dictionary, key: &str) -> Option<&'f Dictionary> {
        self.at(dictionary, key).entries()
    }

    /// The items of the array under a key; empty if there is none.
    pub(crate) fn items<'f>(&'f self, dictionary: &'f Dictionary, key: &str) -> &'f [Object] {
        self.at(dictionary, key).as_array().unwrap_or_default()
    }

    /// The text string under a key; `None` if there is none.
    pub(crate) fn text(&self, dictionary: &Dictionary, key: &str) -> Option<String> {
        self.at(dictionary, key).as_string().map(text_string)
    }

    /// The data of a stream as they are in the file.
    pub(crate) fn raw(&self, stream: &Stream) -> &'a [u8] {
        self.bytes.get(stream.data.clone()).unwrap_or_default()
    }

    /// The content of a stream, unpacked; `None` and a fault if it cannot be.
    pub(crate) fn content(&self, stream: &Stream) -> Option<Cow<'a, [u8]>> {
        let resolved = |key| match self.at(&stream.dictionary, key) {
            Object::Array(items) => Object::Array(items.iter().map(|item| self.get(item).clone()).collect()),
            other => other.clone(),
        };
        match filter::unpack(self.raw(stream), &resolved("Filter"), &resolved("DecodeParms"), &self.budget) {
            Ok(content) => Some(content),
            Err(message) => {
                self.faults
                    .push(Place::Byte(stream.data.start), format!("a stream cannot be unpacked: {message}"));
                None
            }
        }
    }

    /// The content streams of a page, unpacked, with a line between each and the next.
    pub(crate) fn page_content(&self, id: ObjectId, page: &Dictionary) -> Cow<'a, [u8]> {
        let part = |object: &Object| {
            let known = ["Length", "Filter", "DecodeParms"];
            let plain = |stream: &Stream| stream.dictionary.has_only(&known);
            let stream = self.get(object).as_stream().filter(|stream| plain(stream));
            if stream.is_none() {
                self.fault(id, "the content of the page is not a plain stream");
            }
            stream.and_then(|stream| self.content(stream)).unwrap_or_default()
        };
        match self.at(page, "Contents") {
            Object::Null => Cow::default(),
            Object::Array(streams) => {
                let mut content = Vec::new();
                for (index, stream) in streams.iter().take_while(|_| self.budget.step(1)).enumerate() {
                    if index > 0 {
                        content.push(b'\n');
                    }
                    let part = part(stream);
                    if self.budget.unpack(part.len()) {
                        content.extend_from_slice(&part);
                    }
                }
                content.into()
            }
            stream => part(stream),
        }
    }

    /// The numbers of all objects.
    pub(super) fn ids(&self) -> impl Iterator<Item = (ObjectId, Location)> {
        self.slots.iter().map(|(number, slot)| ((*number, slot.generation), slot.location))
    }

    /// The numbers of the object streams.
    pub(super) fn containers(&self) -> impl Iterator<Item = u32> {
        self.containers.keys().copied()
    }

    /// The numbers of the objects in an object stream.
    pub(super) fn contained(&self, container: u32) -> impl Iterator<Item = u32> {
        self.container(container).unwrap_or_default().iter().map(|(number, _)| *number)
    }

    /// The bytes of an object that stands by itself; `None` if it cannot be read or is in an object stream.
    pub(super) fn span(&self, number: u32) -> Option<Range<usize>> {
        self.slots.get(&number).and_then(|slot| self.parsed(number, slot)).map(|(_, span)| span.clone())
    }

    /// The object with a number, which may be a reference; null if there is none.
    pub(super) fn indirect(&self, (number, generation): ObjectId) -> &Object {
        let slot = self.slots.get(&number).filter(|slot| slot.generation == generation);
        let found = slot.and_then(|slot| match slot.location {
            Location::Free { .. } => None,
            Location::Offset(_) => self.parsed(number, slot).map(|(object, _)| object),
            Location::Compressed { container, index } => {
                let (found, object) = self.container(container)?.get(index)?;
                (*found == number).then_some(object)
            }
        });
        found.unwrap_or(&Object::Null)
    }

    /// The object of a slot and its bytes, if it stands by itself.
    fn parsed<'f>(&'f self, number: u32, slot: &'f Slot) -> Option<&'f (Object, Range<usize>)> {
        let Location::Offset(offset) = slot.location else { return None };
        let parsed = slot.parsed.get_or_init(|| {
            let id = (number, slot.generation);
            let found = indirect(self.bytes, offset, |length| self.length(length), &self.budget);
            let message = match found {
                Ok(found) if found.id != id => "another object stands in its place",
                Ok(found) if found.span.start < slot.region.start || found.span.end > slot.region.end => {
                    "it does not stand in the part of the file that it belongs to"
                }
                Ok(found) => return (found.object, found.span),
                Err(error) => {
                    self.faults.push(Place::Object(id), format!("{} (byte {})", error.message, error.offset));
                    return (Object::Null, offset..offset);
                }
            };
            self.faults.push(Place::Object(id), message);
            (Object::Null, offset..offset)
        });
        Some(parsed)
    }

    /// The length of a stream that is an object of its own.
    fn length(&self, (number, generation): ObjectId) -> Option<usize> {
        let slot = self.slots.get(&number).filter(|slot| slot.generation == generation)?;
        let Location::Offset(offset) = slot.location else { return None };
        let found = indirect(self.bytes, offset, |_| None, &self.budget).ok()?;
        found.object.as_count().filter(|_| found.id == (number, generation))
    }

    /// The objects of an object stream, in its order; `None` if it cannot be read.
    fn container(&self, number: u32) -> Option<&[(u32, Object)]> {
        let slot = self.slots.get(&number)?;
        let (object, _) = self.parsed(number, slot)?;
        let objects = self.containers.get(&number)?.get_or_init(|| {
            let id = (number, slot.generation);
            let stream = object.as_stream().filter(|stream| stream.dictionary.has_type("ObjStm"));
            let Some(stream) = stream else {
                self.faults.push(Place::Object(id), "it is not an object stream");
                return Vec::new();
            };
            let Some(content) = self.content(stream) else { return Vec::new() };
            object_stream::objects(&stream.dictionary, &content, &self.budget).unwrap_or_else(|message| {
                self.faults.push(Place::Object(id), format!("an object stream: {message}"));
                Vec::new()
            })
        });
        Some(objects)
    }
}
