//! What of a statement is published, field by field.

mod everything;

use std::collections::BTreeSet;
use std::path::Path;

use ags_document::Document;
use ags_statement::Statement;
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
    assert!(public.sign_off.signatures.is_empty() && public.approval(presented()).is_some());
}

/// Statements in which every field of the schema has a value, each of which leaves out what hides another field.
fn variants() -> Vec<Statement> {
    let (_, whole) = everything::everything();
    let whole: Statement = serde_json::from_value(whole).unwrap();
    let hidden: [&[&str]; 5] = [
        &[],
        &["/review/issues", "/review/assessments", "/sign_off/signatures", "/sign_off/events_after"],
        &["/review/issues", "/review/opinions", "/review/prior_issues"],
        &["/local_code/principles/0/assessments/0/score", "/review/assessments", "/review/evidence"],
        &["/sign_off/approvals", "/sign_off/signatories", "/sign_off/signatures", "/sign_off/certification"],
    ];
    let without = |hidden: &&[&str]| {
        let changes: Vec<(&str, Value)> = hidden.iter().map(|pointer| (*pointer, Value::Null)).collect();
        with(&whole, &changes)
    };
    hidden.iter().map(without).collect()
}

fn presentations() -> [Presentation; 2] {
    let plain = Presentation::new(presented());
    [plain.clone(), Presentation { annexes: vec![Annex::Evidence], ..plain }]
}

#[test]
fn every_text_that_is_published_is_printed() {
    let mut wrong = BTreeSet::new();
    let mut statements = variants();
    statements.extend(samples());
    for statement in statements {
        for presentation in presentations() {
            let public = published(&statement, &presentation);
            let document = compose_with(&public, &presentation);
            let printed = serde_json::to_string(&Document { attachments: Vec::new(), ..document }).unwrap();
            let printed = super::spaced(&printed).to_lowercase();
            let public = serde_json::to_value(public).unwrap();
            for (field, text) in texts(&public) {
                if !NEEDED.contains(&field.as_str())
                    && !printed.contains(super::printed(&text).to_lowercase().trim_start_matches("at "))
                {
                    wrong.insert(field);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Texts that need not be printed: the names of what the published data are of, and those of the parts of the code, which
/// the page calls by the framework's own titles.
const NEEDED: [&str; 4] = [
    "/local_code/principles/arrangements/title",
    "/local_code/principles/title",
    "/review/authority",
    "/review/scale/name",
];

/// The texts with the names of their fields, with the words of the page instead of whole sentences.
fn texts(value: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk(value, "", &mut |field, value| {
        if let Some(text) = value.as_str().filter(|text| text.contains(' ')) {
            found.push((field.to_owned(), text.trim_end_matches('.').to_owned()));
        }
    });
    found
}

/// Every field that a published file can have, and every field that it cannot, as the documentation lists them.
#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads and renews the documentation")]
fn the_documentation_lists_every_field_that_is_published() {
    let (all, _) = everything::everything();
    let all: BTreeSet<String> = all.into_iter().collect();
    let mut public = BTreeSet::new();
    let mut given = BTreeSet::new();
    for statement in variants().into_iter().chain([full::statement()]) {
        given.extend(fields(&serde_json::to_value(&statement).unwrap()));
        for presentation in presentations() {
            public.extend(fields(&serde_json::to_value(published(&statement, &presentation)).unwrap()));
        }
    }
    let missing: Vec<&String> = all.symmetric_difference(&given).collect();
    assert!(missing.is_empty(), "no statement of this test has a value there: {missing:#?}");
    let kept: BTreeSet<String> = all.difference(&public).cloned().collect();
    let list = |fields: &BTreeSet<String>| {
        // Where a fact comes from is one line for all facts.
        let named = fields.iter().filter(|field| !field.ends_with("/source"));
        let lines: Vec<String> = named.map(|field| format!("- `{field}`")).collect();
        lines.join("\n") + "\n"
    };
    let made = format!("### Published\n\n{}\n### Kept in the working file\n\n{}", list(&public), list(&kept));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/privacy.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (words, listed) = page.split_once("### Published\n").unwrap();
    if std::env::var_os("AGS_RENEW").is_some() {
        std::fs::write(&path, format!("{words}{made}")).unwrap();
        return;
    }
    let changed = similar::TextDiff::from_lines(listed, made.trim_start_matches("### Published\n"));
    assert!(
        listed == made.trim_start_matches("### Published\n"),
        "docs/privacy.md lists other fields; decide whether each may be published, and renew it with AGS_RENEW=1:\n{}",
        changed.unified_diff().context_radius(1)
    );
}

/// The fields that have a value, without the places in lists.
fn fields(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(value, "", &mut |field, _| {
        found.insert(field.to_owned());
    });
    found
}

fn walk(value: &Value, path: &str, visit: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let nested = name == "arrangements" && path.contains("arrangements");
                let key = path.ends_with("/scales") && value.is_object();
                let path = if nested || key { path.to_owned() } else { format!("{path}/{name}") };
                match name.as_str() {
                    "source" => visit(&path, value),
                    _ => walk(value, &path, visit),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, path, visit)),
        _ => visit(path, value),
    }
}
