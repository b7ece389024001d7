//! A statement with a value in every field of its schema, each text with the name of its field.

use ags_statement::Statement;
use serde_json::{Map, Value, json};

/// The text at a field: nothing else has these words.
pub fn words(field: &str) -> String {
    format!("At {field}!")
}

/// The fields of a statement that hold a value and no further fields, and a statement with all of them.
pub fn everything() -> (Vec<String>, Value) {
    let schema = schemars::schema_for!(Statement).to_value();
    let mut reader = Reader { definitions: schema["$defs"].clone(), fields: Vec::new() };
    let value = reader.value(&schema, "", &mut Vec::new()).unwrap();
    reader.fields.sort();
    reader.fields.dedup();
    (reader.fields, value)
}

struct Reader {
    definitions: Value,
    fields: Vec<String>,
}

impl Reader {
    /// A value of a schema; none where it would be an arrangement in an arrangement in an arrangement.
    fn value(&mut self, schema: &Value, at: &str, within: &mut Vec<String>) -> Option<Value> {
        if let Some(name) = schema["$ref"].as_str().and_then(|it| it.rsplit('/').next()) {
            return self.defined(name, at, within);
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            let given = choices.iter().find(|choice| choice["type"] != "null")?;
            return self.value(given, at, within);
        }
        if let Some(fields) = schema["properties"].as_object() {
            let fields = fields.clone();
            let mut values = Map::new();
            for (name, field) in &fields {
                let nested = name == "arrangements" && at.contains("arrangements");
                let path = if nested { at.to_owned() } else { format!("{at}/{name}") };
                values.extend(self.value(field, &path, within).map(|value| (name.clone(), value)));
            }
            return Some(Value::Object(values));
        }
        if let Some(of) =
            schema["patternProperties"].as_object().and_then(|patterns| patterns.values().next())
        {
            let value = self.value(&of.clone(), at, within)?;
            return Some(json!({ ID: value }));
        }
        if schema["items"].is_object() {
            let item = self.value(&schema["items"].clone(), at, within);
            return Some(Value::Array(item.into_iter().collect()));
        }
        self.fields.push(at.to_owned());
        Some(scalar(schema, at))
    }

    fn defined(&mut self, name: &str, at: &str, within: &mut Vec<String>) -> Option<Value> {
        if name == "Arrangement" && within.iter().filter(|one| *one == name).count() == 2 {
            return None;
        }
        let value = match name {
            // What is illustrative is published, the reason for it is not.
            "Provenance" => Some(json!({ "illustrative": words(at) })),
            "Text" => Some(json!(words(at))),
            "When" => Some(json!("2022-01")),
            "FinancialYear" => Some(json!("2021/22")),
            "WebAddress" => Some(json!(format!("https://www.example.org{at}"))),
            "FrameworkRef" => Some(json!("A")),
            "AuthorityCode" => Some(json!("ABCD")),
            "GssCode" => Some(json!("E01234567")),
            _ => None,
        };
        if let Some(value) = value {
            self.fields.push(at.to_owned());
            return Some(value);
        }
        within.push(name.to_owned());
        let definition = self.definitions[name].clone();
        let value = self.value(&definition, at, within);
        within.pop();
        value
    }
}

/// Every identifier, so that whatever refers to something finds it.
const ID: &str = "X-1";

fn scalar(schema: &Value, at: &str) -> Value {
    if let Some(only) = schema.get("const") {
        return only.clone();
    }
    let choices =
        schema["oneOf"].as_array().map(|choices| choices.iter().map(|one| one["const"].clone()).collect());
    if let Some(choices) = choices.or_else(|| schema["enum"].as_array().cloned()) {
        let mut preferred =
            PREFERRED.iter().filter(|(field, _)| at.ends_with(field)).map(|(_, value)| json!(value));
        return preferred.find(|value| choices.contains(value)).unwrap_or_else(|| choices[0].clone());
    }
    let is = |kind: &str| {
        schema["type"] == kind || schema["type"].as_array().is_some_and(|kinds| kinds.contains(&json!(kind)))
    };
    match schema["pattern"].as_str() {
        _ if is("boolean") => json!(true),
        _ if is("integer") => json!(1),
        // The evidence that something refers to is that of the review.
        Some("^[A-Za-z0-9.-]{1,64}$") if at.starts_with("/local_code/") && at.ends_with("/evidence/id") => {
            json!(at.trim_start_matches("/local_code/").replace('/', "."))
        }
        Some("^[A-Za-z0-9.-]{1,64}$") => json!(ID),
        Some("^[0-9a-f]{64}$") => json!("0".repeat(64)),
        _ if schema["format"] == "date" => json!("2022-01-02"),
        _ => panic!("no value for {at}: {schema}"),
    }
}

/// Choices with which more is printed, and those that are not left out as the usual ones.
const PREFERRED: [(&str, &str); 9] = [
    ("/evidence/state", "in-development"),
    ("/detection", "found"),
    ("/decision", "again"),
    ("/status", "open"),
    ("/framework", "cipfa-solace-2016"),
    ("/review/assurances/kind", "external-audit"),
    ("/matters/kind", "other"),
    ("/outcome", "carried"),
    ("/considerations/outcome", "referred-back"),
];
