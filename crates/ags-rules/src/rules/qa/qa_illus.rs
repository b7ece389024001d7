//! QA-ILLUS: Illustrative content.

use serde_json::Value;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// QA-ILLUS.
pub const RULE: Rule = Rule {
    code: "QA-ILLUS",
    name: "illustrative-content",
    title: "Illustrative content",
    requirement: "A statement that is not a sample holds facts of the authority only.",
    method: "Nothing in the local code, the review or the sign-off is marked as illustrative. A file that \
        says that it is a sample may hold illustrative content, so the rule does not apply to it.",
    rationale: "Illustrative content shows what a statement may look like and is not true of the \
        authority. In a statement that an authority approves it would be read as a fact.",
    limitations: "Content that was invented and is not marked as illustrative.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("the statement reports facts of the authority")],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    if context.statement.sample.is_some() {
        return Outcome::not_applicable("The file is a sample, which may hold illustrative content.");
    }
    let mut findings = Vec::new();
    if let Ok(statement) = serde_json::to_value(context.statement) {
        collect(&Pointer::root(), &statement, &mut findings);
    }
    Outcome::of(findings)
}

/// A finding for everything below a place whose source says that it is illustrative.
fn collect(at: &Pointer, value: &Value, findings: &mut Vec<Finding>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(&at.index(index), item, findings);
            }
        }
        Value::Object(fields) => {
            if fields.get("source").is_some_and(|source| source.get("illustrative").is_some()) {
                findings.push(Finding::new(
                    at.as_str(),
                    "The statement is not a sample, but this is marked as illustrative.",
                    "Replace the illustrative content with the authority's own facts, or mark the file as a \
                        sample.",
                ));
            }
            for (name, field) in fields {
                collect(&at.key(name), field, findings);
            }
        }
        _ => {}
    }
}
