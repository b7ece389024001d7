//! The file of a new rule.

use crate::rule::NewRule;

/// A rule that compiles and checks nothing yet. A test of the registry refuses its texts until they are filled in.
pub fn text(rule: &NewRule, instrument: &str) -> String {
    let (code, title, name) = (rule.code.as_str(), &rule.title, rule.name());
    let variant = rule.subject.variant();
    format!(
        r#"//! {code}: {title}.

use crate::context::{variant}Context;
use crate::rule::{{Check, Rule, Status}};
use ags_law::Scope;
use ags_report::{{Outcome, Severity}};

/// {code}.
pub const RULE: Rule = Rule {{
    code: "{code}",
    name: "{name}",
    title: {title:?},
    requirement: "fill in: what is required, as a sentence",
    method: "fill in: what the check looks at, in sentences",
    rationale: "fill in: why it matters, in sentences",
    limitations: "fill in: what the check cannot know, in sentences",
    severity: Severity::Advisory,
    status: Status::Preview,
    citations: &[ags_law::{instrument}.part("fill in: the provision")],
    scope: Scope::ALWAYS,
    check: Check::{variant}(check),
}};

fn check(_context: &{variant}Context<'_>) -> Outcome {{
    Outcome::indeterminate("/", "Fill in the check.")
}}
"#
    )
}
