//! Whether every byte and every object of a file belongs to something that a reader reads.

use std::collections::BTreeSet;
use std::ops::Range;

use super::comment;
use super::cross_reference::{Location, Section};
use super::fault::Place;
use super::lexer::Lexer;
use super::object::{Dictionary, Object, ObjectId};
use super::objects::Objects;

/// The keys of a trailer.
const TRAILER_KEYS: [&str; 5] = ["Size", "Root", "Info", "ID", "Prev"];
/// The keys of a cross-reference stream, which is a trailer too.
const STREAM_KEYS: [&str; 11] =
    ["Size", "Root", "Info", "ID", "Prev", "Type", "W", "Index", "Length", "Filter", "DecodeParms"];
/// How far the size of a file may be above its highest number, inclusive: programs leave a number out at an update.
const UNUSED_NUMBERS: usize = 16;
/// The keys of a linearization dictionary (ISO 32000-1:2008, F.3).
const LINEARIZED_KEYS: [&str; 8] = ["Linearized", "L", "H", "O", "E", "N", "T", "P"];
/// The keys of a hint stream (ISO 32000-1:2008, F.4).
const HINT_KEYS: [&str; 14] =
    ["Length", "Filter", "DecodeParms", "P", "S", "T", "O", "A", "E", "V", "I", "C", "L", "R"];
/// The most bytes of an identifier of a file, inclusive: twice those of the digest that programs use.
const MAX_IDENTIFIER: usize = 32;
/// The most bytes of a hint stream for each object of the file, inclusive.
const HINT_BYTES: usize = 16;

/// Looks at the bytes of the last revision.
pub(super) fn examine(file: &Objects<'_>) {
    let Some(revision) = file.revisions.last() else { return };
    let linearized = revision.sections.len() > 1;
    let mut spans = vec![(Place::Byte(revision.tail.start), revision.tail.clone())];
    for section in &revision.sections {
        trailer(file, section);
        spans.push((Place::Byte(section.span.start), section.span.clone()));
        for ((number, generation), location) in &section.entries {
            if matches!(location, Location::Offset(offset) if *offset != section.span.start)
                && let Some(span) = file.span(*number)
            {
                spans.push((Place::Object((*number, *generation)), span));
            }
        }
    }
    spans.sort_by_key(|(_, span)| (span.start, span.end));
    let mut end = revision.region.start;
    for (place, span) in spans {
        if span.start < end {
            file.faults.push(place, "it stands inside another part of the file");
        }
        gap(file, end..span.start, linearized);
        end = end.max(span.end);
    }
    let after = file.bytes().get(end..).unwrap_or_default();
    if !after.is_empty() && after != b"\n" && after != b"\r\n" {
        file.faults.push(Place::Byte(end), format!("{} bytes follow the end of the file", after.len()));
    }
    containers(file);
}

fn trailer(file: &Objects<'_>, section: &Section) {
    let place = Place::Byte(section.span.start);
    let trailer = &section.trailer;
    let known = if section.id.is_some() { &STREAM_KEYS[..] } else { &TRAILER_KEYS };
    if !trailer.has_only(known) {
        file.faults.push(place, "the trailer has a key that no trailer needs");
    }
    if trailer.contains(b"Prev") && trailer.get("Prev").as_count().is_none() {
        file.faults.push(place, "the trailer does not say where the section before it is");
    }
    let identifiers = trailer.get("ID");
    let plain =
        |identifier: &Object| identifier.as_string().is_some_and(|bytes| bytes.len() <= MAX_IDENTIFIER);
    let plain = identifiers.as_array().is_some_and(|two| two.len() == 2 && two.iter().all(plain));
    if *identifiers != Object::Null && !plain {
        file.faults.push(place, "the identifier of the file is not two short strings");
    }
    let free: Vec<usize> = section
        .entries
        .iter()
        .filter_map(|(_, location)| match location {
            Location::Free { next } => Some(*next),
            _ => None,
        })
        .collect();
    // MuPDF gives the last of the list an offset.
    let size = trailer.get("Size").as_count().unwrap_or_default();
    let highest = file.ids().map(|((number, _), _)| number).max().unwrap_or_default();
    if size > usize::try_from(highest).unwrap_or(usize::MAX).saturating_add(1 + UNUSED_NUMBERS) {
        file.faults.push(place, "the file has far fewer objects than it says");
    }
    let outside = free.iter().filter(|next| **next >= size).count();
    if outside > usize::from(section.id.is_none()) || free.len() > 64 + section.entries.len() / 2 {
        file.faults.push(place, "the list of free objects is not one");
    }
}

/// Bytes that no object takes: white space, and the comments that programs are known to write.
fn gap(file: &Objects<'_>, range: Range<usize>, linearized: bool) {
    let mut lexer = Lexer::new(file.bytes().get(..range.end).unwrap_or_default(), range.start);
    if range.start == 0 && !header(&mut lexer) {
        file.faults.push(Place::Byte(0), "the file does not begin with its header");
    }
    let mut first_tail = linearized;
    loop {
        comment::skip(&mut lexer);
        let at = lexer.position();
        if at >= range.end {
            return;
        }
        if std::mem::take(&mut first_tail) && tail_of_first_page(&mut lexer) {
            continue;
        }
        let bytes = range.end - at;
        return file.faults.push(Place::Byte(at), format!("{bytes} bytes belong to no object"));
    }
}

/// The header, and the line that marks a file as binary.
fn header(lexer: &mut Lexer<'_>) -> bool {
    let version = lexer.take(b"%PDF-1.") || lexer.take(b"%PDF-2.");
    let minor = lexer.digits().is_some_and(|minor| minor < 10);
    if !version || !minor || !lexer.take_line_end() {
        return false;
    }
    let mut ahead = lexer.clone();
    if ahead.take(b"%") {
        let marks =
            (0..8).take_while(|_| ahead.peek().is_some_and(|byte| byte >= 0x80) && ahead.skip()).count();
        if marks > 0 && ahead.take_line_end() {
            *lexer = ahead;
        }
    }
    true
}

/// Steps over the last lines of the first section of a linearized file; false if there are none.
fn tail_of_first_page(lexer: &mut Lexer<'_>) -> bool {
    let mut ahead = lexer.clone();
    let found = ahead.take(b"startxref") && {
        ahead.skip_space();
        ahead.digits() == Some(0) && {
            ahead.skip_space();
            ahead.take(b"%%EOF")
        }
    };
    if found {
        *lexer = ahead;
    }
    found
}

/// The numbers of the objects that only a linearized file has and nothing refers to: its dictionary and its hints.
fn linearization(file: &Objects<'_>) -> BTreeSet<u32> {
    let by_offset = |wanted: usize| {
        file.ids()
            .find_map(|((number, _), location)| (location == Location::Offset(wanted)).then_some(number))
    };
    let mut found = BTreeSet::new();
    let first = file
        .ids()
        .filter_map(|((number, generation), location)| match location {
            Location::Offset(offset) => Some((offset, (number, generation))),
            _ => None,
        })
        .min();
    let known = |dictionary: &Dictionary, keys: &[&str]| {
        dictionary.iter().all(|(key, value)| {
            keys.iter().any(|known| known.as_bytes() == key)
                && match value {
                    Object::Array(items) => {
                        key == b"H"
                            && items.len() <= 4
                            && items.iter().all(|item| item.as_integer().is_some())
                    }
                    Object::Integer(_) => true,
                    Object::Real(_) => key == b"Linearized",
                    Object::Name(_) | Object::Dictionary(_) => key == b"Filter" || key == b"DecodeParms",
                    _ => false,
                }
        })
    };
    let dictionary = first.and_then(|(_, id)| Some((id, file.object(id).entries()?)));
    let dictionary =
        dictionary.filter(|(_, entries)| entries.has("Linearized") && known(entries, &LINEARIZED_KEYS));
    let Some((id, dictionary)) = dictionary else {
        file.faults.push(Place::Byte(0), "two cross-reference sections, and the file is not linearized");
        return found;
    };
    if dictionary.get("L").as_count() != file.revisions.first().map(|revision| revision.region.end) {
        file.faults.push(Place::Object(id), "the file is not as long as its linearization says");
    }
    found.insert(id.0);
    let hints = dictionary.get("H").as_array().and_then(|hints| hints.first()?.as_count());
    if let Some(number) = hints.and_then(by_offset) {
        let stream =
            file.object((number, 0)).as_stream().filter(|stream| known(&stream.dictionary, &HINT_KEYS));
        let most = 1024 + HINT_BYTES * file.ids().count();
        match stream.and_then(|stream| file.content(stream)) {
            Some(content) if content.len() <= most => {
                found.insert(number);
            }
            _ => file.faults.push(
                Place::Object((number, 0)),
                "the hints of the linearization cannot be read, or are too long",
            ),
        }
    }
    found
}

/// Whether each object of an object stream of the last revision is the one that the cross-reference section leads to.
fn containers(file: &Objects<'_>) {
    let entries = file.revisions.last().into_iter().flat_map(|revision| &revision.sections);
    let led: BTreeSet<(u32, usize, u32)> = entries
        .flat_map(|section| &section.entries)
        .filter_map(|((number, _), location)| match location {
            Location::Compressed { container, index } => Some((*container, *index, *number)),
            _ => None,
        })
        .collect();
    let containers: BTreeSet<u32> = led.iter().map(|(container, ..)| *container).collect();
    for container in containers {
        for (index, number) in file.contained(container).enumerate() {
            if !led.contains(&(container, index, number)) {
                file.faults.push(
                    Place::Object((container, 0)),
                    "an object stream has an object that no reader finds",
                );
            }
        }
    }
}

/// Looks for objects that nothing leads to, and for references that lead to nothing.
pub(super) fn references(file: &Objects<'_>) {
    let linearized = file.revisions.first().is_some_and(|revision| revision.sections.len() > 1);
    let mut reached: BTreeSet<ObjectId> = BTreeSet::new();
    if linearized {
        reached.extend(linearization(file).into_iter().map(|number| (number, 0)));
    }
    reached.extend(file.containers().map(|number| (number, 0)));
    let sections = || file.revisions.iter().flat_map(|revision| &revision.sections);
    reached.extend(sections().filter_map(|section| section.id));
    let mut open: Vec<&Object> = sections().flat_map(|section| section.trailer.values()).collect();
    // What only an object stream or a cross-reference stream refers to, such as its length.
    let own: Vec<&Object> = reached.iter().map(|id| file.object(*id)).collect();
    open.extend(own.iter().filter_map(|object| object.entries()).flat_map(Dictionary::values));
    while let Some(object) = open.pop() {
        if !file.budget().step(1) {
            return;
        }
        match object {
            Object::Reference(id) => {
                if !file.exists(*id) {
                    file.faults.push(Place::Object(*id), "something refers to it, and there is none");
                } else if reached.insert(*id) {
                    let object = file.indirect(*id);
                    if object.as_reference().is_some() {
                        file.faults.push(Place::Object(*id), "it only refers to another object");
                    }
                    open.push(object);
                }
            }
            Object::Array(items) => open.extend(items),
            other => open.extend(other.entries().into_iter().flat_map(Dictionary::values)),
        }
    }
    for (id, location) in file.ids() {
        if !reached.contains(&id) && !matches!(location, Location::Free { .. }) {
            file.faults.push(Place::Object(id), "nothing refers to it");
        }
    }
}
