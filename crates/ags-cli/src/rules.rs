//! `ags rules`: the rules, listed.

use ags::{Citation, Scope};
use ags::{Rule, Severity, Status, Subject, rules};
use serde::Serialize;

use crate::CLEAN;
use crate::console::Console;
use crate::failure::Failure;
use crate::options::{ListFormat, Rules};
use crate::output::Output;

/// Lists the rules.
///
/// # Errors
/// - [`Failure`] where the list cannot be written.
pub fn list(options: &Rules, console: &mut Console<'_>) -> Result<u8, Failure> {
    let wanted = |rule: &&Rule| options.subject.is_none_or(|subject| subject == rule.check.subject());
    let rules: Vec<&Rule> = rules::all().filter(wanted).collect();
    let bytes = match options.format {
        ListFormat::Text => text(&rules).into_bytes(),
        ListFormat::Json => json(&rules)?,
        ListFormat::Csv => csv(&rules)?,
    };
    Output::write(None, &mut *console.out, &bytes)?;
    Ok(CLEAN)
}

fn text(rules: &[&Rule]) -> String {
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    let line = |rule: &&Rule| {
        let preview = if rule.status == Status::Preview { " (preview)" } else { "" };
        format!("{:width$}  {:15}  {}{preview}\n", rule.code, rule.severity.name(), rule.name)
    };
    rules.iter().map(line).collect()
}

/// A rule, as JSON.
#[derive(Serialize)]
struct Listed {
    code: &'static str,
    name: &'static str,
    subject: Subject,
    severity: Severity,
    status: Status,
    asks: &'static str,
    checks: &'static str,
    why: &'static str,
    cannot_tell: &'static str,
    citations: &'static [Citation],
    scope: Scope,
}

fn json(rules: &[&Rule]) -> Result<Vec<u8>, Failure> {
    let listed = |rule: &&Rule| {
        let &&Rule {
            code,
            name,
            requirement: asks,
            method: checks,
            rationale: why,
            limitations: cannot_tell,
            severity,
            status,
            citations,
            scope,
            ..
        } = rule;
        let subject = rule.check.subject();
        Listed { code, name, subject, severity, status, asks, checks, why, cannot_tell, citations, scope }
    };
    let listed: Vec<Listed> = rules.iter().map(listed).collect();
    let mut bytes = serde_json::to_vec_pretty(&listed).map_err(std::io::Error::from)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn csv(rules: &[&Rule]) -> Result<Vec<u8>, Failure> {
    let mut to = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let failed = |error: csv::Error| Failure::from(std::io::Error::from(error));
    to.write_record(["code", "name", "subject", "severity", "status", "requirement", "source", "url"])
        .map_err(failed)?;
    for rule in rules {
        let sources = rule.citations.iter().map(|cite| format!("{}, {}", cite.instrument, cite.provision));
        let url = rule.citations.iter().find_map(|cite| cite.url).unwrap_or_default();
        to.write_record([
            rule.code,
            rule.name,
            rule.check.subject().name(),
            rule.severity.name(),
            rule.status.name(),
            rule.requirement,
            &sources.collect::<Vec<_>>().join("; "),
            url,
        ])
        .map_err(failed)?;
    }
    to.into_inner().map_err(|error| Failure::from(error.into_error()))
}
