//! Every field of the model is compared, and what does not count is not.

use schemars::schema_for;
use serde_json::{Map, Value, json};

use super::{Change, ChangeKind, Item, compare, compare_values};
use crate::sample;
use crate::statement::Statement;

/// A value of everything that the schema of a statement allows: each field, and one item in each list.
fn of_everything() -> Value {
    let schema = schema_for!(Statement);
    let mut count = 0;
    value_of(schema.as_value(), schema.as_value(), &mut Vec::new(), &mut count)
}

fn value_of(root: &Value, schema: &Value, open: &mut Vec<String>, count: &mut u32) -> Value {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        if open.iter().any(|one| one == reference) {
            return Value::Null;
        }
        open.push(reference.to_owned());
        let value = value_of(root, root.pointer(&reference[1..]).unwrap(), open, count);
        open.pop();
        return value;
    }
    for choice in ["anyOf", "oneOf", "allOf"] {
        if let Some(choices) = schema.get(choice).and_then(Value::as_array) {
            let chosen = choices.iter().rfind(|one| one.get("type") != Some(&json!("null"))).unwrap();
            return value_of(root, chosen, open, count);
        }
    }
    if let Some(constant) = schema.get("const") {
        return constant.clone();
    }
    if let Some(first) = schema.pointer("/enum/0") {
        return first.clone();
    }
    *count += 1;
    let kind = schema.get("type").map(|kind| kind.as_array().map_or(kind, |kinds| &kinds[0]));
    match kind.and_then(Value::as_str) {
        Some("object") => {
            let mut fields = Map::new();
            if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
                for (name, schema) in properties {
                    fields.insert(name.clone(), value_of(root, schema, open, count));
                }
            } else {
                let schema = schema.get("additionalProperties").unwrap();
                fields.insert("key".into(), value_of(root, schema, open, count));
            }
            fields.retain(|_, value| !value.is_null());
            Value::Object(fields)
        }
        Some("array") => match value_of(root, &schema["items"], open, count) {
            Value::Null => Value::Null,
            item => json!([item]),
        },
        Some("integer") => json!(*count),
        Some("boolean") => json!(true),
        _ => json!(format!("words {count}")),
    }
}

/// Every place in a value, as JSON pointers.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), into));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, &format!("{at}/{index}"), into));
        }
        _ => {}
    }
}

fn is_compared(at: &str) -> bool {
    let sign_off = at.starts_with("/sign_off");
    let of_sign_off =
        ["/sign_off/certification", "/sign_off/events_after"].iter().any(|one| at.starts_with(one));
    let never =
        at.is_empty() || at.ends_with("/schema") || at.starts_with("/answers") || at.starts_with("/notes");
    !never && (!sign_off || of_sign_off)
}

/// The value with something else at a place.
fn changed(value: &Value, at: &str) -> Value {
    let mut value = value.clone();
    let there = value.pointer_mut(at).unwrap();
    *there = match there.take() {
        Value::String(words) => json!(format!("{words} more")),
        Value::Number(number) => json!(number.as_i64().unwrap() + 1),
        Value::Bool(flag) => json!(!flag),
        Value::Array(mut items) => {
            items.push(json!("another"));
            Value::Array(items)
        }
        other => other,
    };
    value
}

fn without(value: &Value, at: &str) -> Value {
    let mut value = value.clone();
    let (parent, name) = at.rsplit_once('/').unwrap();
    match value.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.remove(name)),
        Value::Array(items) => drop(items.remove(name.parse().unwrap())),
        _ => unreachable!(),
    }
    value
}

#[test]
fn no_field_of_the_model_changes_unseen() {
    let mut whole = of_everything();
    for signed_off in [true, false] {
        if !signed_off {
            whole["sign_off"].as_object_mut().unwrap().remove("events_after");
        }
        let mut all = Vec::new();
        places(&whole, "", &mut all);
        assert!(all.len() > 300, "{}", all.len());
        for at in all.iter().filter(|at| is_compared(at)) {
            if signed_off && at.starts_with("/review/events_after") {
                continue;
            }
            let mut versions = vec![without(&whole, at)];
            if !whole.pointer(at).unwrap().is_object() {
                versions.push(changed(&whole, at));
            }
            for version in versions {
                let there = compare_values(whole.clone(), version.clone());
                let back = compare_values(version, whole.clone());
                assert!(!there.is_empty() && !back.is_empty(), "{at} is not compared");
            }
        }
    }
}

#[test]
fn the_record_of_the_sign_off_answers_and_notes_are_not_compared() {
    let whole = of_everything();
    let mut all = Vec::new();
    places(&whole, "", &mut all);
    let mut seen = 0;
    for at in all.iter().filter(|at| !at.is_empty() && !at.ends_with("/schema") && !is_compared(at)) {
        if *at != "/sign_off" {
            assert_eq!(compare_values(whole.clone(), changed(&whole, at)), [], "{at}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

/// What changes where the sample is changed.
fn changes(change: impl FnOnce(&mut Statement)) -> Vec<Change> {
    let before = sample::statement();
    let mut after = before.clone();
    change(&mut after);
    compare(&before, &after)
}

fn only(change: impl FnOnce(&mut Statement)) -> Change {
    let mut changes = changes(change);
    assert_eq!(changes.len(), 1, "{changes:?}");
    changes.remove(0)
}

#[test]
fn nothing_changed_is_no_change() {
    assert_eq!(changes(|_| {}), []);
}

#[test]
fn typography_and_order_are_not_of_substance() {
    let respelt = only(|statement| {
        let issue = &mut statement.review.issues[0];
        issue.text = issue.text.to_uppercase().replace(' ', "  ").parse().unwrap();
    });
    assert!(!respelt.is_of_substance, "{respelt:?}");
    assert_eq!(respelt.kind, ChangeKind::Reworded);
    let reordered = changes(|statement| {
        statement.review.assessments.reverse();
        statement.local_code.principles.reverse();
    });
    assert_eq!(reordered, []);
    let source = only(|statement| {
        let source = json!({ "document": { "id": "review" } });
        statement.review.issues[0].source = serde_json::from_value(source).unwrap();
    });
    assert!(!source.is_of_substance);
    let illustrative = only(|statement| {
        statement.review.issues[0].source =
            serde_json::from_value(json!({ "illustrative": "made up" })).unwrap();
    });
    assert!(illustrative.is_of_substance, "the mark is printed");
}

#[test]
fn levels_and_days_have_a_direction() {
    let lowered = only(|statement| {
        statement.review.assessments[0].level = Some(governance_model::AssuranceLevel::No);
    });
    assert_eq!((lowered.item, lowered.kind), (Item::Assessment, ChangeKind::Lowered));
    assert_eq!(lowered.id.as_deref(), Some("A, 2021/22"));
    let later = only(|statement| statement.review.actions[0].due = Some("2031-03".parse().unwrap()));
    assert_eq!((later.item, later.kind), (Item::Action, ChangeKind::Later));
    assert_eq!(later.after.as_deref(), Some("March 2031"));
    let status = only(|statement| {
        statement.review.actions[0].status = governance_model::ActionStatus::Delayed;
    });
    assert_eq!((status.kind, status.after.as_deref()), (ChangeKind::Changed, Some("delayed")));
}

#[test]
fn an_item_is_added_or_removed_as_a_whole_and_found_wherever_it_stands() {
    let added = only(|statement| {
        let mut issue = statement.review.issues[0].clone();
        issue.id = "ISS-0".parse().unwrap();
        statement.review.issues.insert(0, issue);
    });
    assert_eq!(
        (added.item, added.kind, added.id.as_deref()),
        (Item::Issue, ChangeKind::Added, Some("ISS-0"))
    );
    assert_eq!((added.pointer.as_deref(), added.pointer_before), (Some("/review/issues/0"), None));
    let removed = only(|statement| statement.review.issues.clear());
    assert_eq!((removed.kind, removed.id.as_deref()), (ChangeKind::Removed, Some("ISS-2022-1")));
    assert_eq!((removed.pointer, removed.pointer_before.as_deref()), (None, Some("/review/issues/0")));
}

#[test]
fn an_owner_is_replaced_in_one_change() {
    let owner = only(|statement| statement.review.actions[0].owners = vec!["Town Clerk".parse().unwrap()]);
    assert_eq!((owner.field.as_deref(), owner.after.as_deref()), (Some("owners"), Some("Town Clerk")));
    assert!(owner.to_string().starts_with("action ACT-2022-1, owners: changed from \""), "{owner}");
}

#[test]
fn an_opinion_is_reworded_and_not_replaced() {
    let opinion =
        only(|statement| statement.review.opinions[0].text = "It is fit for purpose.".parse().unwrap());
    assert_eq!((opinion.item, opinion.kind), (Item::Opinion, ChangeKind::Reworded));
}

#[test]
fn events_are_those_in_force_wherever_they_are_recorded() {
    let events = json!({ "until": "2022-11-28", "events": [{ "text": "The director left." }] });
    let events: governance_model::EventsAfter = serde_json::from_value(events).unwrap();
    let mut before = sample::statement();
    before.review.events_after = Some(events.clone());
    before.sign_off.events_after = None;
    let mut after = before.clone();
    after.sign_off.events_after = after.review.events_after.take();
    assert_eq!(compare(&before, &after), []);
    after.sign_off.events_after.as_mut().unwrap().events.clear();
    let changes = compare(&before, &after);
    assert_eq!(changes[0].pointer_before.as_deref(), Some("/review/events_after/events/0"));
    after.sign_off.events_after = Some(events);
    after.sign_off.events_after.as_mut().unwrap().until = sample::day(2022, 11, 29);
    let changes = compare(&before, &after);
    assert_eq!((changes.len(), changes[0].kind), (1, ChangeKind::Later));
    assert_eq!(changes[0].pointer.as_deref(), Some("/sign_off/events_after/until"));
}

#[test]
fn a_score_is_raised_by_the_direction_of_its_scale() {
    let of = |worst: u8, best: u8, value: u8| {
        json!({ "local_code": { "scales": { "s": { "worst": worst, "best": best } } },
            "review": { "assessments": [{ "framework_ref": "A", "score": { "scale": "s", "value": value } }] } })
    };
    let kind = |worst, best| compare_values(of(worst, best, 2), of(worst, best, 3))[0].kind;
    assert_eq!((kind(1, 4), kind(4, 1)), (ChangeKind::Raised, ChangeKind::Lowered));
}

#[test]
fn an_identifier_used_twice_is_matched_in_its_order() {
    let of = |words: [&str; 2]| json!({ "review": { "gaps": [{ "id": "G", "text": words[0] }, { "id": "G", "text": words[1] }] } });
    let changes = compare_values(of(["one", "two"]), of(["one", "three"]));
    assert_eq!((changes.len(), changes[0].pointer.as_deref()), (1, Some("/review/gaps/1/text")));
}

#[test]
fn a_change_is_written_as_json_and_read_back() {
    let change = only(|statement| statement.review.actions.clear());
    let json = serde_json::to_value(&change).unwrap();
    assert_eq!((&json["item"], &json["kind"]), (&json!("action"), &json!("removed")));
    assert_eq!(serde_json::from_value::<Change>(json).unwrap(), change);
}
