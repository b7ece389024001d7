//! What a finance system needs to check and render its statements: the function [`answer`]. The rest reads a statement
//! from a file or standard input, and writes `report.json` and `statement.pdf` to a folder.
//!
//! ```text
//! cargo run --example embed -- statement.json --as-at 2022-11-30 --out DIR
//! ```

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ags::Format;
use ags_facade::{CheckOptions, RenderFormat, RenderOptions, Source, check, render, to_json};
use chrono::NaiveDate;
use clap::Parser;
use governance_model::printable_name;

/// Checks a statement in JSON and renders it.
#[derive(Parser)]
struct Options {
    /// The statement; standard input if none is named.
    file: Option<PathBuf>,
    /// The date of the check, as in 2022-11-30.
    #[arg(long)]
    as_at: NaiveDate,
    /// The folder to write `report.json` and `statement.pdf` into.
    #[arg(long, default_value = "target/ags/embed")]
    out: PathBuf,
}

/// What the caller gets back.
struct Answer {
    /// The outcome of every rule, as JSON.
    report: Vec<u8>,
    /// The statement as PDF/UA-1 and PDF/A-3a.
    pdf: Vec<u8>,
}

/// All the work. It reads no file and no clock, and does not panic, whatever the bytes are. `name` is what the caller calls
/// them, and begins every problem: `{name}:{line}:{column}: {JSON pointer}: {what to write}`.
///
/// A statement that breaks the law is not an error: it has an answer, and the report says what is wrong.
fn answer(json: &[u8], name: &str, as_at: NaiveDate) -> Result<Answer, ags_facade::Error> {
    let source = Source::new(name, Format::Json, json);
    let report = check(&source, &CheckOptions::new(as_at))?.document.report;
    let pdf = render(&source, &RenderOptions::new(as_at), RenderFormat::Pdf)?;
    Ok(Answer { report: to_json(&report)?, pdf })
}

fn main() -> ExitCode {
    run::end(embed(&run::options()))
}

fn embed(options: &Options) -> Result<(), run::Error> {
    for out in ["report.json", "statement.pdf"] {
        run::refuse_input(&options.out.join(out), options.file.as_deref())?;
    }
    let (json, name) = statement(options.file.as_deref())?;
    let answer = answer(&json, &name, options.as_at)?;
    run::write(&options.out, "report.json", &answer.report)?;
    run::write(&options.out, "statement.pdf", &answer.pdf)
}

/// The bytes of the statement, and what to call them.
fn statement(file: Option<&Path>) -> Result<(Vec<u8>, String), run::Error> {
    if let Some(path) = file {
        return Ok((run::read(path)?, printable_name(path)));
    }
    Ok((run::read_within(&mut io::stdin().lock())?, "standard input".into()))
}

#[cfg(test)]
mod tests {
    use super::answer;

    fn as_at() -> chrono::NaiveDate {
        "2022-11-30".parse().unwrap()
    }

    #[test]
    fn a_statement_has_a_report_and_a_pdf() {
        let json = serde_json::to_vec(&ags::example::statement().unwrap()).unwrap();
        let answer = answer(&json, "statement.json", as_at()).unwrap();
        let report: serde_json::Value = serde_json::from_slice(&answer.report).unwrap();
        assert_eq!(
            (&report["schema"], &report["authority"]),
            (&"report/1".into(), &"Example Borough Council".into())
        );
        assert!(answer.pdf.starts_with(b"%PDF-"));
    }

    #[test]
    fn every_problem_is_reported_with_its_position() {
        let mut json = serde_json::to_value(ags::example::statement().unwrap()).unwrap();
        json["review"]["year"] = "2021/23".into();
        json["sign_off"]["approvals"][0]["on"] = "in November".into();
        let json = serde_json::to_string_pretty(&json).unwrap();
        let error = answer(json.as_bytes(), "statement.json", as_at()).err().unwrap().to_string();
        let lines: Vec<&str> = error.lines().collect();
        assert_eq!(lines.len(), 2, "{error}");
        assert!(lines.iter().all(|line| line.starts_with("statement.json:")), "{error}");
        assert!(lines[0].contains(": /review/year: "), "{error}");
        assert!(lines[1].contains(": /sign_off/approvals/0/on: "), "{error}");
    }

    #[test]
    fn bytes_that_are_not_a_statement_are_an_error_and_not_a_panic() {
        let deep = "[".repeat(100_000);
        for bytes in [&b""[..], b"{", b"null", b"\xff\xfe", deep.as_bytes()] {
            assert!(answer(bytes, "statement.json", as_at()).is_err());
        }
    }
}
