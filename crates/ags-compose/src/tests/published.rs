//! What of a statement is published, field by field.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::{full, presented, samples, with};
use crate::sample::statement;
use crate::{Annex, Presentation, compose_with, published};

#[test]
fn the_document_of_what_is_published_is_the_document_and_publishing_twice_changes_nothing() {
    for statement in samples() {
        for annexes in [Vec::new(), vec![Annex::Evidence]] {
            let presentation = Presentation { annexes, ..Presentation::new(presented()) };
            let public = published(&statement, &presentation);
            assert_eq!(compose_with(&public, &presentation), compose_with(&statement, &presentation));
            assert_eq!(published(&public, &presentation), public);
        }
    }
}

#[test]
fn the_record_of_publication_changes_no_published_file() {
    let unrecorded = with(&statement(), &[("/sign_off/publication", Value::Null)]);
    let presentation = Presentation::new(presented());
    assert_eq!(compose_with(&unrecorded, &presentation), compose_with(&statement(), &presentation));
}

#[test]
fn a_step_of_a_later_day_is_not_published() {
    let presentation = Presentation::new("2022-11-28".parse().unwrap());
    let public = published(&statement(), &presentation);
    assert!(public.sign_off.signatures.is_empty() && public.sign_off.approval().is_some());
}

/// Every field that a published file can have, and every field that it cannot, as the documentation lists them.
#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads and renews the documentation")]
fn the_documentation_lists_every_field_that_is_published() {
    let presentation = Presentation { annexes: vec![Annex::Evidence], ..Presentation::new(presented()) };
    let public = fields(&serde_json::to_value(published(&full::statement(), &presentation)).unwrap());
    let kept = fields(&serde_json::to_value(full::statement()).unwrap());
    let kept: BTreeSet<String> = kept.difference(&public).cloned().collect();
    let list = |fields: &BTreeSet<String>| {
        let lines: Vec<String> = fields.iter().map(|field| format!("- `{field}`")).collect();
        lines.join("\n") + "\n"
    };
    let made = format!("### Published\n\n{}\n### Kept in the working file\n\n{}", list(&public), list(&kept));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/privacy.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (words, listed) = page.split_once("### Published\n").unwrap();
    let renewed = format!("{words}{made}");
    if std::env::var_os("AGS_RENEW").is_some() {
        std::fs::write(&path, &renewed).unwrap();
    }
    assert!(made.ends_with(listed), "docs/privacy.md lists other fields; renew it with AGS_RENEW=1:\n{made}");
}

/// The paths of all values, without the places in lists.
fn fields(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(value, "", &mut found);
    found
}

fn walk(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let nested = name == "arrangements" && path.contains("arrangements");
                let path = if nested { path.to_owned() } else { format!("{path}/{name}") };
                walk(value, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, path, found)),
        _ => {
            found.insert(path.to_owned());
        }
    }
}
