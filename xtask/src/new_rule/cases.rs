//! The cases of a new rule: one that is met and one that is not.

use crate::rule::{NewRule, Subject};

/// The file of cases. The second case removes what is not there, so that it fails until it is filled in.
pub fn text(rule: &NewRule) -> String {
    let code = rule.code.as_str();
    let (base, as_at) = rule.subject.example();
    // A check of waivers is of those of a statement.
    let waives = if rule.subject == Subject::Waivers { "waives = { base = \"example\" }\n" } else { "" };
    format!(
        r#"rule = "{code}"
base = "{base}"
as_at = "{as_at}"

[[case]]
name = "The example meets the rule"
{waives}expect = "met"

[[case]]
name = "Fill in what is wrong"
remove = ["/fill-in"]
{waives}expect = "not-met"
pointer = "/fill-in"
"#
    )
}
