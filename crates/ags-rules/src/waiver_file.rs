//! A file of waivers.

use ags_report::{Finding, Report};
use chrono::NaiveDate;
use governance_model::{FinancialYear, ReadError, Schema, Text, Versioned, read};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A file of waivers.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waivers {
    /// The name and version it begins with.
    #[serde(default)]
    pub schema: Schema<Waivers>,
    /// The waivers, in order.
    #[serde(rename = "waiver", default)]
    pub waivers: Vec<Waiver>,
}

impl Versioned for Waivers {
    const NAME: &'static str = "waivers";
    const VERSION: u32 = 1;
}

/// One waiver.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The code of the rule, as in `FW16-STRAT`.
    pub rule: String,
    /// The authority it is for, by its name; every authority where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Text>,
    /// The year it is for; every year where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The place it is for, as a JSON pointer, with everything below; every place where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Why.
    pub reason: Text,
    /// Who accepted it, as in a body with its minute.
    pub accepted_by: Text,
    /// The last day on which it holds, inclusive.
    pub until: NaiveDate,
}

impl Waivers {
    /// Reads a file of waivers from TOML.
    ///
    /// # Errors
    /// - [`ReadError`], as [`read::toml()`] gives it.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, ReadError> {
        read::toml(bytes, name)
    }
}

impl Waiver {
    /// Whether it is for a finding of a rule in a report; a waiver that has run out is for none.
    pub(crate) fn is_for(&self, finding: &Finding, rule: &str, report: &Report) -> bool {
        let below = |at: &str| {
            finding.pointer.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.rule.eq_ignore_ascii_case(rule)
            && report.as_at <= self.until
            && self.authority.as_ref().is_none_or(|name| name.as_str() == report.authority)
            && self.year.is_none_or(|year| Some(year) == report.year)
            && self.pointer.as_deref().is_none_or(below)
    }
}

/// A waiver of FW16-PLAN for the statement of Example Borough Council, until 31 March 2023.
///
/// # Errors
/// None with the file as it is; it is read like any other.
pub fn example() -> Result<Waivers, ReadError> {
    Waivers::read(include_bytes!("waiver/example.toml"), "waivers.toml")
}
