//! A person's answer to a question of a check.

use chrono::NaiveDate;
use governance_model::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A person's answer to a question that a rule asked: who decided what, and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The code of the rule that asked.
    pub rule: Text,
    /// The question as it was asked. Where it is given, the answer holds only for this question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Text>,
    /// Whether the requirement is met.
    pub decision: Decision,
    /// The answer in words, with its reasons.
    pub text: Text,
    /// The office that answered, as in "Monitoring Officer".
    pub by: Text,
    /// The day of the answer.
    pub on: NaiveDate,
}

/// What a person decided.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// The requirement is met.
    Met,
    /// It is not met.
    NotMet,
}
