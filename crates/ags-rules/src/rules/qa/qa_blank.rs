//! QA-BLANK: Placeholder text.

use serde_json::Value;

use crate::context::StatementContext;
use crate::prose::{self, Placeholder};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// QA-BLANK.
pub const RULE: Rule = Rule {
    code: "QA-BLANK",
    name: "placeholder-text",
    title: "Placeholder text",
    requirement: "Every text in the statement has been written; no placeholder is left.",
    method: "No text of the local code, the review or the sign-off holds words that a template leaves to \
        be replaced: PLACEHOLDER, TBC, TBA or TODO as a word, rows of x such as \"xxxxx\", a year such as \
        20XX, \"lorem ipsum\", dotted or underscored blanks, or an instruction in brackets such as \
        \"[insert date]\" or \"[to be completed]\". A question is asked about words that may be meant as \
        they are, such as \"[...]\" in a quotation or \"to be confirmed\". Sources and working notes, \
        which are not printed, are not read.",
    rationale: "Statements are often written on the previous year's file or on a template. A placeholder \
        that is left in suggests that the statement was not read before it was approved.",
    limitations: "A blank that is left in any other form, and template text that reads as a sentence.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("the text is complete before the statement is approved")],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// The parts of a statement that are read.
const PARTS: [&str; 3] = ["local_code", "review", "sign_off"];

/// The fields that are not printed or hold no words.
const UNREAD: [&str; 3] = ["schema", "source", "url"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let mut texts = Vec::new();
    if let Ok(Value::Object(mut statement)) = serde_json::to_value(context.statement) {
        for part in PARTS {
            if let Some(value) = statement.remove(part) {
                collect(&Pointer::root().key(part), value, &mut texts);
            }
        }
    }
    let (mut findings, mut question) = (Vec::new(), None);
    for (at, text) in &texts {
        match prose::placeholder(text) {
            Some(Placeholder::Certain(words)) => findings.push(Finding::new(
                at.as_str(),
                format!("The text contains the placeholder \"{}\".", words.trim()),
                "Replace the placeholder with the authority's own text, or leave the text out.",
            )),
            Some(Placeholder::Possible(words)) => {
                question = question.or_else(|| Some((at, words.to_owned())));
            }
            None => {}
        }
    }
    match question {
        Some((at, words)) if findings.is_empty() => Outcome::needs_review(
            at,
            format!("The text contains \"{words}\". Is it a placeholder that should have been replaced?"),
        ),
        _ => Outcome::of(findings),
    }
}

/// Every text below a place that is read, with its own place.
fn collect(at: &Pointer, value: Value, texts: &mut Vec<(Pointer, String)>) {
    match value {
        Value::String(text) => texts.push((at.clone(), text)),
        Value::Array(items) => {
            for (index, item) in items.into_iter().enumerate() {
                collect(&at.index(index), item, texts);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                if !UNREAD.contains(&name.as_str()) {
                    collect(&at.key(&name), field, texts);
                }
            }
        }
        _ => {}
    }
}
