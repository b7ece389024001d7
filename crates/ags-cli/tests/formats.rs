//! Each format of the report, read by independent readers.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use common::{DAY, Folder};
use serde_json::Value;

fn report(format: &str) -> String {
    Folder::mixed().ags(&["check", ".", "--as-at", DAY, "--format", format, "--preview"]).out
}

#[test]
fn sarif_is_valid_by_the_published_schema() {
    // The published pattern of a language has a bracket that closes nothing, which a strict validator refuses.
    let schema = include_str!("data/sarif-2.1.0.json").replace("{2}]?$", "{2}\\\\]?$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let log: Value = serde_json::from_str(&report("sarif")).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
    let mut spoilt = log.clone();
    spoilt["runs"][0]["results"][0]["kind"] = "perhaps".into();
    assert!(!validator.is_valid(&spoilt), "the schema is asked");
}

#[test]
fn sarif_names_the_line_of_every_place() {
    let log: Value = serde_json::from_str(&report("sarif")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let placed = results.iter().filter(|result| result["locations"][0].get("logicalLocations").is_some());
    let lines: Vec<u64> = placed
        .map(|result| result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().unwrap())
        .collect();
    assert!(lines.len() > 2 && lines.iter().all(|line| *line >= 1));
}

#[test]
fn a_wrong_or_unknown_schema_is_placed_in_json_and_sarif() {
    let folder = Folder::new();
    for (name, text) in [
        ("a.json", "{\n  \"schema\": \"statement/9\"}"),
        ("b.json", "{\n  \"schema\": \"minutes/1\"}"),
        ("c.toml", "x = 1\n  schema = 'statement/9'\n"),
    ] {
        folder.write(name, text);
        let check = |format| -> Value {
            serde_json::from_str(&folder.ags(&["check", name, "--format", format]).out).unwrap()
        };
        let problem = &check("json")["errors"][0]["problems"][0];
        assert_eq!(problem["pointer"], "/schema", "{name}");
        assert_eq!((&problem["line"], &problem["column"]), (&2.into(), &3.into()), "{problem}");
        let log = check("sarif");
        let location = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["locations"][0];
        let region = serde_json::json!({ "startLine": 2, "startColumn": 3 });
        assert_eq!(location["physicalLocation"]["region"], region, "{name}");
        assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "/schema", "{name}");
    }
}

#[test]
fn sarif_rules_are_found_by_their_index() {
    let log: Value = serde_json::from_str(&report("sarif")).unwrap();
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn junit_counts_what_it_holds() {
    use quick_xml::Reader;
    use quick_xml::events::Event;

    let xml = report("junit");
    let mut reader = Reader::from_str(&xml);
    let (mut stated, mut held) = ([0; 4], [0; 4]);
    let names = ["tests", "failures", "errors", "skipped"];
    loop {
        let event = reader.read_event().unwrap();
        let (Event::Start(start) | Event::Empty(start)) = &event else {
            if event == Event::Eof {
                break;
            }
            continue;
        };
        match start.name().as_ref() {
            "testsuite" => {
                for (count, name) in stated.iter_mut().zip(names) {
                    let attribute = start.try_get_attribute(name).unwrap().unwrap();
                    *count += attribute.value.parse::<usize>().unwrap();
                }
            }
            "testcase" => held[0] += 1,
            "failure" => held[1] += 1,
            "error" => held[2] += 1,
            "skipped" => held[3] += 1,
            _ => {}
        }
    }
    assert_eq!(stated, held);
    assert!(held.iter().all(|count| *count > 0), "{held:?}");
}

#[test]
fn tap_has_the_plan_it_keeps() {
    let tap = report("tap");
    let points = tap.lines().filter(|line| line.starts_with("ok ") || line.starts_with("not ok ")).count();
    assert_eq!(tap.lines().next(), Some("TAP version 14"));
    assert!(tap.contains(&format!("\n1..{points}\n")), "{tap}");
}

#[test]
fn csv_and_json_have_the_same_outcomes() {
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    let messages: usize = json["reports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let results = one["report"]["results"].as_array().unwrap();
            results.iter().map(|result| result["findings"].as_array().map_or(1, Vec::len)).sum::<usize>()
        })
        .sum();
    let csv = report("csv");
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect();
    let broken = json["errors"].as_array().unwrap().len();
    assert_eq!(rows.len(), messages + broken);
    assert_eq!(rows.iter().filter(|row| &row[10] == "unreadable").count(), broken);
}
