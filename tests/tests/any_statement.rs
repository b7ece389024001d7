//! Any statement that can be read can be checked, composed and drawn, or is refused with a typed error; what is published
//! of it makes the same document, and that is what the PDF holds; and the schema accepts just those that can be read.

use std::sync::LazyLock;

use ags::compose::STATEMENT_FILE;
use ags::statement::SignOff;
use ags::{Annex, Presentation, Statement};
use chrono::NaiveDate;
use governance_model::{AnnualReview, LocalCode, read};
use proptest::prelude::*;
use serde_json::Value;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

/// Leicestershire's final statement, with three pieces of evidence an arrangement so that many can be tried.
fn statement() -> Value {
    let file = |name: &str| std::fs::read(format!("{FIXTURE}/{name}")).unwrap();
    let mut code: LocalCode = read::toml(&file("local-code.toml"), "local-code.toml").unwrap();
    for principle in &mut code.principles {
        for arrangement in &mut principle.arrangements {
            arrangement.evidence.truncate(3);
        }
    }
    let mut review: AnnualReview = read::toml(&file("review.toml"), "review.toml").unwrap();
    for assessment in &mut review.assessments {
        for chosen in [&mut assessment.evidence, &mut assessment.key_points] {
            chosen.retain(|id| code.evidence().any(|(_, evidence)| evidence.id == *id));
        }
    }
    let sign_off: SignOff = read::toml(&file("sign-off-final.toml"), "sign-off-final.toml").unwrap();
    let statement = Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap();
    serde_json::to_value(statement).unwrap()
}

/// A change of one value of a statement.
#[derive(Clone, Debug)]
enum Change {
    Remove,
    Repeat,
    Words(String),
    Number(i64),
    Empty,
}

fn change() -> impl Strategy<Value = Change> {
    let hostile = prop_oneof![
        Just(String::new()),
        Just(" ".to_owned()),
        Just("\n\n".to_owned()),
        Just("<script>alert(1)</script>".to_owned()),
        Just("(un)balanced ) \\ ( %PDF endobj".to_owned()),
        Just("Llŷn, Caerdydd ŵ £5 €6 ½ “quoted”".to_owned()),
        Just("治理".to_owned()),
        Just("x".repeat(3_000)),
        Just("2021/22".to_owned()),
        Just("2022-11-18".to_owned()),
        "\\PC{0,60}",
    ];
    prop_oneof![
        2 => Just(Change::Remove),
        1 => Just(Change::Repeat),
        4 => hostile.prop_map(Change::Words),
        1 => any::<i64>().prop_map(Change::Number),
        1 => Just(Change::Empty),
    ]
}

fn pointers(value: &Value, at: &str, to: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let at = format!("{at}/{name}");
                to.push(at.clone());
                pointers(value, &at, to);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                let at = format!("{at}/{index}");
                to.push(at.clone());
                pointers(value, &at, to);
            }
        }
        _ => {}
    }
}

fn apply(statement: &mut Value, at: &str, change: &Change) {
    let Some((parent, last)) = at.rsplit_once('/') else { return };
    match (statement.pointer_mut(parent), change) {
        (Some(Value::Object(fields)), Change::Remove) => {
            fields.remove(last);
        }
        (Some(Value::Array(items)), Change::Remove) => {
            let index: usize = last.parse().unwrap();
            if index < items.len() {
                items.remove(index);
            }
        }
        (Some(Value::Array(items)), Change::Repeat) => {
            if let Some(item) = items.first().cloned() {
                items.push(item);
            }
        }
        _ => {
            if let Some(value) = statement.pointer_mut(at) {
                match (change, &value) {
                    (Change::Words(words), Value::String(_)) => *value = Value::String(words.clone()),
                    (Change::Number(number), Value::Number(_)) => *value = (*number).into(),
                    (Change::Empty, Value::Array(_)) => *value = Value::Array(Vec::new()),
                    _ => {}
                }
            }
        }
    }
}

/// The statement with changes, one after the other.
fn changed(changes: &[(proptest::sample::Index, Change)]) -> Value {
    let mut value = STATEMENT.clone();
    for (index, change) in changes {
        let mut all = Vec::new();
        pointers(&value, "", &mut all);
        apply(&mut value, index.get(&all).as_str(), change);
    }
    value
}

static STATEMENT: LazyLock<Value> = LazyLock::new(statement);

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = ags::schema::ALL.iter().find(|schema| schema.name == "statement").unwrap();
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema.json()).unwrap()
});

proptest! {
    #[test]
    fn a_changed_statement_is_accepted_by_its_schema_if_and_only_if_it_can_be_read(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), change()), 1..4),
    ) {
        let value = changed(&changes);
        let bytes = serde_json::to_vec(&value).unwrap();
        let read = read::json::<Statement>(&bytes, "statement.json");
        prop_assert_eq!(read.is_ok(), SCHEMA.is_valid(&value), "{:?}", read.err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_statement_is_rejected_or_checked_composed_and_rendered(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), change()), 1..12),
        days in 0u64..4_000,
        with_evidence: bool,
    ) {
        let bytes = serde_json::to_vec(&changed(&changes)).unwrap();
        let Ok(statement) = read::json::<Statement>(&bytes, "statement.json") else { return Ok(()) };
        let as_at = NaiveDate::from_ymd_opt(2015, 4, 1).unwrap() + chrono::Days::new(days);
        let report = ags::check(&statement, as_at);
        prop_assert_eq!(report.results.len(), ags::check(&statement, as_at).results.len());
        prop_assert!(!report.to_string().is_empty());
        let annexes = if with_evidence { vec![Annex::Evidence] } else { Vec::new() };
        let presentation = Presentation { annexes, ..Presentation::new(as_at) };
        let document = ags::compose_with(&statement, &presentation);
        prop_assert_eq!(document.violations(), vec![], "a composed document is valid");
        let published = ags::published(&statement, &presentation);
        prop_assert_eq!(&ags::published(&published, &presentation), &published, "what is published of it is itself");
        prop_assert_eq!(&ags::compose_with(&published, &presentation), &document, "it makes the same document");
        if let Ok(pdf) = render_pdf::render(&document) {
            let found = verify::verify(&pdf).unwrap();
            prop_assert_eq!(found.verdict, verify::Verdict::AsIssued, "{:?}", found.differences);
            let read = verify::ParsedPdf::parse(&pdf).unwrap();
            let held = read.attachments().iter().find(|file| file.name == STATEMENT_FILE).unwrap();
            let expected = published.canonical_json();
            prop_assert_eq!(&held.content, expected.as_bytes());
        }
    }
}
