//! `ags rules`: lists the rules.

use ags::Status;
use ags_facade::RuleDescription;

use crate::console::Console;
use crate::exit_code::CLEAN;
use crate::failure::Failure;
use crate::options::{ListFormat, Rules};
use crate::output::Output;

/// Lists the rules.
///
/// # Errors
/// - [`Failure`] if the list cannot be written.
pub fn rules(options: &Rules, console: &mut Console<'_>) -> Result<u8, Failure> {
    let rules = ags_facade::rules(options.subject);
    let bytes = match options.format {
        ListFormat::Text => text(&rules).into_bytes(),
        ListFormat::Json => ags_facade::to_json(&rules).map_err(|error| Failure::Work(error.to_string()))?,
        ListFormat::Csv => csv(&rules).map_err(|error| Failure::from(std::io::Error::from(error)))?,
    };
    Output::write(None, &mut *console.out, &bytes)?;
    Ok(CLEAN)
}

fn text(rules: &[RuleDescription]) -> String {
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    let line = |rule: &RuleDescription| {
        let preview = if rule.status == Status::Preview { " (preview)" } else { "" };
        format!("{:width$}  {:15}  {}{preview}\n", rule.code, rule.severity.name(), rule.name)
    };
    rules.iter().map(line).collect()
}

fn csv(rules: &[RuleDescription]) -> Result<Vec<u8>, csv::Error> {
    let mut to = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    to.write_record(["code", "name", "subject", "severity", "status", "requirement", "source", "url"])?;
    for rule in rules {
        let sources =
            rule.citations.iter().map(|citation| format!("{}, {}", citation.instrument, citation.provision));
        let url = rule.citations.iter().find_map(|citation| citation.url).unwrap_or_default();
        to.write_record([
            rule.code,
            rule.name,
            rule.subject.name(),
            rule.severity.name(),
            rule.status.name(),
            rule.requirement,
            &sources.collect::<Vec<_>>().join("; "),
            url,
        ])?;
    }
    to.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}
