//! Test cases: expected outcomes of rules, written in TOML by someone who knows the law.
//!
//! A file holds cases about one rule or several. Each starts from an existing document, changes it, and gives the
//! expected outcome of a check as at a date:
//!
//! ```
//! let cases = r#"
//!     rule = "REG-6-2-B"
//!     base = "example"
//!     as_at = "2022-11-30"
//!
//!     [[case]]
//!     name = "An officer cannot approve a statement"
//!     change = { "/sign_off/approvals/0/kind" = "officer" }
//!     expect = "not-met"
//!     pointer = "/sign_off/approvals/0/kind"
//! "#;
//! let cases = ags_formats::TestCases::read(cases.as_bytes(), "REG-6-2-B.toml")?;
//! let no_files = |name: &str| Err(format!("there is no {name}"));
//! for verdict in cases.run(&no_files) {
//!     assert!(verdict.is_as_expected(), "{verdict}");
//! }
//! # Ok::<(), governance_model::ReadError>(())
//! ```

use ags_report::OutcomeKind;
use chrono::NaiveDate;
use governance_model::{ReadError, Schema, Versioned, read};
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;

/// A file of cases.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestCases {
    /// `test-cases/1`.
    #[serde(default)]
    pub schema: Schema<TestCases>,
    /// The rule of every case that expects a single outcome.
    #[serde(default)]
    pub rule: Option<String>,
    /// The document of cases that name none.
    #[serde(default)]
    pub base: Option<String>,
    /// The date of the check for cases that give none.
    #[serde(default)]
    pub as_at: Option<NaiveDate>,
    /// The cases, in order.
    #[serde(rename = "case", default)]
    pub cases: Vec<TestCase>,
}

impl Versioned for TestCases {
    const NAME: &'static str = "test-cases";
    const VERSION: u32 = 1;
}

/// One case.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestCase {
    /// What it shows, as a sentence.
    pub name: String,
    /// The document it starts from: `example`, `example-code`, `example-agar`, `example-waivers`, or the name of a file.
    #[serde(default)]
    pub base: Option<String>,
    /// What is removed from the document, as JSON pointers, before it is changed.
    #[serde(default)]
    pub remove: Vec<String>,
    /// What is changed in it: JSON pointer to value. The last part of a pointer may be new; `-` adds to a list.
    #[serde(default)]
    pub change: IndexMap<String, Value>,
    /// Last year's statement, to compare with.
    #[serde(default)]
    pub prior: Option<OtherDocument>,
    /// The version of the statement that was approved, to compare with.
    #[serde(default)]
    pub approved: Option<OtherDocument>,
    /// The document the waivers are applied to, if the case is about waivers.
    #[serde(default)]
    pub waives: Option<OtherDocument>,
    /// The date of the check.
    #[serde(default)]
    pub as_at: Option<NaiveDate>,
    /// The expected outcomes.
    pub expect: Expected,
    /// The JSON pointer of the outcome: of the first finding, the question or what is missing.
    #[serde(default)]
    pub pointer: Option<String>,
    /// Text that the outcome contains.
    #[serde(default)]
    pub message: Option<String>,
}

/// Another document that a case needs.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherDocument {
    /// The document it starts from, as in a case.
    pub base: String,
    /// What is removed from it.
    #[serde(default)]
    pub remove: Vec<String>,
    /// What is changed in it.
    #[serde(default)]
    pub change: IndexMap<String, Value>,
}

/// The outcomes a case expects.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "Value")]
pub enum Expected {
    /// Of the rule that the file names.
    OfTheRule(OutcomeKind),
    /// Of each rule named.
    OfEach(IndexMap<String, OutcomeKind>),
}

impl TestCases {
    /// Reads a file of cases from TOML.
    ///
    /// # Errors
    /// - [`ReadError`], as [`read::toml()`] gives it.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, ReadError> {
        read::toml(bytes, name)
    }
}

impl TryFrom<Value> for Expected {
    type Error = String;
    fn try_from(value: Value) -> Result<Self, String> {
        let outcome = |value: &Value| {
            OutcomeKind::deserialize(value).map_err(|_| {
                format!(
                    "{value} is not an outcome; write met, not-met, not-due-yet, not-applicable, needs-review or indeterminate"
                )
            })
        };
        match &value {
            Value::Object(each) if each.is_empty() => {
                Err("no rule is named; write CODE = \"outcome\"".into())
            }
            Value::Object(each) => {
                let each = each.iter().map(|(code, value)| Ok((code.clone(), outcome(value)?)));
                each.collect::<Result<_, String>>().map(Self::OfEach)
            }
            value => outcome(value).map(Self::OfTheRule),
        }
    }
}
