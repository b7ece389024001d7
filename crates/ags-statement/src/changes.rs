//! Two versions of a statement compared by what they say.
//!
//! Both are walked as data, field by field, so that fields of later versions of the model are compared too. Items of a
//! list are matched by their identifier and not by their place.
//!
//! ```
//! use ags_statement::changes::{ChangeKind, Item, compare};
//! let draft = ags_statement::example::statement()?;
//! let mut last = draft.clone();
//! last.review.issues[0].text = "The council found this in its review of contracts.".parse()?;
//! last.sign_off.approvals.clear();
//! let changes = compare(&draft, &last);
//! assert_eq!(changes.len(), 1, "the record of the sign-off is not compared");
//! assert_eq!((changes[0].item, changes[0].kind), (Item::Issue, ChangeKind::Reworded));
//! assert_eq!(changes[0].pointer.as_deref(), Some("/review/issues/0/text"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod change;
mod identity;
mod words;

use std::cmp::Ordering;
use std::collections::{BTreeMap, VecDeque};

use governance_model::{AssuranceLevel, Rag, When};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::statement::Statement;
pub use change::{Change, ChangeKind, Item};

/// Every change of what a statement says between an earlier and a later version of it, in the order of the later one.
///
/// The record of the sign-off, answers to questions and working notes are not compared; what those who sign certify and
/// the events after the year's end are. A list in another order is not changed.
#[must_use]
pub fn compare(before: &Statement, after: &Statement) -> Vec<Change> {
    // A statement is always JSON, as `canonical_json` says.
    let value = |statement| serde_json::to_value(statement).unwrap_or_default();
    compare_values(value(before), value(after))
}

fn compare_values(before: Value, after: Value) -> Vec<Change> {
    let (before, after) = (Said::of(before), Said::of(after));
    let mut walk = Walk { scales: scales(&after.value), changes: Vec::new() };
    walk.values(&before.value, &after.value, &Place::default());
    for change in &mut walk.changes {
        before.correct(change.pointer_before.as_mut());
        after.correct(change.pointer.as_mut());
    }
    walk.changes
}

const EVENTS: &str = "/review/events_after";

/// What a version says: the statement without the record of its sign-off, and with the events in force in the review.
struct Said {
    value: Value,
    has_events_in_sign_off: bool,
}

impl Said {
    fn of(mut value: Value) -> Self {
        let mut events = None;
        if let Some(statement) = value.as_object_mut() {
            statement.retain(|field, _| field != "answers" && field != "notes");
            if let Some(sign_off) = statement.get_mut("sign_off").and_then(Value::as_object_mut) {
                events = sign_off.get_mut("events_after").map(Value::take);
                sign_off.retain(|field, _| field == "certification");
            }
            if let (Some(events), Some(review)) =
                (&events, statement.get_mut("review").and_then(Value::as_object_mut))
            {
                review.insert("events_after".into(), events.clone());
            }
        }
        Self { value, has_events_in_sign_off: events.is_some() }
    }

    /// Makes a pointer to an event lead to where the events are.
    fn correct(&self, pointer: Option<&mut String>) {
        if let Some(pointer) = pointer.filter(|_| self.has_events_in_sign_off)
            && let Some(inside) = pointer.strip_prefix(EVENTS)
        {
            *pointer = format!("/sign_off/events_after{inside}");
        }
    }
}

/// The worst and the best value of every scale of scores, by its identifier.
fn scales(statement: &Value) -> BTreeMap<String, (i64, i64)> {
    let scales = statement.pointer("/local_code/scales").and_then(Value::as_object);
    let ends = |scale: &Value| Some((scale.get("worst")?.as_i64()?, scale.get("best")?.as_i64()?));
    scales.into_iter().flatten().filter_map(|(id, scale)| Some((id.clone(), ends(scale)?))).collect()
}

/// A place in both versions.
#[derive(Clone, Default)]
struct Place {
    before: String,
    after: String,
    item: Option<Item>,
    id: Option<String>,
    /// The path within the item.
    field: Vec<String>,
}

impl Place {
    fn name(&self) -> &str {
        self.field.last().map_or("", String::as_str)
    }

    fn field(&self, name: &str) -> Self {
        let mut field = self.field.clone();
        field.push(name.to_owned());
        let key = name.replace('~', "~0").replace('/', "~1");
        let join = |pointer: &str| format!("{pointer}/{key}");
        Self { before: join(&self.before), after: join(&self.after), field, ..self.clone() }
    }

    /// The place of an item of a list: its indices in both, the one that is missing being that of the other.
    fn item(&self, before: usize, after: usize, key: Option<&str>) -> Self {
        let name = self.name();
        let (item, id, field) = match identity::item(name) {
            Some(item) => (Some(item), key.map(str::to_owned), Vec::new()),
            None => (self.item, self.id.clone(), self.field.clone()),
        };
        Self {
            before: format!("{}/{before}", self.before),
            after: format!("{}/{after}", self.after),
            item,
            id,
            field,
        }
    }
}

/// Walks two versions and lists what changed.
struct Walk {
    scales: BTreeMap<String, (i64, i64)>,
    changes: Vec<Change>,
}

impl Walk {
    fn push(
        &mut self,
        place: &Place,
        kind: ChangeKind,
        before: Option<String>,
        after: Option<String>,
        is_of_substance: bool,
    ) {
        // The first part of the path is the document, which tells a reader nothing.
        let outer = place.item.is_none() && place.field.len() > 1;
        let field = place.field.get(usize::from(outer)..).unwrap_or_default().join("/");
        self.changes.push(Change {
            item: place.item.unwrap_or(Item::Other),
            id: place.id.clone(),
            field: (!field.is_empty()).then_some(field),
            kind,
            pointer: (kind != ChangeKind::Removed).then(|| place.after.clone()),
            pointer_before: (kind != ChangeKind::Added).then(|| place.before.clone()),
            before,
            after,
            is_of_substance,
        });
    }

    /// A field that one of the versions, or both, have.
    fn either(&mut self, before: Option<&Value>, after: Option<&Value>, place: &Place) {
        match (before, after) {
            (Some(before), Some(after)) => self.values(before, after, place),
            (Some(only), None) => self.only(only, place, ChangeKind::Removed),
            (None, Some(only)) => self.only(only, place, ChangeKind::Added),
            (None, None) => {}
        }
    }

    /// A value that only one version has: each item of a list, and anything else as a whole.
    fn only(&mut self, only: &Value, place: &Place, kind: ChangeKind) {
        let name = place.name();
        if let Some(items) = only.as_array()
            && items.iter().any(Value::is_object)
        {
            for (index, item) in items.iter().enumerate() {
                let key = identity::key(name, item);
                self.only_item(item, &place.item(index, index, key.as_deref()), name, kind);
            }
            return;
        }
        self.only_item(only, place, name, kind);
    }

    fn only_item(&mut self, only: &Value, place: &Place, name: &str, kind: ChangeKind) {
        let words = Some(words::of(name, only));
        let substance = name != "source" || is_illustrative(only);
        let (before, after) = if kind == ChangeKind::Added { (None, words) } else { (words, None) };
        self.push(place, kind, before, after, substance);
    }

    fn values(&mut self, before: &Value, after: &Value, place: &Place) {
        if before == after {
            return;
        }
        let name = place.name();
        match (before, after) {
            _ if name == "source" => {
                let substance = is_illustrative(before) != is_illustrative(after);
                let (before, after) = (words::of(name, before), words::of(name, after));
                self.push(place, ChangeKind::Changed, Some(before), Some(after), substance);
            }
            (Value::Object(before), Value::Object(after)) => self.objects(before, after, place),
            (Value::Array(before), Value::Array(after)) => self.lists(before, after, place),
            (before, after) => {
                let substance = match (before.as_str(), after.as_str()) {
                    (Some(before), Some(after)) => words::plain(before) != words::plain(after),
                    _ => true,
                };
                let kind = scalar(name, before, after);
                self.push(
                    place,
                    kind,
                    Some(words::of(name, before)),
                    Some(words::of(name, after)),
                    substance,
                );
            }
        }
    }

    fn objects(&mut self, before: &Map<String, Value>, after: &Map<String, Value>, place: &Place) {
        let removed = before.keys().filter(|field| !after.contains_key(*field));
        for field in after.keys().chain(removed).filter(|field| *field != "schema") {
            let (old, new) = (before.get(field), after.get(field));
            if let Some(kind) = self.score(before, after, field) {
                let words = |value: Option<&Value>| value.map(|value| words::of(field, value));
                self.push(&place.field(field), kind, words(old), words(new), true);
            } else {
                self.either(old, new, &place.field(field));
            }
        }
    }

    /// How a score changed, where both are on one scale.
    fn score(
        &self,
        before: &Map<String, Value>,
        after: &Map<String, Value>,
        field: &str,
    ) -> Option<ChangeKind> {
        let scale = after.get("scale").filter(|scale| field == "value" && before.get("scale") == Some(scale));
        let (worst, best) = *self.scales.get(scale?.as_str()?)?;
        let value = |score: &Map<String, Value>| score.get("value").and_then(Value::as_i64);
        let (before, after) = (value(before)?, value(after)?);
        let order = if best < worst { before.cmp(&after) } else { after.cmp(&before) };
        risen(order)
    }

    fn lists(&mut self, before: &[Value], after: &[Value], place: &Place) {
        if before.iter().chain(after).any(Value::is_object) {
            self.items(before, after, place);
        } else {
            self.entries(before, after, place);
        }
    }

    /// Items with fields: by their key; without one by what they say, and what is left in pairs in their order.
    fn items(&mut self, before: &[Value], after: &[Value], place: &Place) {
        let list = place.name().to_owned();
        let mut known: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (index, item) in before.iter().enumerate() {
            known.entry(mark(&list, item)).or_default().push_back(index);
        }
        let mut pairs: Vec<(Option<usize>, usize)> = Vec::new();
        for (index, item) in after.iter().enumerate() {
            pairs.push((known.get_mut(&mark(&list, item)).and_then(VecDeque::pop_front), index));
        }
        let mut left: Vec<usize> = known.into_values().flatten().collect();
        left.sort_unstable();
        let keyed =
            |index: &usize| before.get(*index).is_some_and(|item| identity::key(&list, item).is_some());
        let (removed, nameless): (Vec<usize>, Vec<usize>) = left.into_iter().partition(keyed);
        let mut nameless = VecDeque::from(nameless);
        for (old, new) in pairs {
            let Some(item) = after.get(new) else { continue };
            let key = identity::key(&list, item);
            let old = old.or_else(|| nameless.pop_front().filter(|_| key.is_none()));
            let at = place.item(old.unwrap_or(new), new, key.as_deref());
            match old.and_then(|old| before.get(old)) {
                Some(old) => self.values(old, item, &at),
                None => self.only_item(item, &at, &list, ChangeKind::Added),
            }
        }
        for index in removed.into_iter().chain(nameless) {
            let Some(item) = before.get(index) else { continue };
            let at = place.item(index, index, identity::key(&list, item).as_deref());
            self.only_item(item, &at, &list, ChangeKind::Removed);
        }
    }

    /// Entries that are words, such as owners: those that only one version has, as one change.
    fn entries(&mut self, before: &[Value], after: &[Value], place: &Place) {
        let name = place.name();
        let plain = |value: &Value| words::plain(&words::of(name, value));
        let mut known: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (index, entry) in before.iter().enumerate() {
            known.entry(plain(entry)).or_default().push_back(index);
        }
        let (mut added, mut respelt) = (Vec::new(), Vec::new());
        for entry in after {
            let same = known.get_mut(&plain(entry)).and_then(VecDeque::pop_front);
            match same.and_then(|index| before.get(index)) {
                Some(same) if same == entry => {}
                Some(other) => respelt.push((other, entry)),
                None => added.push(entry),
            }
        }
        let mut left: Vec<usize> = known.into_values().flatten().collect();
        left.sort_unstable();
        let removed: Vec<&Value> = left.into_iter().filter_map(|index| before.get(index)).collect();
        for (before, after) in respelt {
            let (before, after) = (words::of(name, before), words::of(name, after));
            self.push(place, ChangeKind::Reworded, Some(before), Some(after), false);
        }
        let all = |entries: Vec<&Value>| {
            let words: Vec<String> = entries.into_iter().map(|entry| words::of(name, entry)).collect();
            (!words.is_empty()).then(|| words.join("; "))
        };
        let (removed, added) = (all(removed), all(added));
        if removed.is_some() || added.is_some() {
            self.push(place, ChangeKind::Changed, removed, added, true);
        }
    }
}

/// What an item is matched by: its key, or without one all that it says.
fn mark(list: &str, item: &Value) -> String {
    identity::key(list, item).unwrap_or_else(|| format!("\n{item}"))
}

fn is_illustrative(source: &Value) -> bool {
    source.get("illustrative").is_some()
}

/// How a value that is no list and has no fields changed.
fn scalar(name: &str, before: &Value, after: &Value) -> ChangeKind {
    let (Some(old), Some(new)) = (before.as_str(), after.as_str()) else { return ChangeKind::Changed };
    let levels =
        || Some(AssuranceLevel::deserialize(after).ok()?.cmp(&AssuranceLevel::deserialize(before).ok()?));
    let rags = || Some(Rag::deserialize(after).ok()?.cmp(&Rag::deserialize(before).ok()?));
    let order = match name {
        "level" => levels(),
        "rag" => rags(),
        _ => None,
    };
    if let Some(kind) = order.and_then(risen) {
        return kind;
    }
    let last = |words: &str| Some(words.parse::<When>().ok()?.days()?.1);
    if words::is_date_field(name)
        && let (Some(old), Some(new)) = (last(old), last(new))
    {
        return match new.cmp(&old) {
            Ordering::Less => ChangeKind::Earlier,
            Ordering::Greater => ChangeKind::Later,
            Ordering::Equal => ChangeKind::Changed,
        };
    }
    let has_words = |words: &str| words.contains(char::is_whitespace);
    if has_words(old) || has_words(new) { ChangeKind::Reworded } else { ChangeKind::Changed }
}

const fn risen(order: Ordering) -> Option<ChangeKind> {
    match order {
        Ordering::Less => Some(ChangeKind::Lowered),
        Ordering::Greater => Some(ChangeKind::Raised),
        Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests;
