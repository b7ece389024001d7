//! Recognises the incremental updates that add a seal: which objects they may replace and add.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::byte_range;
use super::cms::{DigestState, MessageKind};
use super::description::{Seal, SealKind, Stamp};
use crate::error::PdfError;
use crate::pdf::{Dictionary, Fault, Object, ObjectId, PdfFile, same_value};
use crate::xmp;

/// The most updates after the bytes that were issued, inclusive.
const MAX_UPDATES: usize = 32;
/// The keys that an update may change in the catalogue.
const CATALOG: [&[u8]; 5] = [b"AcroForm", b"Extensions", b"Version", b"Perms", b"DSS"];
/// The keys of a field of a form, and of its place on a page.
const FIELD: [&[u8]; 15] = [
    b"FT", b"T", b"TU", b"V", b"SV", b"Lock", b"Parent", b"Kids", b"Type", b"Subtype", b"F", b"Rect", b"P",
    b"AP", b"M",
];
/// The keys of a field that change when it is signed.
const SIGNED: [&[u8]; 3] = [b"V", b"AP", b"M"];
/// The keys of the data for validation.
const DSS: [&str; 5] = ["Type", "Certs", "CRLs", "OCSPs", "VRI"];
/// The keys by which an object could do something, hold a file or change how the document is read.
const ACTIVE: [&[u8]; 17] = [
    b"A",
    b"AA",
    b"JS",
    b"OpenAction",
    b"URI",
    b"Launch",
    b"EF",
    b"EmbeddedFiles",
    b"XFA",
    b"OC",
    b"OCProperties",
    b"StructParent",
    b"StructParents",
    b"Dest",
    b"Next",
    b"AF",
    b"Metadata",
];
/// The properties of XMP that a program changes when it seals a file.
const SEALED: [&str; 3] = ["pdf:Producer", "xmp:ModifyDate", "xmp:MetadataDate"];
/// The most bytes of a text that an update writes outside its signature, inclusive.
const MAX_TEXT: usize = 200;
/// The most places of fields on pages in one update, inclusive.
const MAX_WIDGETS: usize = 64;
/// How deep fields may be nested, inclusive.
const MAX_DEPTH: usize = 8;

/// Why an update is more than a seal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct NotASeal {
    /// Which update, from 1.
    update: usize,
    message: String,
}

impl fmt::Display for NotASeal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "update {} is more than a seal: {}", self.update, self.message)
    }
}

/// The seals of a file whose revisions have these ends, the first being that which was issued.
///
/// # Errors
/// - [`NotASeal`] for the first update that is more than a seal; within [`Ok`], since a file beyond its budget is refused.
/// - [`PdfError`] as [`PdfFile::open`].
pub(crate) fn seals(file: &PdfFile<'_>) -> Result<Result<Vec<Seal>, NotASeal>, PdfError> {
    let ends: Vec<usize> = file.revision_ends().collect();
    let mut seals = Vec::new();
    for (update, pair) in (1..).zip(ends.windows(2)) {
        let [start, end] = *pair else { continue };
        let not = |message: String| NotASeal { update, message };
        if update > MAX_UPDATES {
            return Ok(Err(not("there are more updates than are read".into())));
        }
        let (before, after) = (file.prefix(start)?, file.prefix(end)?);
        let read = Update::new(&before, &after).read(start);
        after.budget().check()?;
        match read {
            Ok(seal) => seals.push(seal),
            Err(message) => return Ok(Err(not(message))),
        }
    }
    let end = ends.last().copied().unwrap_or_default();
    if end < file.bytes().len() {
        let message = format!("byte {end}: more bytes follow it");
        return Ok(Err(NotASeal { update: ends.len() - 1, message }));
    }
    Ok(Ok(seals))
}

struct Update<'a> {
    before: &'a PdfFile<'a>,
    after: &'a PdfFile<'a>,
    /// The objects that are added, each with whether something of the seal leads to it.
    added: BTreeMap<ObjectId, bool>,
    replaced: BTreeSet<ObjectId>,
    /// The places of fields on pages that are added, and those that get an appearance.
    widgets: BTreeSet<ObjectId>,
    signatures: BTreeSet<ObjectId>,
    /// Whether a field is added.
    has_field: bool,
    /// The fields of the form before.
    fields: BTreeSet<ObjectId>,
}

impl<'a> Update<'a> {
    fn new(before: &'a PdfFile<'a>, after: &'a PdfFile<'a>) -> Self {
        let (replaced, added): (BTreeSet<_>, BTreeSet<_>) =
            after.last_changes(before).partition(|id| before.exists(*id));
        Self {
            before,
            after,
            added: added.into_iter().map(|id| (id, false)).collect(),
            replaced,
            widgets: BTreeSet::new(),
            signatures: BTreeSet::new(),
            has_field: false,
            fields: fields(before),
        }
    }

    /// The seal, if there is nothing else.
    fn read(mut self, start: usize) -> Result<Seal, String> {
        self.after.examine_update();
        if let Some(Fault { place, message }) = self.after.faults().0.first() {
            return Err(format!("{place}: {message}"));
        }
        if let Some((number, generation)) = self.after.last_removals(self.before).next() {
            return Err(format!("object {number} {generation} is removed or counted anew"));
        }
        let (old, new) = (self.before.trailer(), self.after.trailer());
        if old.get("Root") != new.get("Root") || old.get("Info") != new.get("Info") {
            return Err("it has another catalogue".into());
        }
        let validation = self.catalog()?;
        let known = [new.get("Root"), new.get("Info")].map(Object::as_reference);
        let metadata = self.before.catalog().and_then(|catalog| catalog.get("Metadata").as_reference());
        let pages: BTreeMap<ObjectId, usize> = self.before.pages().iter().copied().zip(1..).collect();
        for id in self.replaced.clone() {
            let (old, new) = (self.before.object(id), self.after.object(id));
            // What changes in these has been looked at.
            if known[0] == Some(id)
                || self.fields.contains(&id)
                || self.is_below_catalog(id, "AcroForm")
                || self.is_below_catalog(id, "DSS")
            {
                continue;
            }
            let same = if known[1] == Some(id) {
                same_information(old, new)
            } else if metadata == Some(id) {
                self.same_metadata(old, new)
            } else if pages.contains_key(&id) {
                self.page(old, new)?;
                true
            } else {
                false
            };
            if !same {
                return Err(format!("object {} {} is replaced, and no seal needs it", id.0, id.1));
            }
        }
        if let Some((id, _)) = self.added.iter().find(|(_, reached)| !**reached) {
            return Err(format!("object {} {} is added, and no seal leads to it", id.0, id.1));
        }
        let shown = self.shown(&pages)?;
        let mut seal = Seal {
            kind: if validation { SealKind::ValidationData } else { SealKind::EmptyField },
            name: None,
            reason: None,
            location: None,
            claimed_time: None,
            message: None,
            shown,
        };
        let signatures: Vec<ObjectId> = self.signatures.iter().copied().collect();
        match signatures.as_slice() {
            [] if validation || self.has_field => Ok(seal),
            [] => Err("it adds neither a signature nor what goes with one".into()),
            [id] => {
                let signature =
                    self.after.object(*id).entries().ok_or("its signature is not a dictionary")?;
                let (kind, message) = byte_range::message(self.after, start, signature)?;
                if message.digest == DigestState::Fails {
                    return Err("the digest in its signature is not that of the file before it".into());
                }
                let text = |key| self.after.text(signature, key).map(|text| plain(&text));
                seal.name = text("Name");
                seal.reason = text("Reason");
                seal.location = text("Location");
                let inside = || message.claimed_time.map(|time| time.format("D:%Y%m%d%H%M%SZ").to_string());
                seal.claimed_time = text("M").or_else(inside);
                seal.kind = match kind {
                    MessageKind::Signature => SealKind::Signature,
                    MessageKind::TimeStamp => SealKind::TimeStamp,
                };
                seal.message = Some(message);
                Ok(seal)
            }
            _ => Err("it has more than one signature".into()),
        }
    }

    /// Looks at what changes in the catalogue, and whether data for validation are added.
    fn catalog(&mut self) -> Result<bool, String> {
        let (before, after) = (self.before, self.after);
        let (Some(old), Some(new)) = (before.catalog(), after.catalog()) else {
            return Err("it has no catalogue".into());
        };
        only_changes(old, new, &CATALOG, "the catalogue")?;
        for key in ["AcroForm", "DSS"] {
            if old.has(key) && old.get(key) != new.get(key) {
                return Err(format!("the catalogue has another {key}"));
            }
        }
        if new.has("Version") && new.get("Version").as_name().is_none_or(|name| name.len() > 5) {
            return Err("the version in the catalogue is not a name".into());
        }
        if old.get("Extensions") != new.get("Extensions") && !is_extension(new.get("Extensions"), 0) {
            return Err("the extensions in the catalogue are not those of a seal".into());
        }
        if let Some(form) = after.dictionary(new, "AcroForm") {
            self.form(before.dictionary(old, "AcroForm"), form, new.get("AcroForm"))?;
        }
        if old.get("Perms") != new.get("Perms") {
            let permissions = after.dictionary(new, "Perms").ok_or("its permissions are not a dictionary")?;
            if let Some(id) = new.get("Perms").as_reference() {
                self.reach(id);
            }
            let allowed = permissions.iter().all(|(key, value)| {
                key == b"DocMDP" && value.as_reference().is_some_and(|id| self.signatures.contains(&id))
            });
            if !allowed {
                return Err("its permissions are not those of its signature".into());
            }
        }
        let Some(validation) = after.dictionary(new, "DSS") else { return Ok(false) };
        if !validation.has_only(&DSS) {
            return Err("its data for validation have a key that is not known".into());
        }
        let replaced = new.get("DSS").as_reference().is_some_and(|id| self.replaced.contains(&id));
        let changed = old.get("DSS") != new.get("DSS") || replaced;
        self.walk(new.get("DSS"), 0)?;
        validation.values().try_for_each(|value| self.walk(value, 0))?;
        Ok(changed)
    }

    /// The form that the fields of signatures are in.
    fn form(
        &mut self,
        old: Option<&Dictionary>,
        new: &'a Dictionary,
        reference: &Object,
    ) -> Result<(), String> {
        if let Some(id) = reference.as_reference() {
            self.reach(id);
        }
        for (key, value) in new.iter() {
            let known = match key {
                b"Fields" => true,
                b"SigFlags" => matches!(self.after.get(value).as_integer(), Some(0..=3)),
                b"DA" => is_short_text(value),
                b"DR" => self.walk(value, 0).is_ok(),
                _ => false,
            };
            if !known {
                return Err(format!(
                    "its form has the key {}, with what no form of signatures has",
                    key.escape_ascii()
                ));
            }
        }
        let known = old.map_or(&[][..], |old| self.before.items(old, "Fields"));
        let fields = self.after.items(new, "Fields");
        if fields.get(..known.len()) != Some(known) {
            return Err("it takes fields out of the form".into());
        }
        fields.iter().try_for_each(|field| self.field(field, None, FieldState::default(), 0))
    }

    /// A field, with the fields or the places on pages below it.
    fn field(
        &mut self,
        reference: &'a Object,
        parent: Option<ObjectId>,
        above: FieldState,
        depth: usize,
    ) -> Result<(), String> {
        let id = reference
            .as_reference()
            .filter(|_| depth < MAX_DEPTH)
            .ok_or("a field that is not an object of its own")?;
        let (before, after) = (self.before, self.after);
        if self.added.get(&id) == Some(&true) || !after.budget().step(1) {
            return Err("a field is in its form twice".into());
        }
        let field = after.object(id).entries().ok_or("a field that is not a dictionary")?;
        let old = before.object(id).entries();
        let state = FieldState {
            of_signature: above.of_signature || field.get("FT").is_name("Sig"),
            signed: above.signed || field.has("V") && old.is_none_or(|old| !old.has("V")),
        };
        let kids = after.items(field, "Kids");
        if !self.added.contains_key(&id) && !self.replaced.contains(&id) {
            return kids.iter().try_for_each(|kid| self.field(kid, Some(id), state, depth + 1));
        }
        if let Some(old) = old {
            only_changes(old, field, &SIGNED, "a field")?;
            if old.has("V") && old.get("V") != field.get("V") {
                return Err("it takes the place of a signature".into());
            }
            let changes = SIGNED.iter().any(|key| !same_value(old.get(*key), field.get(*key)));
            if changes && !state.signed {
                return Err("a field changes that is not signed".into());
            }
            if !same_value(old.get("AP"), field.get("AP")) {
                self.appearance(field)?;
            }
        }
        self.has_field = true;
        self.reach(id);
        for (key, value) in field.iter() {
            let known = old.is_some_and(|old| same_value(old.get(key), value));
            if !known && !is_of_field(key, value, parent) {
                return Err(format!(
                    "a field has the key {}, with what no field of a signature has",
                    key.escape_ascii()
                ));
            }
        }
        if !state.of_signature && kids.is_empty() {
            return Err("a field is not one of a signature".into());
        }
        if field.has("Rect") || field.has("AP") {
            self.widgets.insert(id);
        }
        if field.has("V") && old.is_none_or(|old| !old.has("V")) {
            match field.get("V") {
                Object::Reference(signature) if self.added.contains_key(signature) => {
                    self.signatures.insert(*signature);
                }
                _ => return Err("the value of a field is not a signature of this update".into()),
            }
        }
        for key in ["V", "SV", "Lock", "AP"] {
            self.walk(field.get(key), 0)?;
        }
        kids.iter().try_for_each(|kid| self.field(kid, Some(id), state, depth + 1))
    }

    /// The appearance that a field gets when it is signed: a drawing of this update, which a viewer scales into the
    /// rectangle of the field.
    fn appearance(&self, field: &Dictionary) -> Result<(), String> {
        let drawing = self.after.dictionary(field, "AP").filter(|appearance| appearance.has_only(&["N"]));
        match drawing.and_then(|appearance| appearance.get("N").as_reference()) {
            Some(id) if self.added.contains_key(&id) && self.after.object(id).as_stream().is_some() => Ok(()),
            _ => Err("the appearance of a field is not a drawing of this update".into()),
        }
    }

    /// A page: the places of fields are appended to its annotations, and nothing else changes.
    fn page(&self, old: &Object, new: &Object) -> Result<(), String> {
        let (Some(old), Some(new)) = (old.entries(), new.entries()) else {
            return Err("a page is not a dictionary".into());
        };
        only_changes(old, new, &[b"Annots"], "a page")?;
        let (known, annotations) = (self.before.items(old, "Annots"), self.after.items(new, "Annots"));
        let added = annotations.get(known.len()..).unwrap_or_default();
        let own = added.iter().all(|one| one.as_reference().is_some_and(|id| self.widgets.contains(&id)));
        if annotations.get(..known.len()) == Some(known) && own {
            Ok(())
        } else {
            Err("the annotations of a page change by more than the seal".into())
        }
    }

    /// Goes through what an object leads to among those that are added.
    fn walk(&mut self, object: &Object, depth: usize) -> Result<(), String> {
        if depth > 32 || !self.after.budget().step(1) {
            return Err("its objects are nested too deep".into());
        }
        match object {
            Object::Reference(id) => {
                if !self.after.exists(*id) {
                    return Err(format!("something refers to object {} {}, and there is none", id.0, id.1));
                }
                if self.added.get(id) == Some(&false) {
                    self.reach(*id);
                    let object = self.after.object(*id);
                    self.walk(object, depth + 1)?;
                }
                Ok(())
            }
            Object::Array(items) => items.iter().try_for_each(|item| self.walk(item, depth + 1)),
            other => {
                let Some(entries) = other.entries() else { return Ok(()) };
                let external = other.as_stream().is_some() && entries.has("F");
                if external || entries.iter().any(|(key, _)| ACTIVE.contains(&key)) {
                    return Err("an object of it does more than a seal does".into());
                }
                entries.values().try_for_each(|value| self.walk(value, depth + 1))
            }
        }
    }

    fn reach(&mut self, id: ObjectId) {
        if let Some(reached) = self.added.get_mut(&id) {
            *reached = true;
        }
    }

    /// Whether the catalogue refers to this object under a key, before and after.
    fn is_below_catalog(&self, id: ObjectId, key: &str) -> bool {
        let refers = |file: &PdfFile<'_>| {
            file.catalog().is_some_and(|catalog| catalog.get(key).as_reference() == Some(id))
        };
        refers(self.before) && refers(self.after)
    }

    fn same_metadata(&self, old: &Object, new: &Object) -> bool {
        let (Some(old), Some(new)) = (old.as_stream(), new.as_stream()) else { return false };
        let plain = new.dictionary.has_only(&["Type", "Subtype", "Length", "Filter"]);
        match (self.before.content(old), self.after.content(new)) {
            (Some(old), Some(new)) => plain && xmp::same(&old, &new, &SEALED),
            _ => false,
        }
    }

    /// Where the seal shows itself, or could: a viewer may draw a field without an appearance of its own.
    fn shown(&self, pages: &BTreeMap<ObjectId, usize>) -> Result<Vec<Stamp>, String> {
        if self.widgets.len() > MAX_WIDGETS {
            return Err("it has more fields than a seal has".into());
        }
        let after = self.after;
        let mut shown = Vec::new();
        for (id, page) in pages {
            let Some(entries) = after.object(*id).entries() else { continue };
            let annotations = after.items(entries, "Annots").iter().take_while(|_| after.budget().step(1));
            for annotation in annotations.filter_map(Object::as_reference) {
                let Some(widget) =
                    after.object(annotation).entries().filter(|_| self.widgets.contains(&annotation))
                else {
                    continue;
                };
                let sides: Option<Vec<f64>> =
                    after.items(widget, "Rect").iter().map(Object::as_number).collect();
                let Some([one, two, other, upper]) = sides.and_then(|sides| <[f64; 4]>::try_from(sides).ok())
                else {
                    return Err("the place of its stamp is not a rectangle".into());
                };
                let rectangle = [one.min(other), two.min(upper), one.max(other), two.max(upper)];
                if rectangle[0] < rectangle[2] && rectangle[1] < rectangle[3] {
                    shown.push(Stamp { page: *page, rectangle });
                }
            }
        }
        shown.sort_by_key(|stamp| stamp.page);
        Ok(shown)
    }
}

/// What is known of a field from itself and the fields above it.
#[derive(Clone, Copy, Default)]
struct FieldState {
    /// Whether it is a field of a signature.
    of_signature: bool,
    /// Whether this update signs it.
    signed: bool,
}

/// The fields of the form of a file.
fn fields(file: &PdfFile<'_>) -> BTreeSet<ObjectId> {
    let form = file.catalog().and_then(|catalog| file.dictionary(catalog, "AcroForm"));
    let mut open: Vec<(&Object, usize)> =
        form.into_iter().flat_map(|form| file.items(form, "Fields")).map(|field| (field, 0)).collect();
    let mut fields = BTreeSet::new();
    while let Some((field, depth)) = open.pop() {
        let Some(id) = field.as_reference().filter(|_| depth < MAX_DEPTH && file.budget().step(1)) else {
            continue;
        };
        if fields.insert(id)
            && let Some(field) = file.object(id).entries()
        {
            open.extend(file.items(field, "Kids").iter().map(|kid| (kid, depth + 1)));
        }
    }
    fields
}

/// Whether a value is what the key of a field holds (ISO 32000-1:2008, 12.7.3 and 12.5.2).
fn is_of_field(key: &[u8], value: &Object, parent: Option<ObjectId>) -> bool {
    match key {
        b"FT" => value.is_name("Sig"),
        b"Type" => value.is_name("Annot"),
        b"Subtype" => value.is_name("Widget"),
        b"T" | b"TU" | b"M" => is_short_text(value),
        b"F" => value.as_integer().is_some(),
        b"P" => value.as_reference().is_some(),
        b"Parent" => parent.is_some() && value.as_reference() == parent,
        b"Rect" => value.as_array().is_some_and(|sides| sides.iter().all(|side| side.as_number().is_some())),
        b"Kids" => value.as_array().is_some(),
        _ => FIELD.contains(&key),
    }
}

/// Whether an object is a part of the extensions of a catalogue: names, numbers and short texts.
fn is_extension(object: &Object, depth: usize) -> bool {
    let below = |object: &Object| depth < 4 && is_extension(object, depth + 1);
    match object {
        Object::Dictionary(entries) => {
            entries.iter().count() <= 8 && entries.iter().all(|(key, value)| key.len() <= 20 && below(value))
        }
        Object::Array(items) => items.len() <= 8 && items.iter().all(below),
        Object::Name(name) => name.len() <= 20,
        Object::Integer(_) => true,
        other => is_short_text(other),
    }
}

fn is_short_text(object: &Object) -> bool {
    object.as_string().is_some_and(|text| text.len() <= MAX_TEXT)
}

/// Whether dictionaries differ only in some keys, of which none is taken away.
fn only_changes(old: &Dictionary, new: &Dictionary, allowed: &[&[u8]], what: &str) -> Result<(), String> {
    let keys: BTreeSet<&[u8]> = old.iter().chain(new.iter()).map(|(key, _)| key).collect();
    for key in keys {
        let (one, other) = (old.get(key), new.get(key));
        let lost = *other == Object::Null && *one != Object::Null;
        if lost || !allowed.contains(&key) && !same_value(one, other) {
            return Err(format!("{what} changes in its key {}", key.escape_ascii()));
        }
    }
    Ok(())
}

/// Whether information dictionaries differ only in the date, and in what a program adds to the producer.
fn same_information(old: &Object, new: &Object) -> bool {
    let (Some(old), Some(new)) = (old.entries(), new.entries()) else { return false };
    let producer = |entries: &'_ Dictionary| entries.get("Producer").as_string().map(<[u8]>::to_vec);
    let begins = |new: Vec<u8>| producer(old).is_some_and(|old| new.starts_with(&old));
    ["Producer", "ModDate"].iter().all(|key| is_short_text(new.get(key)))
        && producer(new).is_some_and(begins)
        && only_changes(old, new, &[b"Producer", b"ModDate"], "").is_ok()
}

/// Words of a seal on one line, with at most 200 characters.
fn plain(text: &str) -> String {
    text.chars()
        .take(MAX_TEXT)
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect()
}
