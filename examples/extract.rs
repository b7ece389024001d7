//! Reads the text of a council's local code and prints it as JSON, or its figures.
//!
//! ```text
//! cargo run --example extract -- FILE [--summary | --report | --check [--as-at DATE]] [--layout LAYOUT.toml]...
//! ```

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

use chrono::{DateTime, NaiveDate};
use clap::Parser;
use extract::{Extraction, Layout, Summary};
use governance_model::printable_name;
use serde_json::Value;

/// Reads the text of a council's local code and prints it as JSON.
#[derive(Parser)]
struct Options {
    /// The text: tables with tabs, pipes or commas between their cells.
    file: PathBuf,
    /// Prints only the figures, as one JSON object.
    #[arg(long, conflicts_with = "report")]
    summary: bool,
    /// Prints the report on the extraction: the disposition of every line, and what was skipped and why.
    #[arg(long)]
    report: bool,
    /// Checks the local code and prints the report, each finding with the line of the text it is about.
    #[arg(long, conflicts_with_all = ["summary", "report"])]
    check: bool,
    /// The day of the check, as in 2022-03-31; today where it is not given.
    #[arg(long, requires = "check")]
    as_at: Option<NaiveDate>,
    /// A layout of your own, tried before the built-in ones.
    #[arg(long)]
    layout: Vec<PathBuf>,
}

fn main() -> ExitCode {
    run::end(local_code(&run::options()))
}

fn local_code(options: &Options) -> Result<(), run::Error> {
    let mut layouts = Vec::new();
    for path in &options.layout {
        layouts.push(Layout::read(&run::read(path)?, &printable_name(path))?);
    }
    let bytes = run::read(&options.file)?;
    let extraction = extract::local_code_with(&bytes, &printable_name(&options.file), &layouts)?;
    run::print(&(json(options, &extraction)? + "\n"))
}

fn json(options: &Options, extraction: &Extraction) -> Result<String, serde_json::Error> {
    if options.summary {
        return serde_json::to_string_pretty(&Summary::of(extraction));
    }
    if options.report {
        return serde_json::to_string_pretty(&extraction.report);
    }
    if options.check {
        let report = ags::check_code(&extraction.code, options.as_at.unwrap_or_else(today));
        let mut report = serde_json::to_value(report)?;
        add_lines(&mut report, &serde_json::to_value(&extraction.code)?);
        return serde_json::to_string_pretty(&report);
    }
    serde_json::to_string_pretty(&extraction.code)
}

fn today() -> NaiveDate {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from(since.as_secs()).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    now.unwrap_or_default().date_naive()
}

/// Adds to each finding the line of the text it is about: that of its own pointer, else of the nearest ancestor.
fn add_lines(report: &mut Value, code: &Value) {
    match report {
        Value::Array(all) => all.iter_mut().for_each(|one| add_lines(one, code)),
        Value::Object(fields) => {
            let finding = fields.contains_key("message") && fields.contains_key("fix");
            if let Some(pointer) = fields.get("pointer").and_then(Value::as_str).filter(|_| finding) {
                let line = line_of(pointer, code);
                fields.insert("line".into(), line.map_or(Value::Null, Value::from));
                return;
            }
            fields.values_mut().for_each(|one| add_lines(one, code));
        }
        _ => {}
    }
}

fn line_of(pointer: &str, code: &Value) -> Option<u64> {
    let mut pointer = pointer;
    loop {
        let line = code
            .pointer(pointer)
            .and_then(|one| one.pointer("/source/document/line"))
            .and_then(Value::as_u64);
        if line.is_some() {
            return line;
        }
        pointer = pointer.rsplit_once('/')?.0;
    }
}
