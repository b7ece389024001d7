//! By what an item of a list is known in two versions, and what kind of item it is.

use serde_json::Value;

use super::change::Item;

/// What the items of a list are.
pub(super) fn item(list: &str) -> Option<Item> {
    Some(match list {
        "issues" => Item::Issue,
        "prior_issues" => Item::PriorIssue,
        "gaps" | "found" => Item::Gap,
        "actions" => Item::Action,
        "prior_actions" => Item::PriorAction,
        "assessments" => Item::Assessment,
        "assurances" => Item::Assurance,
        "opinions" => Item::Opinion,
        "conformances" => Item::Conformance,
        "matters" => Item::Matter,
        "group" => Item::GroupBody,
        "evidence" => Item::Evidence,
        "events" => Item::Event,
        "key_figures" => Item::KeyFigure,
        "roles" => Item::Role,
        "principles" | "arrangements" => Item::Arrangement,
        _ => return None,
    })
}

/// The fields that together tell one item of a list from another, where it has no identifier.
const KEYS: [(&str, &[&str]); 9] = [
    ("assessments", &["framework_ref", "year"]),
    ("citations", &["instrument", "provision"]),
    ("conformances", &["standard"]),
    ("definitions", &["term"]),
    ("group", &["name"]),
    ("jointly_with", &["name"]),
    ("key_figures", &["label"]),
    ("meetings", &["body", "when"]),
    ("scale", &["name"]),
];

/// What an item of a list is known by in both versions; none where only its words tell it from another.
pub(super) fn key(list: &str, item: &Value) -> Option<String> {
    let part = |field: &str| item.get(field).and_then(Value::as_str);
    if let Some(id) = part("id") {
        return Some(id.to_owned());
    }
    let (_, fields) = KEYS.iter().find(|(name, _)| *name == list)?;
    let parts: Vec<&str> = fields.iter().filter_map(|field| part(field)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
