//! Makes the sample Annual Governance Statement of Leicestershire County Council for 2021/22: a draft as on
//! 31 May 2022 and the final statement as on 30 November 2022, each as PDF and JSON with the report of its check.
//!
//! ```text
//! cargo run --example leics -- --out DIR
//! ```
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ags::statement::{AssembleError, SignOff, SignOffError};
use ags::{Outcome, Report, Severity, Statement, words};
use chrono::NaiveDate;
use clap::Parser;
use governance_model::{AnnualReview, LocalCode, ReadError, read};
use render_pdf::RenderError;
use thiserror::Error;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

/// Makes the sample statement of Leicestershire County Council for 2021/22, as a draft and as final.
#[derive(Parser)]
struct Options {
    /// The folder to write `draft/` and `final/` into.
    #[arg(long, default_value = "target/ags/leicestershire-2021-22")]
    out: PathBuf,
}

#[derive(Debug, Error)]
enum Error {
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Assemble(#[from] AssembleError),
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    SignOff(Vec<SignOffError>),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

fn main() -> ExitCode {
    match run(&Options::parse().out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}

fn run(out: &Path) -> Result<(), Error> {
    let code: LocalCode = load("local-code.toml")?;
    let review: AnnualReview = load("review.toml")?;
    let statement = Statement::assemble(&code, &review)?;
    for (folder, sign_off, as_at) in
        [("draft", "sign-off-draft.toml", (2022, 5, 31)), ("final", "sign-off-final.toml", (2022, 11, 30))]
    {
        let sign_off: SignOff = load(sign_off)?;
        let statement = statement.clone().sign_off(sign_off).map_err(Error::SignOff)?;
        let as_at = NaiveDate::from_ymd_opt(as_at.0, as_at.1, as_at.2).unwrap_or_default();
        let report = ags::check(&statement, as_at);
        let pdf = render_pdf::render(&ags::compose(&statement, &report))?;
        let folder = out.join(folder);
        write(&folder, "statement.pdf", &pdf)?;
        write(&folder, "statement.json", &serde_json::to_vec_pretty(&statement)?)?;
        write(&folder, "report.json", &serde_json::to_vec_pretty(&report)?)?;
        write(&folder, "report.txt", report.to_string().as_bytes())?;
        print!("{}", summary(&folder, &report));
    }
    Ok(())
}

fn load<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, Error> {
    let path = Path::new(FIXTURE).join(name);
    let bytes = fs::read(&path).map_err(|error| Error::File { path, error })?;
    Ok(read::toml(&bytes, name)?)
}

/// Writes beside the file and renames, so that nobody ever sees half of it.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let (path, beside) = (folder.join(name), folder.join(format!(".{name}.part")));
    let written = fs::create_dir_all(folder)
        .and_then(|()| fs::write(&beside, bytes))
        .and_then(|()| fs::rename(&beside, &path));
    written.map_err(|error| {
        // What was begun is no use to anybody; the error that counts is the one at hand.
        let _ = fs::remove_file(&beside);
        Error::File { path, error }
    })
}

fn summary(folder: &Path, report: &Report) -> String {
    let mut text = String::new();
    let counts = report.counts();
    let _ = writeln!(text, "{}", folder.display());
    let _ = writeln!(text, "  wrote statement.pdf statement.json report.json report.txt");
    let _ = writeln!(
        text,
        "  checked as at {}: {} rules met, {} not met, {} not due yet, {} not applicable, {} for a person, {} cannot tell",
        words::date(report.as_at),
        counts.met,
        counts.not_met,
        counts.not_due_yet,
        counts.not_applicable,
        counts.ask_a_person,
        counts.cannot_tell
    );
    let standing = standing(report);
    if standing.is_empty() {
        let _ = writeln!(text, "  nothing stands between it and lawful publication");
    } else {
        let _ = writeln!(text, "  between it and lawful publication stand:");
        for line in standing {
            let _ = writeln!(text, "    {line}");
        }
    }
    text.push('\n');
    text
}

/// What a regulation still asks, the earliest day first, and what it asked in vain before that.
fn standing(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for result in report.results.iter().filter(|result| result.severity == Severity::Statute) {
        let provisions: Vec<&str> = result.cites.iter().map(|cite| cite.provision).collect();
        let cited = format!("{}, {}", result.code, provisions.join(", "));
        match &result.outcome {
            Outcome::NotDueYet { due, needs } => {
                lines.push((*due, format!("by {}: {needs} [{cited}]", words::date(*due))));
            }
            Outcome::NotMet { findings } => lines.extend(
                findings
                    .iter()
                    .map(|one| (NaiveDate::MIN, format!("now: {} {} [{cited}]", one.says, one.mend))),
            ),
            _ => {}
        }
    }
    lines.sort_by_key(|(due, _)| *due);
    lines.into_iter().map(|(_, line)| line).collect()
}
