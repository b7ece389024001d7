//! The report for machines.

use std::borrow::Cow;
use std::io;

use chrono::NaiveDate;
use governance_model::{FinancialYear, Schema, Versioned};
use schemars::{JsonSchema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::files::{Face as ManyFiles, Judged, Position, Totals, Unread};
use super::{Counts, Report, RuleResult};
use crate::rule::{Outcome, Subject};
use crate::rules;
use crate::statement::Stage;

/// The answers of all rules for one statement, local code or return on one day, in the order of the rules.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Report")]
struct Face<'a> {
    /// The name and version it begins with.
    schema: Schema<Report>,
    /// What was judged.
    subject: Subject,
    /// The authority's name.
    authority: &'a str,
    /// The year the statement, the local code or the return is for; null where it does not say.
    year: Option<FinancialYear>,
    /// How far the statement or the return has come; none for a local code.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    /// The day of judging.
    as_at: NaiveDate,
    /// The year of the statement that was held beside; none where none was at hand, or it names no year.
    #[serde(skip_serializing_if = "Option::is_none")]
    prior: Option<FinancialYear>,
    /// How many rules gave each of the six answers.
    counts: Counts,
    /// One answer for every rule asked.
    results: &'a [RuleResult],
}

impl Versioned for Report {
    const NAME: &'static str = "report";
    const VERSION: u32 = 1;
}

impl JsonSchema for Report {
    fn schema_name() -> Cow<'static, str> {
        Face::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> schemars::Schema {
        Face::json_schema(generator)
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { subject, authority, year, stage, as_at, prior, results } = self;
        let counts = self.counts();
        Face {
            schema: Schema::default(),
            subject: *subject,
            authority,
            year: *year,
            stage: *stage,
            as_at: *as_at,
            prior: *prior,
            counts,
            results,
        }
        .serialize(to)
    }
}

/// What is read of a report; all else in it follows from the rules.
#[derive(Deserialize)]
struct Read {
    #[serde(default, rename = "schema")]
    _schema: Schema<Report>,
    subject: Subject,
    authority: String,
    year: Option<FinancialYear>,
    stage: Option<Stage>,
    as_at: NaiveDate,
    prior: Option<FinancialYear>,
    results: Vec<ReadResult>,
}

#[derive(Deserialize)]
struct ReadResult {
    code: String,
    #[serde(flatten)]
    outcome: Outcome,
}

impl<'de> Deserialize<'de> for Report {
    /// Takes the answers from a report and what the rules say of themselves from [`rules`]; a rule that is not
    /// there is an error.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Read { subject, authority, year, stage, as_at, prior, results, .. } = Read::deserialize(from)?;
        let result = |ReadResult { code, outcome }: ReadResult| {
            let rule = rules::find(&code).ok_or_else(|| {
                de::Error::custom(format!(
                    "no rule of this version has the code {code:?}; use the version that made the report"
                ))
            })?;
            Ok(RuleResult::new(rule, outcome))
        };
        let results = results.into_iter().map(result).collect::<Result<_, D::Error>>()?;
        Ok(Self { subject, authority, year, stage, as_at, prior, results })
    }
}

impl Report {
    /// The report as [`Report::write_json`] writes it.
    #[must_use]
    pub fn to_json(&self) -> String {
        // It holds neither maps with other keys than strings nor fractions.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Writes the report as JSON in UTF-8, two spaces to a level, with a line feed at its end.
    ///
    /// It is what serde makes of a report: `schema`, `subject`, `authority`, `year` (null where it is unknown), `stage` (not of a
    /// local code), `as_at`,
    /// `counts` of the six answers and of what is waived, and `results`, one object for each rule with its `outcome`.
    ///
    /// # Errors
    /// - whatever the writer gives; a report as such can always be written.
    pub fn write_json(&self, mut to: impl io::Write) -> io::Result<()> {
        to.write_all(self.to_json().as_bytes())
    }
}

/// Writes reports on many files as one JSON object: its `schema`; `reports`, each with its `file`, its `report` and the
/// `positions` of the places it names; `errors`, the files that could not be judged; and the `totals`.
///
/// Each report stands on a line of its own.
pub struct Json<W> {
    to: W,
    begun: bool,
    errors: Vec<Unread>,
}

#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    report: &'a Report,
    positions: &'a std::collections::BTreeMap<String, Position>,
}

impl<W: io::Write> Json<W> {
    /// Begins the report.
    ///
    /// # Errors
    /// - whatever the writer gives.
    pub fn new(mut to: W) -> io::Result<Self> {
        to.write_all(b"{\"schema\":\"reports/1\",\n\"reports\":[")?;
        Ok(Self { to, begun: false, errors: Vec::new() })
    }
}

impl<W: io::Write> ManyFiles for Json<W> {
    fn judged(&mut self, Judged { file, report, positions }: &Judged) -> io::Result<()> {
        self.to.write_all(if self.begun { b",\n" } else { b"\n" })?;
        self.begun = true;
        Ok(serde_json::to_writer(&mut self.to, &Entry { file, report, positions })?)
    }

    fn unread(&mut self, unread: &Unread) -> io::Result<()> {
        self.errors.push(unread.clone());
        Ok(())
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        self.to.write_all(b"\n],\n\"errors\":")?;
        serde_json::to_writer(&mut self.to, &self.errors)?;
        self.to.write_all(b",\n\"totals\":")?;
        serde_json::to_writer(&mut self.to, totals)?;
        self.to.write_all(b"}\n")?;
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::super::sample;
    use super::{Json, ManyFiles, Report};
    use crate::rule::Outcome;

    #[test]
    fn each_answer_keeps_its_own_fields_beside_those_of_the_rule() {
        let mut json = Vec::new();
        sample::report().write_json(&mut json).unwrap();
        let json = String::from_utf8(json).unwrap();
        let head = r#"{
  "schema": "report/1",
  "subject": "statement",
  "authority": "Example Borough Council",
  "year": "2021/22",
  "stage": "considered",
  "as_at": "2022-05-31",
  "counts": {
    "met": 2,
    "not-met": 2,
    "waived": 0,
    "not-due-yet": 2,
    "not-applicable": 1,
    "ask-a-person": 1,
    "cannot-tell": 1
  },
  "results": [
    {
      "code": "REG-1",
      "name": "fault-of-reg-1",
      "asks": "Something is done.",
      "severity": "statute",
      "outcome": "not-due-yet",
      "due": "2022-11-30",
      "needs": "Publish the statement.",
      "cites": [
        {
          "instrument": "An Act",
          "provision": "s. 1",
          "url": "https://www.legislation.gov.uk/act"
        }
      ]
    },
"#;
        assert!(json.starts_with(head), "{json}");
        assert!(json.ends_with("}\n"));
        assert!(json.contains(
            r#""outcome": "not-met",
      "findings": [
        {
          "at": "/review/opinions","#
        ));
    }

    #[test]
    fn a_local_code_has_no_stage_and_a_finding_may_have_a_quote() {
        let mut report = sample::report();
        report.stage = None;
        if let Outcome::NotMet { findings } = &mut report.results[3].outcome {
            let finding = findings.remove(0);
            findings.push(finding.quoting("long words", &Provenance::Declared));
        }
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json.get("stage"), None);
        assert_eq!(json["results"][3]["findings"][0]["quote"], serde_json::json!({ "words": "long words" }));
    }

    #[test]
    fn many_files_are_one_object_with_errors_and_totals() {
        let mut bytes = Vec::new();
        let mut face = Json::new(&mut bytes).unwrap();
        face.judged(&sample::judged()).unwrap();
        face.unread(&sample::unread()).unwrap();
        face.judged(&sample::judged()).unwrap();
        face.end(&sample::totals()).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value["reports"][1]["report"], serde_json::to_value(sample::report()).unwrap());
        assert_eq!(value["reports"][0]["positions"]["/review/opinions"]["line"], 7);
        let problem =
            serde_json::json!({ "at": "/review/year", "line": 2, "column": 5, "says": "write a year" });
        assert_eq!(value["errors"], serde_json::json!([{ "file": "broken.json", "problems": [problem] }]));
        assert_eq!(
            (&value["totals"]["exit_code"], &value["totals"]["as_at"]),
            (&3.into(), &"2022-05-31".into())
        );
    }

    #[test]
    fn no_file_at_all_is_an_object_too() {
        let mut bytes = Vec::new();
        Json::new(&mut bytes).unwrap().end(&sample::totals()).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value["reports"], serde_json::json!([]));
    }

    #[test]
    fn a_report_is_the_same_after_json_and_a_rule_nobody_knows_is_told() {
        let mut statement = crate::sample::statement();
        statement.review.actions[0].owners.clear();
        let report = crate::check(&statement, crate::sample::day(2022, 8, 31));
        let json = report.to_json();
        assert_eq!(governance_model::read::json::<Report>(json.as_bytes(), "report.json").unwrap(), report);
        let other = json.replace("\"REG-6-2-B\"", "\"REG-6-2-Z\"");
        let error = governance_model::read::json::<Report>(other.as_bytes(), "report.json").unwrap_err();
        assert!(error.to_string().contains("no rule of this version has the code \"REG-6-2-Z\""), "{error}");
    }

    #[test]
    fn a_full_disk_is_the_writers_error() {
        let mut full: [u8; 4] = [0; 4];
        assert!(sample::report().write_json(&mut full[..]).is_err());
    }
}
