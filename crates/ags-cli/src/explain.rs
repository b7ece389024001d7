//! `ags explain`: prints a rule in full.

use std::fmt::Write as _;

use ags::Citation;
use ags_facade::RuleDescription;

use crate::console::Console;
use crate::exit_code::CLEAN;
use crate::failure::Failure;
use crate::output::Output;

/// Prints what a rule requires, why, and where it is written.
///
/// # Errors
/// - [`Failure::Usage`] if there is no such rule, with the codes most similar to it.
pub fn explain(code: &str, console: &mut Console<'_>) -> Result<u8, Failure> {
    let rule = ags_facade::explain(code)
        .map_err(|error| Failure::Usage(format!("{error}. 'ags rules' lists all rules.")))?;
    Output::write(None, &mut *console.out, text(&rule).as_bytes())?;
    Ok(CLEAN)
}

fn text(rule: &RuleDescription) -> String {
    let mut text = format!("{}: {}\n\n", rule.code, rule.title);
    for (label, words) in [
        ("Requirement", rule.requirement),
        ("Method", rule.method),
        ("Rationale", rule.rationale),
        ("Limitations", rule.limitations),
        ("Scope", &rule.scope.to_string()),
        ("Checks", &rule.subject.name().replace('-', " ")),
        ("Severity", rule.severity.name()),
        ("Status", rule.status.name()),
        ("Name", rule.name),
    ] {
        text.push_str(&paragraphs(label, words));
    }
    for Citation { instrument, provision, url } in rule.citations {
        text.push_str(&paragraphs("Source", &format!("{instrument}, {provision}")));
        if let Some(url) = url {
            let _ = writeln!(text, "{:INDENT$}{url}", "");
        }
    }
    text
}

/// The width of the column of labels.
const INDENT: usize = 13;

/// A label and its text, wrapped at 100 characters, with empty lines between paragraphs removed.
fn paragraphs(label: &str, words: &str) -> String {
    let (mut text, mut label) = (String::new(), label);
    for paragraph in words.split("\n\n") {
        for line in textwrap::wrap(paragraph, 100 - INDENT) {
            let _ = writeln!(text, "{label:INDENT$}{line}");
            label = "";
        }
    }
    text
}
