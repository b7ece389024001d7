//! The report for machines.

use std::borrow::Cow;
use std::io;

use chrono::NaiveDate;
use governance_model::{FinancialYear, Schema, Versioned};
use schemars::{JsonSchema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use ags_statement::Stage;
use ags_statement::canonical::Digest;

use crate::report::{Counts, Report, RuleResult};
use crate::subject::Subject;

/// The answers of all rules for one statement, local code or return on one day, in the order of the rules.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Report")]
struct ReportOut<'a> {
    /// The name and version it begins with.
    schema: Schema<Report>,
    /// What was checked.
    subject: Subject,
    /// The authority's name.
    authority: &'a str,
    /// The year the statement, the local code or the return is for; null where it does not say.
    year: Option<FinancialYear>,
    /// How far the statement or the return has come; none for a local code.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    /// The date of the check.
    as_at: NaiveDate,
    /// The year of the statement it was compared with; none where none was available, or it names no year.
    #[serde(skip_serializing_if = "Option::is_none")]
    prior: Option<FinancialYear>,
    /// The version of the approved statement that it was compared with; none where none was available.
    #[serde(skip_serializing_if = "Option::is_none")]
    approved: Option<Digest>,
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
        ReportOut::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> schemars::Schema {
        ReportOut::json_schema(generator)
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { subject, authority, year, stage, as_at, prior, approved, results } = self;
        let counts = self.counts();
        ReportOut {
            schema: Schema::default(),
            subject: *subject,
            authority,
            year: *year,
            stage: *stage,
            as_at: *as_at,
            prior: *prior,
            approved: *approved,
            counts,
            results,
        }
        .serialize(to)
    }
}

/// What is read of a report; the counts follow from the results.
#[derive(Deserialize)]
struct ReportIn {
    #[serde(default, rename = "schema")]
    _schema: Schema<Report>,
    subject: Subject,
    authority: String,
    year: Option<FinancialYear>,
    stage: Option<Stage>,
    as_at: NaiveDate,
    prior: Option<FinancialYear>,
    approved: Option<Digest>,
    results: Vec<RuleResult>,
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let ReportIn { subject, authority, year, stage, as_at, prior, approved, results, .. } =
            ReportIn::deserialize(from)?;
        Ok(Self { subject, authority, year, stage, as_at, prior, approved, results })
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

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::Report;
    use crate::{Outcome, example};

    #[test]
    fn each_answer_keeps_its_own_fields_beside_those_of_the_rule() {
        let mut json = Vec::new();
        example::report().write_json(&mut json).unwrap();
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
    "needs-review": 1,
    "indeterminate": 1
  },
  "results": [
    {
      "code": "REG-1",
      "name": "fault-of-reg-1",
      "requirement": "Something is done.",
      "severity": "statutory",
      "outcome": "not-due-yet",
      "due": "2022-11-30",
      "action": "Publish the statement.",
      "citations": [
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
          "pointer": "/review/opinions","#
        ));
    }

    #[test]
    fn a_local_code_has_no_stage_and_a_finding_may_have_a_quote() {
        let mut report = example::report();
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
    fn a_report_is_read_back_as_it_was_written_whatever_its_codes_are() {
        let report = example::report();
        let json = report.to_json();
        assert_eq!(governance_model::read::json::<Report>(json.as_bytes(), "report.json").unwrap(), report);
        let other = json.replace("\"REG-1\"", "\"REG-OF-ANOTHER-DAY\"");
        let other = governance_model::read::json::<Report>(other.as_bytes(), "report.json").unwrap();
        assert_eq!(other.results[0].code, "REG-OF-ANOTHER-DAY");
        assert_eq!(other.results[1..], report.results[1..]);
    }

    #[test]
    fn a_full_disk_is_the_writers_error() {
        let mut full: [u8; 4] = [0; 4];
        assert!(example::report().write_json(&mut full[..]).is_err());
    }
}
