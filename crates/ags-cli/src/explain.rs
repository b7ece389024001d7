//! `ags explain`: a rule, in full.

use std::fmt::Write as _;

use ags::Citation;
use ags::{Rule, rules};

use crate::console::Console;
use crate::failure::Failure;
use crate::output::Output;
use crate::{CLEAN, shown};

/// Prints what a rule asks, why, and where it is written.
///
/// # Errors
/// - [`Failure::Usage`] for a code that no rule has, with those nearest to it.
pub fn explain(code: &str, console: &mut Console<'_>) -> Result<u8, Failure> {
    let rule = rules::find(code).ok_or_else(|| unknown(code))?;
    Output::write(None, &mut *console.out, explained(rule).as_bytes())?;
    Ok(CLEAN)
}

fn unknown(code: &str) -> Failure {
    let asked = code.to_uppercase();
    let mut near: Vec<(usize, &str)> =
        rules::all().map(|rule| (strsim::damerau_levenshtein(&asked, rule.code), rule.code)).collect();
    near.sort_unstable();
    let near: Vec<&str> =
        near.into_iter().take(3).filter(|(far, _)| *far < 4).map(|(_, code)| code).collect();
    let near = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    Failure::Usage(format!("there is no rule {}{near} 'ags rules' lists all", shown::plain(code)))
}

fn explained(rule: &Rule) -> String {
    let Rule {
        code,
        name,
        title,
        requirement: asks,
        method: checks,
        rationale: why,
        limitations: cannot_tell,
        citations,
        scope,
        severity,
        status,
        ..
    } = rule;
    let mut text = format!("{code}: {title}\n\n");
    for (label, words) in [
        ("Asks", *asks),
        ("Checks", checks),
        ("Why", why),
        ("Cannot tell", cannot_tell),
        ("Scope", &scope.to_string()),
        ("Judges", &rule.check.subject().name().replace('-', " ")),
        ("Severity", severity.name()),
        ("Status", status.name()),
        ("Name", *name),
    ] {
        text.push_str(&paragraphs(label, words));
    }
    for Citation { instrument, provision, url } in *citations {
        text.push_str(&paragraphs("Source", &format!("{instrument}, {provision}")));
        if let Some(url) = url {
            let _ = writeln!(text, "{:INDENT$}{url}", "");
        }
    }
    text
}

/// How far the words stand from the margin.
const INDENT: usize = 13;

/// A label and its words, broken at 100 characters; an empty line between paragraphs stays.
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
