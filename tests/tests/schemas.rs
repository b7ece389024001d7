//! The published schemas are those of the types, and accept and reject what the reader accepts and rejects.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ags::schema::{ALL, DocumentSchema};
use ags::statement::SignOff;
use ags::{Annex, Presentation, Section, Statement};
use governance_model::{AnnualReview, LocalCode, Versioned, read};
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A validator that is not ours, of the schema with this name.
fn validator(name: &str) -> Validator {
    let schema = ALL.iter().find(|schema| schema.name == name).unwrap();
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema.json()).unwrap()
}

fn assert_valid(name: &str, value: &Value, what: &str) {
    let errors: Vec<String> = validator(name)
        .iter_errors(value)
        .map(|error| format!("{what}: {}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

fn published(schema: &DocumentSchema) -> PathBuf {
    Path::new(ROOT).join(format!("schemas/{}-{}.json", schema.name, schema.version))
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for schema in ALL {
        let (path, text) = (published(schema), format!("{:#}\n", schema.json()));
        if std::env::var_os("AGS_RENEW").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        assert!(
            fs::read_to_string(&path).is_ok_and(|known| known == text),
            "{} is not the schema of {schema}; run this test with AGS_RENEW=1 to write it, and read what changed: \
             a document of this version that was valid must stay valid",
            path.display()
        );
    }
}

#[test]
fn each_schema_is_one_of_draft_2020_12_and_has_a_name_of_its_own() {
    for schema in ALL {
        let json = schema.json();
        assert_eq!(json["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(json["$id"], format!("urn:ags:schema:{}:{}", schema.name, schema.version));
        assert!(jsonschema::draft202012::meta::is_valid(&json), "{schema}");
        assert_eq!(ALL.iter().filter(|one| one.to_string() == schema.to_string()).count(), 1);
    }
}

/// Every description in a schema.
fn descriptions(schema: &Value) -> Vec<&str> {
    match schema {
        Value::Object(fields) => {
            let own = fields.get("description").and_then(Value::as_str);
            own.into_iter().chain(fields.values().flat_map(descriptions)).collect()
        }
        Value::Array(items) => items.iter().flat_map(descriptions).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_description_has_no_example_and_no_link_of_a_doc_comment() {
    for schema in ALL {
        let json = schema.json();
        let descriptions = descriptions(&json);
        // The house style is the smallest.
        assert!(descriptions.len() >= 7, "{schema} has {}", descriptions.len());
        for description in descriptions {
            let marked = ["```", "[`", "]("].iter().any(|mark| description.contains(mark));
            assert!(!marked && !description.is_empty(), "{schema}: {description}");
        }
    }
}

/// Every TOML file of the councils, with the name of the document it is.
fn fixtures() -> Vec<(PathBuf, String)> {
    let (mut open, mut found) = (vec![Path::new(ROOT).join("fixtures/councils")], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let first = fs::read_to_string(&path).unwrap().lines().next().unwrap().to_owned();
                let name = first.strip_prefix("schema = \"").and_then(|rest| rest.strip_suffix("/1\""));
                let name = name.unwrap_or_else(|| panic!("{}: {first}", path.display())).to_owned();
                found.push((path, name));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_fixture_names_its_schema_and_is_valid_before_it_is_read() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 16, "{fixtures:?}");
    for (path, name) in fixtures {
        let value: Value = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert_valid(&name, &value, &path.display().to_string());
    }
}

fn file<D: Versioned + DeserializeOwned>(council: &str, name: &str) -> D {
    let path = format!("{ROOT}/fixtures/councils/{council}/{name}");
    read::toml(&fs::read(&path).unwrap(), &path).unwrap_or_else(|error| panic!("{error}"))
}

fn statement(council: &str, sign_off: &str) -> Statement {
    let code: LocalCode = file(council, "local-code.toml");
    let review: AnnualReview = file(council, "review.toml");
    let sign_off: SignOff = file(council, sign_off);
    Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap()
}

static LEICESTERSHIRE: LazyLock<Value> = LazyLock::new(|| {
    serde_json::to_value(statement("leicestershire/2021-22", "sign-off-final.toml")).unwrap()
});

#[test]
fn the_statements_and_reports_of_the_five_councils_are_valid() {
    for (council, sign_off) in [
        ("colchester/2019-20", "sign-off.toml"),
        ("kent", "sign-off.toml"),
        ("leicestershire/2021-22", "sign-off-draft.toml"),
        ("leicestershire/2021-22", "sign-off-final.toml"),
        ("southend-on-sea/2020-21", "sign-off.toml"),
        ("stevenage/2009-10", "sign-off.toml"),
    ] {
        let statement = statement(council, sign_off);
        let as_at = "2022-05-31".parse().unwrap();
        let reports = [ags::check(&statement, as_at), ags::check_code(&statement.local_code, as_at)];
        assert_valid("statement", &serde_json::to_value(&statement).unwrap(), council);
        let presentation = Presentation {
            annexes: vec![Annex::Evidence],
            sections: Section::ALL.into(),
            signature_fields: true,
            ..Presentation::new(as_at)
        };
        assert_valid("presentation", &serde_json::to_value(&presentation).unwrap(), council);
        let published = ags::published(&statement, &presentation);
        assert_valid("statement", &serde_json::to_value(&published).unwrap(), council);
        for report in reports {
            assert_valid("report", &serde_json::to_value(&report).unwrap(), council);
        }
    }
}

#[test]
fn the_examples_are_valid_and_so_is_the_report_on_the_return() {
    let agar = ags::example::agar().unwrap();
    assert_valid("agar", &serde_json::to_value(&agar).unwrap(), "the return");
    assert_valid("waivers", &serde_json::to_value(ags::example::waivers().unwrap()).unwrap(), "the waivers");
    assert_valid(
        "statement",
        &serde_json::to_value(ags::example::statement().unwrap()).unwrap(),
        "the statement",
    );
    let report = ags::check_agar(&agar, "2022-11-30".parse().unwrap());
    assert_valid("report", &serde_json::to_value(report).unwrap(), "the report on the return");
}

#[test]
fn what_is_written_begins_with_its_name_and_version_and_so_does_each_document_in_it() {
    let statement = &*LEICESTERSHIRE;
    for (at, name) in [
        ("", "statement/1"),
        ("/local_code", "local-code/1"),
        ("/review", "review/1"),
        ("/sign_off", "sign-off/1"),
    ] {
        let (first, value) = statement.pointer(at).unwrap().as_object().unwrap().iter().next().unwrap();
        assert_eq!((first.as_str(), value), ("schema", &json!(name)));
    }
}

/// The statement with something else at a place.
fn with(at: &str, value: Value) -> Value {
    let mut statement = LEICESTERSHIRE.clone();
    let (parent, last) = at.rsplit_once('/').unwrap();
    match statement.pointer_mut(parent).unwrap_or_else(|| panic!("{parent}")) {
        Value::Object(fields) => drop(fields.insert(last.to_owned(), value)),
        Value::Array(items) => items[last.parse::<usize>().unwrap()] = value,
        other => panic!("{other}"),
    }
    statement
}

fn without(at: &str) -> Value {
    let mut statement = LEICESTERSHIRE.clone();
    let (parent, last) = at.rsplit_once('/').unwrap();
    statement.pointer_mut(parent).unwrap().as_object_mut().unwrap().shift_remove(last).unwrap();
    statement
}

/// Whether the reader takes it and whether the schema does.
fn taken(statement: &Value, valid: &Validator) -> [bool; 2] {
    let bytes = serde_json::to_vec(statement).unwrap();
    [read::json::<Statement>(&bytes, "statement.json").is_ok(), valid.is_valid(statement)]
}

#[test]
fn what_the_reader_takes_the_schema_takes() {
    let valid = validator("statement");
    let evidence = "/local_code/principles/0/arrangements/0/evidence/0";
    for right in [
        LEICESTERSHIRE.clone(),
        without("/schema"),
        without("/sign_off"),
        with("/found", json!([])),
        with("/review/year", json!("2021-2022")),
        with("/review/year", json!("1999/00")),
        with("/review/year", Value::Null),
        with("/review/summary/text", json!("ŵ".repeat(20_000))),
        with("/review/summary/text", json!("one\ntwo\tthree")),
        with(&format!("{evidence}/id"), json!("e".repeat(64))),
        with(&format!("{evidence}/when"), json!("2024-02-29")),
        with(&format!("{evidence}/when"), json!("0000-02-29")),
        with(&format!("{evidence}/when"), json!("2021-12")),
        with(&format!("{evidence}/when"), json!("2021")),
        with(&format!("{evidence}/when"), json!("recently")),
        with(&format!("{evidence}/source"), json!("declared")),
        with(&format!("{evidence}/url"), json!("http://x")),
        with("/local_code/scales", json!({ "one-to-ten": { "worst": 10, "best": 1 } })),
        with("/local_code/authority/gss_code", json!("E10000018")),
    ] {
        assert_eq!(taken(&right, &valid), [true, true], "{right}");
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let valid = validator("statement");
    let evidence = "/local_code/principles/0/arrangements/0/evidence/0";
    let at = |field: &str| format!("{evidence}/{field}");
    for (what, wrong) in [
        ("another document", with("/schema", json!("review/1"))),
        ("a version from the future", with("/schema", json!("statement/2"))),
        ("another document inside", with("/review/schema", json!("local-code/1"))),
        ("an unknown field", with("/opinion", json!("good"))),
        ("an unknown field inside", with(&at("owners"), json!([]))),
        ("a missing field", without("/review")),
        ("a missing field inside", without(&at("text"))),
        ("a wrong type", with("/review/gaps", json!("none"))),
        ("nothing where something must be", with("/review/gaps", Value::Null)),
        ("a kind we do not know", with(&at("kind"), json!("rumour"))),
        ("a kind in capitals", with("/local_code/authority/nation", json!("England"))),
        ("a year of two halves that do not follow", with("/review/year", json!("2021/23"))),
        ("a year too early", with("/review/year", json!("1989/90"))),
        ("a year too late", with("/review/year", json!("2099/00"))),
        ("a year as a number", with("/review/year", json!(2021))),
        ("a month there is not", with(&at("when"), json!("2021-13"))),
        ("a day there is not", with(&at("when"), json!("2022-02-29"))),
        ("a day no hundredth year has", with(&at("when"), json!("1900-02-29"))),
        ("a financial year with a hyphen for a date", with(&at("when"), json!("2021-22"))),
        ("a meeting on a day there is not", with("/sign_off/approvals/0/on", json!("2022-11-31"))),
        ("a meeting on no day", with("/sign_off/approvals/0/on", json!("in November"))),
        ("an identifier with a space", with(&at("id"), json!("A 1"))),
        ("an empty identifier", with(&at("id"), json!(""))),
        ("too long an identifier", with(&at("id"), json!("e".repeat(65)))),
        ("too long a text", with("/review/summary/text", json!("ŵ".repeat(20_001)))),
        ("a control character", with("/review/summary/text", json!("a\u{7}b"))),
        ("a text shown in another order", with("/review/summary/text", json!("a\u{202e}b"))),
        ("an address that is not absolute", with(&at("url"), json!("www.example.org"))),
        ("an address without a host", with(&at("url"), json!("https:///x"))),
        ("an address with a space", with(&at("url"), json!("https://x/a b"))),
        ("an address with a password", with(&at("url"), json!("https://user:pw@x/"))),
        ("an address with a host that is not ASCII", with(&at("url"), json!("https://g\u{43e}v.uk/"))),
        ("a category there is not", with("/local_code/authority/category", json!(3))),
        ("a code of no nation", with("/local_code/authority/gss_code", json!("X10000018"))),
        ("two origins", with(&at("source"), json!({ "illustrative": "x", "document": { "id": "d" } }))),
        ("a line below 0", with(&at("source"), json!({ "document": { "id": "d", "line": -1 } }))),
        (
            "a line past counting",
            with(&at("source"), json!({ "document": { "id": "d", "line": 4_294_967_296_u64 } })),
        ),
        ("a scale without a name", with("/local_code/scales", json!({ "": { "worst": 1, "best": 2 } }))),
        (
            "a score past the scale of scores",
            with("/local_code/scales", json!({ "s": { "worst": 1, "best": 256 } })),
        ),
    ] {
        assert_eq!(taken(&wrong, &valid), [false, false], "{what}");
    }
}
