//! Reports as SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS.

use std::io;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::files::{CheckedFile, FileError, Message, Position, ReportWriter, Totals, messages};
use ags_law::Citation;
use ags_report::{Outcome, Report, RuleResult, Severity, SuppressionStatus};
use ags_rules::rule::Rule;
use ags_statement::english;

/// The schema that a log names.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes reports as one run of SARIF 2.1.0 with a result for every message.
///
/// The six outcomes become the kinds `pass`, `fail`, `informational` (not due yet), `notApplicable`, `review` (needs
/// review) and `open` (indeterminate). What is not met has the level `error`, `warning` or `note` for the law, proper
/// practice and advice; the standard gives the other kinds none. Results are on lines of their own. Files that
/// could not be checked are notifications of the invocation. A waiver is a suppression: accepted, or rejected where the
/// law cannot be waived.
pub struct Sarif<W> {
    to: W,
    codes: Vec<&'static str>,
    started: bool,
    notifications: Vec<Value>,
}

impl<W: io::Write> Sarif<W> {
    /// Begins the log: the tool, every rule that is run, and the date of the check.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn new(
        mut to: W,
        as_at: chrono::NaiveDate,
        rules: impl IntoIterator<Item = &'static Rule>,
    ) -> io::Result<Self> {
        let rules: Vec<&Rule> = rules.into_iter().collect();
        let driver = json!({
            "name": "ags",
            "fullName": "ags: checks Annual Governance Statements of UK authorities",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "language": "en-GB",
            "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
        });
        let details = json!({
            "id": format!("ags/check/{as_at}"),
            "description": { "text": format!("Checked as at {}.", english::date(as_at)) },
        });
        write!(
            to,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\n\"tool\":{{\"driver\":{driver}}},\n"
        )?;
        write!(to, "\"automationDetails\":{details},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[")?;
        let codes = rules.iter().map(|rule| rule.code).collect();
        Ok(Self { to, codes, started: false, notifications: Vec::new() })
    }

    fn result(
        &mut self,
        checked: &CheckedFile,
        result: &RuleResult,
        message: &Message<'_>,
        nth: usize,
    ) -> io::Result<()> {
        let text = if message.fix.is_empty() {
            message.message.to_owned()
        } else {
            [message.message, message.fix].join(" ")
        };
        let position = message.pointer.and_then(|pointer| checked.positions.get(pointer));
        let mut value = json!({
            "ruleId": result.code,
            "kind": kind(&result.outcome),
            "level": level(result),
            "message": { "text": text },
            "locations": [location(&checked.file, message.pointer, position)],
            "partialFingerprints": { "answer/v1": fingerprint(&checked.report, result, message, nth) },
            "properties": {
                "outcome": result.outcome.name(),
                "severity": result.severity.name(),
                "authority": checked.report.authority,
                "year": checked.report.year,
                "due": message.due,
            },
        });
        if let (Some(index), Value::Object(fields)) =
            (self.codes.iter().position(|code| *code == result.code), &mut value)
        {
            fields.insert("ruleIndex".into(), index.into());
        }
        if let (Some(waived), Value::Object(fields)) = (message.suppression, &mut value) {
            let lifted = waived.status == SuppressionStatus::Accepted;
            let status = if lifted { "accepted" } else { "rejected" };
            let suppression =
                json!({ "kind": "external", "status": status, "justification": message.waiver() });
            fields.insert("suppressions".into(), json!([suppression]));
        }
        self.to.write_all(if self.started { b",\n" } else { b"\n" })?;
        self.started = true;
        Ok(serde_json::to_writer(&mut self.to, &value)?)
    }
}

impl<W: io::Write> ReportWriter for Sarif<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        for result in &checked.report.results {
            let messages = messages(result);
            for (index, message) in messages.iter().enumerate() {
                let before = messages.iter().take(index);
                let nth = before.filter(|before| before.pointer == message.pointer).count();
                self.result(checked, result, message, nth)?;
            }
        }
        Ok(())
    }

    fn file_error(&mut self, error: &FileError) -> io::Result<()> {
        for problem in &error.problems {
            let pointer = Some(problem.pointer.as_str()).filter(|pointer| !pointer.is_empty());
            self.notifications.push(json!({
                "level": "error",
                "message": { "text": problem.message },
                "locations": [location(&error.file, pointer, problem.position.as_ref())],
            }));
        }
        Ok(())
    }

    fn finish(&mut self, totals: &Totals) -> io::Result<()> {
        let invocation = json!({
            "executionSuccessful": totals.unreadable == 0,
            "toolExecutionNotifications": self.notifications,
        });
        writeln!(self.to, "\n],\n\"invocations\":[{invocation}]}}]}}")?;
        self.to.flush()
    }
}

/// A rule in the log.
fn descriptor(rule: &Rule) -> Value {
    let mut value = json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.requirement },
        "fullDescription": { "text": format!("{} {}", rule.method, rule.rationale) },
        "help": { "text": help(rule) },
        "defaultConfiguration": { "level": sarif_level(rule.severity) },
        "properties": {
            "subject": rule.check.subject(),
            "severity": rule.severity,
            "status": rule.status,
            "citations": rule.citations,
            "scope": rule.scope,
            "tags": ["governance", rule.severity.name()],
        },
    });
    let url = rule.citations.iter().find_map(|cite| cite.url);
    if let (Some(url), Value::Object(fields)) = (url, &mut value) {
        fields.insert("helpUri".into(), url.into());
    }
    value
}

fn help(rule: &Rule) -> String {
    let cites = rule.citations.iter().map(|Citation { instrument, provision, url }| {
        let url = url.map_or_else(String::new, |url| format!(" <{url}>"));
        format!("{instrument}, {provision}{url}")
    });
    let cites = cites.collect::<Vec<_>>().join("; ");
    format!(
        "{}\n\nMethod: {}\n\nRationale: {}\n\nLimitations: {}\n\nSource: {cites}",
        rule.requirement, rule.method, rule.rationale, rule.limitations
    )
}

const fn kind(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "pass",
        Outcome::NotMet { .. } => "fail",
        Outcome::NotDueYet { .. } => "informational",
        Outcome::NotApplicable { .. } => "notApplicable",
        Outcome::NeedsReview { .. } => "review",
        Outcome::Indeterminate { .. } => "open",
    }
}

/// The level of a result: only what fails has one, SARIF 2.1.0 section 3.27.10.
const fn level(result: &RuleResult) -> &'static str {
    if matches!(result.outcome, Outcome::NotMet { .. }) { sarif_level(result.severity) } else { "none" }
}

const fn sarif_level(severity: Severity) -> &'static str {
    match severity {
        Severity::Statutory => "error",
        Severity::ProperPractice => "warning",
        Severity::Advisory => "note",
    }
}

/// The same for the same message in another run, wherever the file is by then.
fn fingerprint(report: &Report, result: &RuleResult, message: &Message<'_>, nth: usize) -> String {
    let year = report.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
    format!("{} {} {year} {} {nth}", result.code, message.pointer.unwrap_or("-"), report.authority)
}

fn location(file: &str, at: Option<&str>, position: Option<&Position>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
    if let (Some(Position { line, column }), Value::Object(fields)) = (position, &mut physical) {
        fields.insert("region".into(), json!({ "startLine": line, "startColumn": column }));
    }
    match at {
        None => json!({ "physicalLocation": physical }),
        Some(at) => {
            let name = at.rsplit('/').next().unwrap_or(at);
            let logical = json!({ "name": name, "fullyQualifiedName": at, "kind": "value" });
            json!({ "physicalLocation": physical, "logicalLocations": [logical] })
        }
    }
}

/// A path as a reference of RFC 3986: a relative one relative, an absolute one with the scheme `file`.
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", utf8_percent_encode(path.trim_start_matches("./"), &OUTSIDE_PATHS))
}

/// What is percent-encoded in a path of RFC 3986.
const OUTSIDE_PATHS: AsciiSet =
    NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{ReportWriter, Sarif, sarif_level, uri};
    use crate::sample;
    use ags_report::Severity;
    use ags_rules::rules;

    fn run() -> Value {
        let mut bytes = Vec::new();
        let checked = sample::checked();
        let mut writer = Sarif::new(&mut bytes, checked.report.as_at, rules::all()).unwrap();
        writer.checked(&checked).unwrap();
        writer.file_error(&sample::file_error()).unwrap();
        writer.finish(&sample::totals()).unwrap();
        let log: Value = serde_json::from_slice(&bytes).unwrap();
        log["runs"][0].clone()
    }

    #[test]
    fn each_of_the_six_outcomes_has_its_kind_and_only_what_fails_a_level() {
        let run = run();
        let kinds: Vec<(&str, &str)> = run["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|result| (result["kind"].as_str().unwrap(), result["level"].as_str().unwrap()))
            .collect();
        assert_eq!(
            kinds,
            [
                ("informational", "none"),
                ("informational", "none"),
                ("pass", "none"),
                ("fail", "note"),
                ("fail", "warning"),
                ("fail", "warning"),
                ("review", "none"),
                ("open", "none"),
                ("notApplicable", "none"),
                ("pass", "none")
            ]
        );
    }

    #[test]
    fn a_finding_names_its_line_and_its_pointer() {
        let location = &run()["results"][4]["locations"][0];
        assert_eq!(location["physicalLocation"]["region"], json!({ "startLine": 7, "startColumn": 3 }));
        assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "/review/opinions");
    }

    #[test]
    fn every_rule_of_the_run_is_described_and_the_broken_file_is_a_notification() {
        let run = run();
        let driver = &run["tool"]["driver"];
        assert_eq!(driver["rules"].as_array().unwrap().len(), rules::all().count());
        for (listed, rule) in driver["rules"].as_array().unwrap().iter().zip(rules::all()) {
            let level =
                if rule.severity == Severity::Statutory { "error" } else { sarif_level(rule.severity) };
            assert_eq!(
                (&listed["id"], &listed["defaultConfiguration"]["level"]),
                (&json!(rule.code), &json!(level))
            );
        }
        let invocation = &run["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        let notification = &invocation["toolExecutionNotifications"][0];
        assert_eq!(notification["message"]["text"], "write a year");
        assert_eq!(run["automationDetails"]["id"], "ags/check/2022-05-31");
    }

    #[test]
    fn two_findings_at_one_place_have_two_fingerprints() {
        let run = run();
        let results = run["results"].as_array().unwrap();
        let prints: std::collections::BTreeSet<&str> =
            results.iter().map(|one| one["partialFingerprints"]["answer/v1"].as_str().unwrap()).collect();
        assert_eq!(prints.len(), results.len());
    }

    #[test]
    fn a_path_becomes_a_reference() {
        assert_eq!(uri("./a b/c.json"), "a%20b/c.json");
        assert_eq!(uri("/tmp/ŵ.json"), "file:///tmp/%C5%B5.json");
        assert_eq!(uri("a:b#c"), "a%3Ab%23c");
    }

    #[test]
    fn a_waiver_suppresses_advice_and_is_refused_for_the_law() {
        let mut bytes = Vec::new();
        let checked = sample::waived();
        let mut writer = Sarif::new(&mut bytes, checked.report.as_at, rules::all()).unwrap();
        writer.checked(&checked).unwrap();
        writer.finish(&sample::totals()).unwrap();
        let log: Value = serde_json::from_slice(&bytes).unwrap();
        let status = |index: usize| log["runs"][0]["results"][index]["suppressions"][0]["status"].clone();
        assert_eq!((status(2), status(3), status(4)), (json!("rejected"), json!("accepted"), Value::Null));
    }
}
